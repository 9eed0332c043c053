// The test host: the *built* main program and preload of the desktop app, run in plain Node with `electron` replaced by what
// stands in this folder; a window is a page of a real Chromium. What passes here ran in this host, not in Electron.
//
// It cannot show: the real `app://` origin (https://till.app.invalid stands for it), the operating system's sandbox, Chromium's
// world of a preload (here it runs in a context of Node's, apart from the page), what permissions a page then has, the real safeStorage,
// native menus, dialogs and downloads, kiosk and full screen, fuses, reading from an asar, the start of what an update put in
// place, a second display, and that Electron's API behaves as its documents say. Which end-to-end files do not run in it, and
// why, is in tests/e2e/not-hosted.ts.
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from '@playwright/test';
import type { Bridge } from '#shared/ipc/bridge.ts';
import { createElectron, type Machine } from './electron.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** A folder laid out as the installed app, where `electron` is ours. Nothing in it is transformed. */
const install = async (electron: object): Promise<string> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'omnitill-host-'));
  const dist = path.join(folder, 'node_modules/omnitill/dist');
  const stub = path.join(folder, 'node_modules/electron');
  await mkdir(stub, { recursive: true });
  await cp(path.join(root, 'dist/desktop'), path.join(dist, 'desktop'), { recursive: true });
  await symlink(path.join(root, 'dist/till'), path.join(dist, 'till'), 'dir');
  const type = '{"type":"module","main":"index.js"}';
  await writeFile(path.join(folder, 'node_modules/omnitill/package.json'), type);
  await writeFile(path.join(stub, 'package.json'), type);
  Object.assign(globalThis, { [folder]: electron });
  const names = Object.keys(electron).join(', ');
  const ours = `export const { ${names} } = globalThis[${JSON.stringify(folder)}];`;
  await writeFile(path.join(stub, 'index.js'), ours);
  return folder;
};

/** Starts the desktop app in a browser context; resolves when its first window has loaded, if it opens one. */
export const openInHost = async (
  context: BrowserContext,
  serverUrl: string | null,
  { dataFolder: given, ...machine }: Machine & { readonly dataFolder?: string | undefined } = {},
) => {
  const dataFolder = given ?? (await mkdtemp(path.join(tmpdir(), 'omnitill-host-data-')));
  const { electron, told } = createElectron(context, dataFolder, machine);
  const folder = await install(electron);
  // Null = an installed app that nobody has told of a server yet.
  if (serverUrl === null) delete process.env['OMNITILL_SERVER_URL'];
  else process.env['OMNITILL_SERVER_URL'] = serverUrl;
  const main = path.join(folder, 'node_modules/omnitill/dist/desktop/boot.js');
  const others = new Set(process.listeners('SIGTERM'));
  await import(pathToFileURL(main).href);
  await new Promise((resolve) => setImmediate(resolve));
  await told.windows[0]?.opening;
  // A signal to this process would end the browser as well.
  const asked = process.listeners('SIGTERM').filter((listener) => !others.has(listener));
  const page = (): Page => {
    const page = told.windows[0]?.page;
    if (!page) throw new Error('the shell opened no window');
    return page;
  };
  return {
    told,
    electron,
    /** The till's window. */
    page,
    /** As the page calls its shell. */
    call: (name: string, text: string) =>
      page().evaluate(([a, b]) => (Reflect.get(window, 'omnitill') as Bridge).call(a, b), [
        name,
        text,
      ] as const),
    /** Who started the app asks it to end. */
    terminate: (): void => {
      for (const listener of asked) listener('SIGTERM');
    },
    remove: async (): Promise<void> => {
      for (const listener of asked) process.off('SIGTERM', listener);
      await rm(folder, { recursive: true, force: true });
      if (given === undefined) await rm(dataFolder, { recursive: true, force: true });
    },
  };
};
export type HostedShell = Awaited<ReturnType<typeof openInHost>>;
