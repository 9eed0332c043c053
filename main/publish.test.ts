import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { publish } from './publish.ts';
import { createWebHost } from './web-host/create-web-host.ts';

let place: string;

beforeEach(() => {
  place = mkdtempSync(path.join(tmpdir(), 'omnitill-publish-'));
});

afterEach(() => rmSync(place, { recursive: true, force: true }));

const served = (): string => path.join(place, 'till');

/** A build whose page loads one hashed part. */
const build = (version: string): void => {
  const fresh = path.join(place, 'fresh');
  mkdirSync(path.join(fresh, 'assets'), { recursive: true });
  writeFileSync(path.join(fresh, 'assets', `part-${version}.js`), version);
  writeFileSync(path.join(fresh, 'index.html'), `<head></head>part-${version}.js`);
  publish(fresh, served());
};

const has = (version: string): boolean => {
  try {
    return readFileSync(path.join(served(), 'assets', `part-${version}.js`), 'utf8') === version;
  } catch {
    return false;
  }
};

test('a build takes the place of the one before, whose parts stay one build longer', () => {
  build('a');
  build('b');
  expect([has('a'), has('b')]).toEqual([true, true]);
  build('c');
  expect([has('a'), has('b'), has('c')]).toEqual([false, true, true]);
});

test('the same build again drops nothing of it', () => {
  build('a');
  build('a');
  expect(has('a')).toBe(true);
});

test('T2: a web host that runs serves the page of now, and what an open page still asks for', async () => {
  build('a');
  const host = await createWebHost({
    port: 0,
    folder: served(),
    serverUrl: 'http://localhost:1',
    services: {},
  });
  const get = async (file: string): Promise<string> => (await fetch(`${host.url}/${file}`)).text();
  try {
    expect(await get('')).toContain('part-a.js');
    build('b');
    expect(await get('')).toContain('part-b.js');
    expect(await get('assets/part-a.js')).toBe('a');
    expect(await get('assets/part-b.js')).toBe('b');
  } finally {
    await host.close();
  }
});
