import { constants, cpSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createServices } from '#main/calls/create-services.ts';
import { openDevices } from '#main/devices/open-devices.ts';
import { createHeldTills } from '#main/calls/held-tills.ts';
import { createShellLog } from '#main/log/create-shell-log.ts';
import { logServices } from '#main/log/log-services.ts';
import { openJournalMirror } from '#main/journal-mirror/open-journal-mirror.ts';
import { version } from '#main/version.ts';
import { createDataFolder } from '#server/store/database/create-data-folder.fixture.ts';
import { createWebHost, type WebHost } from '#main/web-host/create-web-host.ts';
import { hostedTill, isHosted } from './hosted-till.ts';
import { demoIn } from './make-demo.ts';
import { moveClockOf } from './moved-clock.ts';
import { ended, freePort, spawnServer } from './spawn-server.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** The whole product, freshly started on free ports with a fresh data folder. */
export type Product = {
  readonly serverUrl: string;
  readonly tillUrl: string;
  /** Free to be worked on while the server is stopped. */
  readonly dataFolder: string;
  /** Where the till's machine mirrors its journal, if it does. */
  readonly mirrorFolder: string;
  /** What the server has printed until now. */
  readonly printed: () => string;
  /** kill -9. */
  readonly killServer: () => Promise<void>;
  /** As Ctrl-C does. */
  readonly stopServer: () => Promise<void>;
  /** On the same port and data as before. */
  readonly startServer: () => Promise<void>;
  /** Ms since 1970; of a product that was started with a clock of its own. */
  readonly moveClockTo: (time: number) => Promise<void>;
  /** Closes the till's web host too: nothing runs but the browser. */
  readonly stopWebHost: () => Promise<void>;
  /** On the same port as before, for the server of that address. */
  readonly startWebHost: (serverUrl: string) => Promise<void>;
  readonly stop: () => Promise<void>;
};

const RUN_FOLDER = process.env['OMNITILL_E2E_FOLDER'];

/** A data folder with a copy of the demo in it. */
const createDemoFolder = async (): Promise<string> => {
  if (RUN_FOLDER === undefined) return createDataFolder();
  const folder = await mkdtemp(path.join(RUN_FOLDER, 'data-'));
  // A thousand small files: one after the other takes half of what all at once does.
  cpSync(demoIn(RUN_FOLDER), folder, { recursive: true, mode: constants.COPYFILE_FICLONE });
  return folder;
};

export const startProduct = async ({
  isDemo = true,
  /** Most tests want several tills in fresh profiles, and none that is known to this computer already. */
  hasMirror = false,
  /** A clock of its own, until the server is started again; ms since 1970. */
  time,
}: {
  readonly isDemo?: boolean;
  readonly hasMirror?: boolean;
  readonly time?: number;
} = {}): Promise<Product> => {
  // An empty start makes its database itself, as in a shop.
  const dataFolder = isDemo
    ? await createDemoFolder()
    : await mkdtemp(path.join(tmpdir(), 'omnitill-e2e-'));
  const port = await freePort();
  const serverUrl = `http://localhost:${port}`;
  let printed = '';
  const options = {
    isDemo,
    time,
    onPrint: (text: string) => {
      printed += text;
    },
  };
  let server = await spawnServer(port, dataFolder, options);
  const mirrorFolder = path.join(dataFolder, 'journal-mirror');
  const mirror = hasMirror
    ? openJournalMirror({ folder: mirrorFolder, now: () => new Date().toISOString() })
    : null;
  const devices = openDevices({
    folder: path.join(dataFolder, 'devices'),
    now: () => new Date().toISOString(),
  });
  const heldTills = createHeldTills();
  const log = createShellLog(path.join(dataFolder, 'logs'), () => new Date());
  const startHost = (tillPort: number, forServer: string): Promise<WebHost> =>
    createWebHost({
      port: tillPort,
      folder: path.join(root, 'dist/till'),
      serverUrl: forServer,
      services: {
        ...createServices({ kind: 'browser', version, mirror, heldTills, devices }),
        ...logServices(log, Date.now),
      },
      heldTills,
    });
  let webHost = await startHost(0, serverUrl);
  const tillPort = Number(new URL(webHost.url).port);
  return {
    serverUrl,
    tillUrl: isHosted
      ? hostedTill(serverUrl, hasMirror ? dataFolder : null)
      : webHost.url.replace('127.0.0.1', 'localhost'),
    dataFolder,
    mirrorFolder,
    printed: () => printed,
    killServer: () => ended(server, 'SIGKILL'),
    stopServer: () => ended(server, 'SIGTERM'),
    startServer: async () => {
      server = await spawnServer(port, dataFolder, options);
    },
    moveClockTo: (to) => moveClockOf(server, to),
    stopWebHost: () => webHost.close(),
    startWebHost: async (forServer) => {
      webHost = await startHost(tillPort, forServer);
    },
    stop: async () => {
      await ended(server, 'SIGTERM');
      await webHost.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
};
