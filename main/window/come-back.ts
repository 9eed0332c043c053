import type { BrowserWindow } from 'electron';
import type { ShellLog } from '../log/create-shell-log.ts';
import { createComeback } from './comeback.ts';

export type ComeBackParts = {
  /** Of the window, in the log. */
  readonly name: 'till' | 'display';
  readonly log: ShellLog;
  /** It stopped again and again. */
  readonly onGivenUp: () => void;
};

/** A page that stopped comes back by itself, a few times; what was completed is on the disk. */
export const comeBack = (
  { webContents }: BrowserWindow,
  { name, log, onGivenUp }: ComeBackParts,
): void => {
  const nextPause = createComeback(() => performance.now());
  let timer: NodeJS.Timeout | undefined;
  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.note('page_gone', { reason, exitCode, page: name });
    if (reason === 'clean-exit') return;
    clearTimeout(timer);
    const pause = nextPause();
    if (pause !== null) {
      timer = setTimeout(() => webContents.reload(), pause);
      return;
    }
    log.note('page_given_up', { page: name });
    onGivenUp();
  });
  webContents.once('destroyed', () => clearTimeout(timer));
};
