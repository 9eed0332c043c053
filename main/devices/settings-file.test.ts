import { mkdir, mkdtemp, rm } from 'node:fs/promises';
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
