// npm start: builds what is missing, then runs the server and the till's web host until Ctrl-C.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import {
  DataFolderLockedError,
  type FolderLock,
  lockFolder,
} from '#server/store/database/lock-folder.ts';
import { createServices } from './calls/create-services.ts';
import { createHeldTills } from './calls/held-tills.ts';
import { openDevices } from './devices/open-devices.ts';
import { findElectron } from './find-electron.ts';
import { findOpenTill, isAnswering } from './find-open-till.ts';
import { isBuilt } from './is-built.ts';
import { createShellLog } from './log/create-shell-log.ts';
import { logServices } from './log/log-services.ts';
import { openJournalMirror } from './journal-mirror/open-journal-mirror.ts';
import { openDesktop } from './open-desktop.ts';
import { readSettings, type Settings } from './settings.ts';
import { appAddress, startServer } from './start-server.ts';
import { version } from './version.ts';
import { createWebHost, type WebHost } from './web-host/create-web-host.ts';

const root = path.resolve(import.meta.dirname, '..');

const build = (): void => {
  console.log('Building the till, the dashboard and the server…');
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'main/build.ts'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) process.exit(status ?? 1);
};

const NO_DESKTOP = 'The desktop app is not installed here: open the till in a browser.';

const say = (settings: Settings, server: string, till: WebHost, hasDesktop: boolean): void => {
  console.log(`\nOmnitill is open:\n  till        ${named(till.url)}\n  head office ${server}`);
  if (settings.isDemo && settings.serverUrl === null)
    console.log(
      [
        `  demo shop   ${server}/shop`,
        '\nDemo sign-ins:',
        '  cashier 1111 · store manager 2222',
        '  head office admin@demo.local / demo-admin',
      ].join('\n'),
    );
  console.log(hasDesktop ? '\nThe till opens as the desktop app.' : `\n${NO_DESKTOP}`);
  console.log('Ctrl-C stops everything.');
};

/** People and browsers know this machine by one name; the till's data belongs to that origin. */
const named = (url: string): string => url.replace(/\/\/(127\.0\.0\.1|\[::1\]):/, '//localhost:');

/** A server elsewhere is called as it was named. */
const forApp = (settings: Settings, url: string): string =>
  settings.serverUrl === null ? appAddress(url) : url;

const readOrGiveUp = (): Settings => {
  try {
    return readSettings(process.env);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return process.exit(1);
  }
};

const isAddressTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

const SILENT =
  'Its server does not answer. If that goes on: press Ctrl-C where Omnitill was started, and start it again there with npm start (same variables).';

const mirrorIn = ({ dataFolder }: Settings): string => path.join(dataFolder, 'journal-mirror');

/** Whether another program works with a folder. */
const isInUse = (folder: string): boolean => {
  if (!existsSync(folder)) return false;
  try {
    lockFolder(folder).release();
    return false;
  } catch (error) {
    return error instanceof DataFolderLockedError;
  }
};

/**
 * A second start shows the first: where it is, and its window when it has one. It begins no server for it: which data that
 * works with is known to the first alone.
 */
const showOpen = async (settings: Settings): Promise<void> => {
  const { tillPort, dataFolder } = settings;
  const serverUrl = await findOpenTill(tillPort);
  if (serverUrl === null) return;
  console.log(
    `Omnitill is open already:\n  till        http://localhost:${tillPort}\n  head office ${serverUrl}`,
  );
  if (!(await isAnswering(serverUrl))) console.log(SILENT);
  const electron = findElectron(process.env);
  // Of another data folder it would be another till's window.
  if (electron !== null && isInUse(mirrorIn(settings)))
    await openDesktop({ electron, root, dataFolder, serverUrl: forApp(settings, serverUrl) }).ended;
  process.exit(0);
};

/** Two programs that write one copy of the journal would spoil it, and so would two that print one spool. */
const ownMirror = (folder: string): FolderLock | null => {
  try {
    return lockFolder(folder);
  } catch (error) {
    // A folder that cannot be made holds up no till: it is told of where the copy is.
    if (!(error instanceof DataFolderLockedError)) return null;
    console.error(
      `journal_mirror_locked: process ${error.pid} serves a till that keeps its data in ${error.folder}. ` +
        'Stop it, or choose another OMNITILL_DATA.',
    );
    return process.exit(1);
  }
};

let isStopping = false;
const settings = readOrGiveUp();
await showOpen(settings);
const mirrorFolder = mirrorIn(settings);
const mirrorLock = ownMirror(mirrorFolder);
if (!isBuilt(root)) build();

const server = settings.serverUrl === null ? await startServer(root, settings.tillPort) : null;
const serverUrl = named(server?.url ?? settings.serverUrl ?? '');
const now = (): string => new Date().toISOString();
const mirror = openJournalMirror({ folder: mirrorFolder, now });
const heldTills = createHeldTills();
const devices = openDevices({ folder: path.join(settings.dataFolder, 'devices'), now });
const log = createShellLog(path.join(settings.dataFolder, 'logs'), () => new Date());
const till = await createWebHost({
  port: settings.tillPort,
  folder: path.join(root, 'dist/till'),
  serverUrl,
  services: {
    ...createServices({ kind: 'browser', version, mirror, heldTills, devices }),
    ...logServices(log, Date.now),
  },
  heldTills,
}).catch((error: unknown) => {
  console.error(
    isAddressTaken(error)
      ? `address_in_use: another program listens on localhost:${settings.tillPort}. ` +
          "Stop it, or choose another OMNITILL_TILL_PORT. A till's data belongs to its port."
      : `The till's page cannot be served: ${String(error)}`,
  );
  server?.process.removeAllListeners('exit');
  server?.process.kill('SIGTERM');
  return process.exit(1);
});
const electron = findElectron(process.env);
say(settings, serverUrl, till, electron !== null);
const { dataFolder } = settings;
const desktop =
  electron === null
    ? null
    : openDesktop({ electron, root, dataFolder, serverUrl: forApp(settings, serverUrl) });
void desktop?.ended.then((code) => {
  if (code !== 0 && !isStopping)
    console.log(
      `The desktop app ended with ${code}: open the till in a browser, ${named(till.url)}`,
    );
});

const stop = async (): Promise<void> => {
  // Pressed twice it is on its way: nothing of it is left behind.
  if (isStopping) return;
  isStopping = true;
  desktop?.close();
  server?.process.removeAllListeners('exit');
  server?.process.kill('SIGTERM');
  // An open line to a device keeps a process alive. One whose devices could not be opened has none.
  (await devices.catch(() => null))?.close();
  await till.close();
  mirrorLock?.release();
};
server?.process.removeAllListeners('exit');
server?.process.once('exit', () => {
  console.error(
    'The server stopped by itself; the till goes on selling. ' +
      'Press Ctrl-C here, and start again with npm start (same variables).',
  );
});
process.on('SIGINT', () => void stop());
process.on('SIGTERM', () => void stop());
