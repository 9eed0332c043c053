import { isDesktop } from './open-shell.ts';

/** Milliseconds until a host that went away is asked again. */
const PAUSE = 2000;

const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Resolves when the host let go of it; its answer has no end while both live. */
const hold = async (tillId: string): Promise<void> => {
  const post = (path: string) => fetch(`/host/${path}`, { method: 'POST' });
  const first = await post(`hold/${tillId}`);
  if (first.status === 403) await post('session');
  const held = first.status === 403 ? await post(`hold/${tillId}`) : first;
  await held.text();
};

const holdForGood = async (tillId: string): Promise<never> => {
  for (;;) {
    await hold(tillId).catch(() => undefined);
    await sleep(PAUSE);
  }
};

/**
 * While this page lives no other browser of this machine is offered its till to take back: the web host sees the
 * connection end with the page, however that ends. The desktop app has one window only.
 */
export const holdTill = (tillId: string): void => {
  if (!isDesktop()) void holdForGood(tillId);
};
