import { mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSettingsFile } from './shell-settings.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'omnitill-settings-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const FRESH = { serverUrl: null, kiosk: null, hasDisplay: false, updateChannel: 'stable' };

test('what is changed is read again after a start, and by nobody else', () => {
  const place = path.join(folder, 'new');
  openSettingsFile(place).change({ serverUrl: 'https://shop.example' });
  expect(openSettingsFile(place).read()).toEqual({ ...FRESH, serverUrl: 'https://shop.example' });
  expect(statSync(path.join(place, 'shell.json')).mode & 0o077).toBe(0);
});

test('a file that was cut short or altered counts as fresh', () => {
  for (const text of [
    '',
    '{',
    '{"serverUrl":',
    '[]',
    '{"serverUrl":1,"kiosk":null,"hasDisplay":false}',
  ]) {
    writeFileSync(path.join(folder, 'shell.json'), text);
    expect(openSettingsFile(folder).read()).toEqual(FRESH);
  }
});

test('a file of the version before is read with what it lacks', () => {
  writeFileSync(
    path.join(folder, 'shell.json'),
    '{"serverUrl":"https://shop.example","kiosk":null,"hasDisplay":true}',
  );
  expect(openSettingsFile(folder).read()).toEqual({
    ...FRESH,
    serverUrl: 'https://shop.example',
    hasDisplay: true,
  });
});

test('a full disk leaves the file as it was, nothing beside it, and takes the next change', () => {
  const settings = openSettingsFile(folder);
  settings.change({ serverUrl: 'https://shop.example' });
  symlinkSync('/dev/full', path.join(folder, '.shell.json'));
  expect(() => settings.change({ hasDisplay: true })).toThrow('ENOSPC');
  expect(openSettingsFile(folder).read()).toMatchObject({ hasDisplay: false });
  expect(readdirSync(folder)).toEqual(['shell.json']);
  settings.change({ updateChannel: 'stable' });
  expect(openSettingsFile(folder).read()).toEqual({
    ...FRESH,
    serverUrl: 'https://shop.example',
    hasDisplay: true,
  });
});

test('a file of a newer version is read as far as this one knows it, member by member', () => {
  const kiosk = { salt: 'aa', hash: 'bb', wrongTries: 2, lockedUntil: 0 };
  const newer = { kiosk: { ...kiosk, hint: 'new' }, serverUrl: 'https://shop.example', sound: 3 };
  writeFileSync(
    path.join(folder, 'shell.json'),
    JSON.stringify({ ...newer, hasDisplay: true, updateChannel: 'nightly' }),
  );
  expect(openSettingsFile(folder).read()).toEqual({
    serverUrl: 'https://shop.example',
    kiosk,
    hasDisplay: true,
    updateChannel: 'stable',
  });
});
