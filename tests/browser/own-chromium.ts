import { type ChildProcess, spawn } from 'node:child_process';
import { type Browser, type BrowserContext, chromium } from '@playwright/test';
import { chromiumArguments, ensureChromium } from './ensure-chromium.ts';

/** A Chromium of our own with a profile on disk, so that it can be killed as a power cut would, and come back. */
export type OwnChromium = {
  readonly context: BrowserContext;
  readonly pid: number;
  /** kill -9 of the whole process group, if it still lives: nothing is flushed by the browser. */
  readonly kill: () => Promise<void>;
};

const ENDPOINT = /DevTools listening on (ws:\S+)/;

const endpointOf = (browser: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    browser.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const endpoint = ENDPOINT.exec(said)?.[1];
      if (endpoint !== undefined) resolve(endpoint);
    });
    browser.once('exit', (code) => reject(new Error(`Chromium ended with ${code}: ${said}`)));
  });

const contextOf = (browser: Browser): BrowserContext => {
  const [context] = browser.contexts();
  if (!context) throw new Error('Chromium has no context');
  return context;
};

export const ownChromium = async (profile: string): Promise<OwnChromium> => {
  const child = spawn(
    ensureChromium(),
    [
      ...chromiumArguments,
      '--headless',
      '--lang=en-US',
      '--window-size=1280,800',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    // A group of its own, so that its children die with it.
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const browser = await chromium.connectOverCDP(await endpointOf(child));
  const { pid } = child;
  if (pid === undefined) throw new Error('Chromium did not start');
  return {
    context: contextOf(browser),
    pid,
    kill: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve();
        child.removeAllListeners('exit');
        child.once('exit', () => resolve());
        process.kill(-pid, 'SIGKILL');
      }),
  };
};
