import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TillMoment } from '#shared/update/update-wait.ts';
import { openSettingsFile } from '../settings/shell-settings.ts';
import { updateFeed } from './update-feed.ts';
import { installApp, serveFeed, type ServedFeed } from './update-feed.fixture.ts';
import { createUpdates, type Updates } from './update-services.ts';

// electron-updater as it is, over HTTP to a feed of this machine, and an AppImage that is exchanged and started. Its Electron is
// not there: docs/updates.md says what is left to a real one.

const AT_REST: TillMoment = { isShiftOpen: false, queued: 0, isCopied: true, isSignedIn: false };

let feed: ServedFeed;
let app: ReturnType<typeof installApp>;
let updates: Updates;
let notes: string[];
let endings: boolean[];

const start = (isUnattended = true): void => {
  notes = [];
  endings = [];
  updates = createUpdates({
    feed: updateFeed(app.updater),
    settings: openSettingsFile(path.join(app.folder, 'data')),
    log: { note: (event) => notes.push(event), fault: (event) => notes.push(event) },
    now: () => '2026-11-29T12:00:00.000Z',
    isUnattended,
    onEnding: (isEnding) => endings.push(isEnding),
  });
};

const state = async () => {
  const told = await updates.services['update.describe']({});
  return told.ok ? told.value : null;
};

const install = (moment: TillMoment, isAsked = false) =>
  updates.services['update.install']({ moment, isAsked });

/** A program that leaves a word behind when it is started. */
const programOf = (version: string): string =>
  `#!/bin/sh\necho ${version} >> "${path.join(app.folder, 'started')}"\n`;
const started = (): string => {
  const file = path.join(app.folder, 'started');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
};

beforeEach(async () => {
  feed = await serveFeed();
  app = installApp('1.0.0', feed.url);
  start();
});

afterEach(async () => {
  app.remove();
  await feed.close();
});

describe('a newer version', () => {
  test('is fetched whole, waits for the shift to close, then takes the app’s place and starts', async () => {
    feed.publish('latest', { version: '1.1.0', program: programOf('1.1.0') });
    expect(await state()).toMatchObject({ stage: 'none', version: null, lookedAt: null });
    await updates.look();
    expect(await state()).toMatchObject({ stage: 'ready', version: '1.1.0' });
    for (const isAsked of [true, false])
      expect(await install({ ...AT_REST, isShiftOpen: true }, isAsked)).toEqual({
        ok: false,
        problem: { type: 'shift_open' },
      });
    expect(await install({ ...AT_REST, queued: 2 })).toMatchObject({ problem: { count: 2 } });
    expect(readFileSync(app.appImage, 'utf8')).toBe('the version that runs');
    expect(endings).toEqual([]);

    expect(await install(AT_REST)).toEqual({ ok: true, value: null });
    expect(readFileSync(app.appImage, 'utf8')).toBe(programOf('1.1.0'));
    await expect.poll(started).toBe('1.1.0');
    expect(endings).toEqual([true]);
    expect(notes).toEqual(['update_ready', 'update_installed']);
  });

  test('is not installed by itself where the system asks a person’s leave', async () => {
    feed.publish('latest', { version: '1.1.0', program: programOf('1.1.0') });
    start(false);
    await updates.look();
    expect(await install(AT_REST)).toEqual({ ok: false, problem: { type: 'none_ready' } });
    expect(await install({ ...AT_REST, isSignedIn: true }, true)).toMatchObject({ ok: true });
    await expect.poll(started).toBe('1.1.0');
  });

  test('that came damaged, half or not at all is not ready, and is fetched at a later look', async () => {
    feed.publish('latest', { version: '1.1.0', program: programOf('1.1.0') });
    for (const answer of ['#!/bin/sh\nexit 1', '', null]) {
      feed.spoil('Omnitill-1.1.0.AppImage', answer);
      await updates.look();
      expect(await state()).toMatchObject({ stage: 'failed', version: null });
      expect(await install(AT_REST)).toMatchObject({ problem: { type: 'none_ready' } });
    }
    expect(readFileSync(app.appImage, 'utf8')).toBe('the version that runs');
    feed.publish('latest', { version: '1.1.0', program: programOf('1.1.0') });
    await updates.look();
    expect(await state()).toMatchObject({ stage: 'ready', version: '1.1.0' });
  });

  test('that is taken back is not installed, and an older one never is', async () => {
    feed.publish('latest', { version: '1.1.0', program: programOf('1.1.0') });
    await updates.look();
    feed.publish('latest', { version: '0.9.0', program: programOf('0.9.0') });
    await updates.look();
    expect(await state()).toMatchObject({ stage: 'none', version: null });
    expect(await install(AT_REST)).toMatchObject({ problem: { type: 'none_ready' } });
  });

  test('comes to early tills first, and to none of a stage that does not hold them', async () => {
    feed.publish('latest', { version: '1.0.0', program: programOf('1.0.0') });
    feed.publish('beta', { version: '1.2.0-beta.1', program: programOf('1.2.0-beta.1') });
    await updates.look();
    expect(await state()).toMatchObject({ stage: 'none', channel: 'stable' });
    await updates.services['update.follow']({ channel: 'early' });
    await updates.look();
    expect(await state()).toMatchObject({ stage: 'ready', version: '1.2.0-beta.1' });
    await updates.services['update.follow']({ channel: 'stable' });
    feed.publish('latest', { version: '1.2.0', program: programOf('1.2.0'), stagingPercentage: 0 });
    await updates.look();
    expect(await state()).toMatchObject({ stage: 'none', channel: 'stable' });
    feed.publish('latest', {
      version: '1.2.0',
      program: programOf('1.2.0'),
      stagingPercentage: 100,
    });
    await updates.look();
    expect(await state()).toMatchObject({ stage: 'ready', version: '1.2.0' });
  });
});

describe('a feed', () => {
  test('that answers nonsense, an error or nothing holds up nothing', async () => {
    await updates.look();
    expect(await state()).toMatchObject({ stage: 'failed' });
    for (const answer of [
      '',
      '{',
      'version: 1',
      '<html>Sign in to the hotel’s network</html>',
      null,
    ]) {
      feed.spoil('latest-linux.yml', answer);
      await updates.look();
      expect(await state()).toMatchObject({ stage: 'failed', version: null });
    }
    await feed.close();
    await updates.look();
    expect(await state()).toMatchObject({ stage: 'failed', lookedAt: '2026-11-29T12:00:00.000Z' });
    feed = await serveFeed();
  });
});

test('an exchange that fails leaves this version at work, and the kiosk closed', async () => {
  feed.publish('latest', { version: '1.1.0', program: programOf('1.1.0') });
  await updates.look();
  // The place of the app cannot be written: its folder is gone.
  process.env['APPIMAGE'] = path.join(app.folder, 'gone', 'omnitill.AppImage');
  await expect(install(AT_REST)).rejects.toThrow(/ENOENT/);
  expect(endings).toEqual([true, false]);
  expect(await state()).toMatchObject({ stage: 'failed' });
});
