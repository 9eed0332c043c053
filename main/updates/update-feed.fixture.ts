import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AppImageUpdater } from 'electron-updater';
import { ElectronHttpExecutor } from 'electron-updater/out/electronHttpExecutor.js';

/** Asks by Node's own http, where the app asks by Electron's. */
const nodeExecutor = () =>
  Object.assign(new ElectronHttpExecutor(), {
    createRequest: request,
    addRedirectHandlers: () => undefined,
  });

/** The updater of an AppImage as it is, but for ending an Electron that is not there. */
class PlainUpdater extends AppImageUpdater {
  override quitAndInstall(isSilent: boolean, isForceRunAfter: boolean): void {
    this.install(isSilent, isForceRunAfter);
  }
}

export type Release = {
  readonly version: string;
  /** The program: a text that a shell runs. */
  readonly program: string;
  /** Of how many of a hundred tills. */
  readonly stagingPercentage?: number;
};

/** As electron-builder writes them. */
const releaseFile = ({ version, program, stagingPercentage }: Release): string => {
  const sha512 = createHash('sha512').update(program).digest('base64');
  const url = `Omnitill-${version}.AppImage`;
  const staging =
    stagingPercentage === undefined ? '' : `stagingPercentage: ${stagingPercentage}\n`;
  return `version: ${version}
files:
  - url: ${url}
    sha512: ${sha512}
    size: ${program.length}
path: ${url}
sha512: ${sha512}
${staging}releaseDate: '2026-11-29T10:00:00.000Z'
`;
};

export type ServedFeed = {
  readonly url: string;
  /** What the file of a channel (`latest`, `beta`) announces, and the program beside it. */
  readonly publish: (channel: string, release: Release) => void;
  /** Path → what is answered instead; null = the line breaks half-way. */
  readonly spoil: (file: string, answer: string | null) => void;
  readonly close: () => Promise<void>;
};

/** An update feed behind a port of this machine: a static folder of a web server. */
export const serveFeed = async (): Promise<ServedFeed> => {
  const files = new Map<string, string | null>();
  const server = createServer(({ url }, answer) => {
    const file = files.get(decodeURIComponent(new URL(url ?? '', 'http://feed').pathname.slice(1)));
    if (file === undefined) return void answer.writeHead(404).end();
    if (file !== null) return void answer.end(file);
    answer.writeHead(200, { 'content-length': 1000 });
    answer.write('half', () => answer.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    publish: (channel, release) => {
      files.set(`${channel}-linux.yml`, releaseFile(release));
      files.set(`Omnitill-${release.version}.AppImage`, release.program);
    },
    spoil: (file, answer) => void files.set(file, answer),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};

/** An app of this version in a folder of its own, laid out as an installed AppImage. */
export const installApp = (version: string, feedUrl: string) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'omnitill-update-'));
  const appImage = path.join(folder, 'omnitill.AppImage');
  const config = path.join(folder, 'app-update.yml');
  mkdirSync(path.join(folder, 'data'));
  writeFileSync(appImage, 'the version that runs');
  writeFileSync(
    config,
    `provider: generic\nurl: ${feedUrl}\nupdaterCacheDirName: omnitill-updater\n`,
  );
  process.env['APPIMAGE'] = appImage;
  const updater = new PlainUpdater(null, {
    version,
    name: 'omnitill',
    isPackaged: true,
    appUpdateConfigPath: config,
    userDataPath: path.join(folder, 'data'),
    baseCachePath: folder,
    whenReady: async () => undefined,
    relaunch: () => undefined,
    quit: () => undefined,
    onQuit: () => undefined,
  });
  Object.assign(updater, { httpExecutor: nodeExecutor() });
  return {
    folder,
    appImage,
    updater,
    remove: () => {
      delete process.env['APPIMAGE'];
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
};
