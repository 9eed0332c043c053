import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { build, Platform } from 'electron-builder';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeStubElectron } from './stub-electron.ts';

// electron-builder reads and checks its file before anything else, then packs what the file says. Electron itself is a stub here:
// what is shown is what goes into the package and how its fuses are set, not that it runs.

const root = path.resolve(import.meta.dirname, '../..');

let folder: string;
let asar: string;
let files: string[];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'omnitill-pack-'));
  await writeStubElectron(path.join(folder, 'electron'));
  await build({
    projectDir: root,
    targets: Platform.LINUX.createTarget('dir'),
    config: {
      extends: path.join(root, 'electron-builder.yml'),
      electronDist: path.join(folder, 'electron'),
      directories: { output: path.join(folder, 'out'), buildResources: 'main/icons' },
    },
  });
  asar = path.join(folder, 'out/linux-unpacked/resources/app.asar');
  files = listPackage(asar, { isPack: false }).map((file) => file.replaceAll('\\', '/'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test('the app knows where its updates come from, and asks there over https only', async () => {
  const resources = path.join(folder, 'out/linux-unpacked/resources');
  const config = await readFile(path.join(resources, 'app-update.yml'), 'utf8');
  expect(config).toMatch(/^provider: generic$/m);
  expect(config).toMatch(/^url: https:\/\//m);
  expect(config).toMatch(/^updaterCacheDirName: omnitill-updater$/m);
});

describe('the package', () => {
  test('holds the built till, the main program and the preload', () => {
    for (const file of [
      '/dist/till/index.html',
      '/dist/desktop/boot.js',
      '/dist/desktop/preload.cjs',
      '/package.json',
      '/LICENSE',
    ])
      expect(files).toContain(file);
  });

  test('holds no source, no map, no dependency, no server, no test and no secret', () => {
    const roots = new Set(files.map((file) => String(file.split('/')[1])));
    expect([...roots].toSorted()).toEqual(['LICENSE', 'NOTICE', 'dist', 'package.json']);
    const built = files.flatMap((file) => /^\/dist\/([^/]+)/.exec(file)?.[1] ?? []);
    expect([...new Set(built)].toSorted()).toEqual(['desktop', 'till']);
    const unwanted = /\.(tsx?|map|env|pem|key|test\.js)$|node_modules|service-worker|\/dashboard\//;
    expect(files.filter((file) => unwanted.test(file))).toEqual([]);
    const texts = files
      .filter((file) => /\.(c?js|html|json)$/.test(file))
      .map((file) => extractFile(asar, file.slice(1)).toString('utf8'));
    const secrets = /demo-admin|demo-web-key|demo-woo-secret|BEGIN [A-Z ]*PRIVATE KEY/;
    expect(texts.filter((text) => secrets.test(text))).toEqual([]);
  });

  test('starts the main program, and says nothing of how it was made', () => {
    const manifest: unknown = JSON.parse(extractFile(asar, 'package.json').toString('utf8'));
    expect(manifest).toMatchObject({ name: 'omnitill', main: 'dist/desktop/boot.js' });
    for (const key of ['scripts', 'dependencies', 'devDependencies'])
      expect(manifest).not.toHaveProperty([key, 'vite']);
    expect(manifest).not.toHaveProperty('scripts.start');
  });

  test('has the driver of serial ports for its system beside the archive, as files of their own', () => {
    const native = path.join(folder, 'out/linux-unpacked/resources/app.asar.unpacked/dist/desktop');
    expect(existsSync(path.join(native, 'native/serial-linux-x64.node'))).toBe(true);
  });

  test('is what was built', async () => {
    const built = await readFile(path.join(root, 'dist/desktop/boot.js'));
    expect(extractFile(asar, 'dist/desktop/boot.js').equals(built)).toBe(true);
  });

  test('has its fuses set: no Node by another name, nothing but the checked archive', async () => {
    const wire = await getCurrentFuseWire(path.join(folder, 'out/linux-unpacked/omnitill'));
    const isOn = (fuse: FuseV1Options): boolean => Number(wire[fuse]) === '1'.charCodeAt(0);
    expect({
      runAsNode: isOn(FuseV1Options.RunAsNode),
      cookies: isOn(FuseV1Options.EnableCookieEncryption),
      nodeOptions: isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      inspect: isOn(FuseV1Options.EnableNodeCliInspectArguments),
      integrity: isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyAsar: isOn(FuseV1Options.OnlyLoadAppFromAsar),
      snapshot: isOn(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
      fileRights: isOn(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual({
      runAsNode: false,
      cookies: true,
      nodeOptions: false,
      inspect: false,
      integrity: true,
      onlyAsar: true,
      snapshot: false,
      fileRights: false,
    });
  });
});
