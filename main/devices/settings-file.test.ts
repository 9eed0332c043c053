import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { NO_DEVICES } from '#shared/devices/devices.ts';
import { readDeviceSettings } from './settings-file.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'omnitill-devices-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('where none were saved there are no devices; what the disk does not give is not none', async () => {
  const file = path.join(folder, 'devices.json');
  expect(await readDeviceSettings(file)).toEqual(NO_DEVICES);
  await mkdir(file);
  await expect(readDeviceSettings(file)).rejects.toThrow('EISDIR');
});

test('of a newer version’s devices those are there that this one knows, and the file stays as it was', async () => {
  const file = path.join(folder, 'devices.json');
  const scanner = { address: { type: 'serial', path: '/dev/ttyUSB0', baudRate: 9600 } };
  await writeFile(file, JSON.stringify({ ...NO_DEVICES, scanner, drawers: [] }));
  expect(await readDeviceSettings(file)).toEqual({ ...NO_DEVICES, scanner });
  expect(await readdir(folder)).toEqual(['devices.json']);

  const text = JSON.stringify({ ...NO_DEVICES, scanner, scale: { type: 'radio' } });
  await writeFile(file, text);
  expect(await readDeviceSettings(file)).toEqual({ ...NO_DEVICES, scanner });
  expect(await readFile(`${file}.unreadable`, 'utf8')).toBe(text);
});
