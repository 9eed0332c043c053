import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { NO_DEVICES } from '#shared/devices/devices.ts';
import { readDeviceSettings, writeDeviceSettings } from '../devices/settings-file.ts';
import { openJobFiles } from '../devices/spool/job-files.ts';
import { writeDurably } from './write-durably.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'omnitill-durable-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The next write of this file is told what a full disk says. */
const fill = (name: string): void => symlinkSync('/dev/full', path.join(folder, `.${name}`));

test('a full disk leaves the old file and nothing beside it; with room again the new one is there', async () => {
  const file = path.join(folder, 'kept.json');
  await writeDurably(file, 'old');
  fill('kept.json');
  await expect(writeDurably(file, 'new')).rejects.toThrow('ENOSPC');
  expect(readFileSync(file, 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['kept.json']);
  await writeDurably(file, 'new');
  expect(readFileSync(file, 'utf8')).toBe('new');
});

test('a spool on a full disk says that it did not take a paper, and holds no half of it', async () => {
  const files = await openJobFiles(folder);
  const job = {
    id: 'receipt-1',
    title: 'ALM1-01-1',
    document: 'a line',
    againTitle: 'again',
    printerId: 'one',
    addedAt: '2026-01-02T11:00:00.000Z',
    begun: 0,
    state: 'waiting' as const,
    fault: null,
  };
  fill('receipt-1.json');
  await expect(files.save(job)).rejects.toThrow('ENOSPC');
  expect(await files.load()).toEqual([]);
  expect(readdirSync(folder)).toEqual([]);
});

test('settings of devices stay as they were when the disk is full', async () => {
  const file = path.join(folder, 'devices.json');
  await writeDeviceSettings(file, NO_DEVICES);
  fill('devices.json');
  await expect(writeDeviceSettings(file, NO_DEVICES)).rejects.toThrow('ENOSPC');
  expect(await readDeviceSettings(file)).toEqual(NO_DEVICES);
});
