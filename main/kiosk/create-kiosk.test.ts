import { scryptSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSettingsFile } from '../settings/shell-settings.ts';
import { createKiosk, type Kiosk } from './create-kiosk.ts';

let folder: string;
let time: number;
let shown: boolean[];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'omnitill-kiosk-'));
  time = 1_000_000;
  shown = [];
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** As after a start of the app. */
const start = (): Kiosk =>
  createKiosk({
    settings: openSettingsFile(folder),
    now: () => time,
    show: (isKiosk) => shown.push(isKiosk),
  });

const OK = { ok: true, value: null };
const locked = (seconds: number) => ({ ok: false, problem: { type: 'pin_locked', seconds } });

test('the kiosk is left by the PIN it was entered with, also after a restart', async () => {
  expect(await start()['kiosk.enter']({ pin: '4321' })).toEqual(OK);
  expect(readFileSync(path.join(folder, 'shell.json'), 'utf8')).not.toContain('4321');
  const kiosk = start();
  expect(await kiosk['kiosk.describe']({})).toEqual({ ok: true, value: { isOn: true } });
  expect(await kiosk['kiosk.leave']({ pin: '1111' })).toEqual({
    ok: false,
    problem: { type: 'pin_wrong', triesLeft: 4 },
  });
  expect(await kiosk['kiosk.leave']({ pin: '4321' })).toEqual(OK);
  expect(await kiosk['kiosk.describe']({})).toEqual({ ok: true, value: { isOn: false } });
  expect(shown).toEqual([true, false]);
});

test('the PIN is kept as scrypt, with a salt of its own each time', async () => {
  const kept: string[] = [];
  for (let times = 0; times < 2; times += 1) {
    await start()['kiosk.enter']({ pin: '4321' });
    const { salt, hash } = openSettingsFile(folder).read().kiosk ?? { salt: '', hash: '' };
    expect(hash).toBe(scryptSync('4321', Buffer.from(salt, 'hex'), 32).toString('hex'));
    expect(salt).toMatch(/^[0-9a-f]{32}$/);
    kept.push(hash);
    await start()['kiosk.leave']({ pin: '4321' });
  }
  expect(kept[0]).not.toBe(kept[1]);
});

test('entering it again does not put another PIN in the place of the first', async () => {
  const kiosk = start();
  await kiosk['kiosk.enter']({ pin: '4321' });
  await kiosk['kiosk.enter']({ pin: '1111' });
  expect(await kiosk['kiosk.leave']({ pin: '1111' })).toMatchObject({ ok: false });
  expect(await kiosk['kiosk.leave']({ pin: '4321' })).toEqual(OK);
});

test('the fifth wrong PIN locks for a minute, over a restart, also for the right one', async () => {
  await start()['kiosk.enter']({ pin: '4321' });
  for (const triesLeft of [4, 3, 2, 1])
    expect(await start()['kiosk.leave']({ pin: '0000' })).toMatchObject({ problem: { triesLeft } });
  expect(await start()['kiosk.leave']({ pin: '0000' })).toEqual(locked(60));
  time += 30_000;
  expect(await start()['kiosk.leave']({ pin: '4321' })).toEqual(locked(30));
  time += 30_000;
  expect(await start()['kiosk.leave']({ pin: '4321' })).toEqual(OK);
});

test('a clock that was set back does not lock the kiosk for ever', async () => {
  const kiosk = start();
  await kiosk['kiosk.enter']({ pin: '4321' });
  for (let tries = 0; tries < 5; tries += 1) await kiosk['kiosk.leave']({ pin: '0000' });
  time = 5;
  expect(await kiosk['kiosk.leave']({ pin: '4321' })).toEqual(OK);
});

test('a full disk keeps nobody in the kiosk or out of it, and wrong PINs count all the same', async () => {
  const kiosk = start();
  // Writing there says what a full disk says.
  const fill = () => symlinkSync('/dev/full', path.join(folder, '.shell.json'));
  fill();
  expect(await kiosk['kiosk.enter']({ pin: '4321' })).toEqual(OK);
  fill();
  expect(await kiosk['kiosk.leave']({ pin: '0000' })).toMatchObject({ problem: { triesLeft: 4 } });
  fill();
  expect(await kiosk['kiosk.leave']({ pin: '4321' })).toEqual(OK);
  expect(shown).toEqual([true, false]);
});
