import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findElectron } from './find-electron.ts';
import { openDesktop } from './open-desktop.ts';

let place: string;

beforeEach(() => {
  place = mkdtempSync(path.join(tmpdir(), 'omnitill-electron-'));
});

afterEach(() => rmSync(place, { recursive: true, force: true }));

/** A package as npm lays it out; the binary comes on its own, later or never. */
const installPackage = (): string => {
  const folder = path.join(place, 'electron');
  mkdirSync(path.join(folder, 'dist'), { recursive: true });
  return folder;
};

test('a machine without the binary has no desktop app, whatever of the package is there', () => {
  const folder = installPackage();
  expect(findElectron({}, null)).toBeNull();
  expect(findElectron({}, folder)).toBeNull();
  writeFileSync(path.join(folder, 'path.txt'), 'electron');
  expect(findElectron({}, folder)).toBeNull();
  expect(
    findElectron({ ELECTRON_OVERRIDE_DIST_PATH: path.join(place, 'none') }, folder),
  ).toBeNull();
});

test('the binary that was installed is found, and another folder goes before it', () => {
  const folder = installPackage();
  writeFileSync(path.join(folder, 'path.txt'), 'electron\n');
  writeFileSync(path.join(folder, 'dist/electron'), '');
  expect(findElectron({}, folder)).toBe(path.join(folder, 'dist/electron'));
  writeFileSync(path.join(place, 'electron-stub'), '');
  writeFileSync(path.join(folder, 'path.txt'), 'electron-stub');
  expect(findElectron({ ELECTRON_OVERRIDE_DIST_PATH: place }, folder)).toBe(
    path.join(place, 'electron-stub'),
  );
});

test('the desktop app is opened on the package, with its server and its data', async () => {
  const stub = path.join(place, 'electron');
  const told = path.join(place, 'told');
  writeFileSync(
    stub,
    `#!/bin/sh\necho "$1 $OMNITILL_SERVER_URL $OMNITILL_DESKTOP_DATA" > ${told}\nexit 3\n`,
  );
  chmodSync(stub, 0o755);
  const parts = { root: place, dataFolder: '/data', serverUrl: 'http://localhost:4600' };
  expect(await openDesktop({ ...parts, electron: stub }).ended).toBe(3);
  expect(readFileSync(told, 'utf8')).toBe(`${place} http://localhost:4600 /data/desktop\n`);
  expect(await openDesktop({ ...parts, electron: path.join(place, 'none') }).ended).toBeNull();
});
