import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { CALL_CHANNEL } from '#shared/ipc/bridge.ts';
import type { ShellProblem } from '#shared/ipc/envelope.ts';
import { fail } from '#shared/kernel/result.ts';
import type { Answerer } from '../calls/create-answerer.ts';
import { isOwnPage } from '../window/own-page.ts';

const REFUSED: string = JSON.stringify(fail<ShellProblem>({ type: 'call_refused' }));

/** The till's page itself: not a frame in it, not a page that came in its place, not one that is gone already. */
const isTill = ({ sender, senderFrame }: IpcMainInvokeEvent): boolean =>
  senderFrame !== null && senderFrame === sender.mainFrame && isOwnPage(senderFrame.url);

/** The calls of the till's page over IPC. Envelopes carry problems, as Electron would pass on a sentence only. */
export const answerCalls = (answer: Answerer): void => {
  ipcMain.handle(CALL_CHANNEL, async (event, name: unknown, text: unknown) => {
    if (!isTill(event) || typeof name !== 'string' || typeof text !== 'string') return REFUSED;
    return answer(name, text);
  });
};
