import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
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
