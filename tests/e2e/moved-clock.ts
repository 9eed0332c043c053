import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Page } from '@playwright/test';

/** In a page or a process: its clock says `time` (ms since 1970) from now on, and runs on. */
declare global {
  var moveClockTo: ((time: number) => void) | undefined;
}

/** A script that gives a page or a process a clock of its own, which begins at `time` (ms since 1970). Timers go on as they are. */
export const clockScript = (time: number): string => `{
  const Real = Date;
  let ahead = ${time} - Real.now();
  globalThis.moveClockTo = (to) => { ahead = to - Real.now(); };
  const now = () => Real.now() + ahead;
  globalThis.Date = new Proxy(Real, {
    construct: (target, given) => given.length === 0 ? new target(now()) : new target(...given),
    apply: () => new Real(now()).toString(),
    get: (target, name) => name === 'now' ? now : Reflect.get(target, name),
  });
}`;

/** The same for a Node process with an IPC channel, as a module to be imported first; a number that it is sent moves its clock there. */
export const clockModule = (time: number): string => {
  const script = `${clockScript(time)}
    process.on('message', (to) => {
      if (typeof to !== 'number') return;
      moveClockTo(to);
      process.send('moved');
    });
    process.channel?.unref();`;
  return `data:text/javascript,${encodeURIComponent(script)}`;
};

/** The clock of a process that began with `clockModule`; resolves when it has moved. */
export const moveClockOf = async (child: ChildProcess, time: number): Promise<void> => {
  const moved = once(child, 'message');
  child.send(time);
  await moved;
};

type Moving = {
  readonly server: { readonly moveClockTo: (time: number) => Promise<void> };
  readonly pages: readonly Page[];
  /** Whether they are cut off from it afterwards, as they were before. */
  readonly isCut?: boolean;
};

const PUSH = '/api/v1/push';

/** A till measures its clock against the server's with each batch it offers. */
const measured = async (page: Page): Promise<void> => {
  const offered = await page.waitForRequest((request) => request.url().endsWith(PUSH));
  await offered.response();
};

/**
 * Of a server and its tills together. A till that talks meanwhile takes the move for what its clock is wrong by: so nobody
 * does, and whoever was answered all the same has measured anew when this resolves.
 */
export const moveClocks = async (
  time: number,
  { server, pages, isCut = false }: Moving,
): Promise<void> => {
  for (const page of pages) await page.context().setOffline(true);
  await server.moveClockTo(time);
  for (const page of pages) await page.evaluate((now) => globalThis.moveClockTo?.(now), time);
  if (isCut) return;
  const again = pages.map(measured);
  for (const page of pages) await page.context().setOffline(false);
  await Promise.all(again);
};
