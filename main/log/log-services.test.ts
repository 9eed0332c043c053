import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAnswerer } from '../calls/create-answerer.ts';
import { createShellLog } from './create-shell-log.ts';
import { logServices } from './log-services.ts';

let folder: string;
let now: number;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'omnitill-page-log-'));
  now = 1_000_000;
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = () => {
  const log = createShellLog(folder, () => new Date(now));
  const services = logServices(log, () => now);
  const answer = createAnswerer({ services, onFault: () => undefined });
  return {
    note: async (asked: unknown): Promise<unknown> =>
      JSON.parse(await answer('log.note', JSON.stringify(asked))),
    read: async (): Promise<string> =>
      (JSON.parse(await answer('log.read', '{}')) as { value: string }).value,
  };
};

test('a fault of the page stands in the log with its class, its code and where it was', async () => {
  const { note, read } = open();
  const asked = { name: 'TypeError DB8', places: ['index-a1.js:1:204', 'till.js:3:1'] };
  expect(await note(asked)).toEqual({ ok: true, value: null });
  expect(await read()).toMatch(
    /^\S+ page_fault fault=TypeError DB8 at=index-a1\.js:1:204,till\.js:3:1\n$/,
  );
});

test('nothing but that gets into the log: no sentence, number of a card, second line or long list', async () => {
  const { note, read } = open();
  const wrong = [
    { name: 'no such customer: Anna', places: [] },
    { name: '4111111111111111', places: [] },
    { name: 'Error E4111111111111111', places: [] },
    { name: 'Error\nstarted', places: [] },
    { name: 'Error', places: ['anna@mail.kz'] },
    { name: 'Error', places: ['/home/anna/a.js:1:1'] },
    { name: 'Error', places: ['a.js:1:1\nstarted'] },
    { name: 'Error', places: Array.from({ length: 9 }, () => 'a.js:1:1') },
    { name: 'Error', places: [], message: 'Anna' },
  ];
  for (const asked of wrong)
    expect(await note(asked)).toMatchObject({ problem: { type: 'call_malformed' } });
  expect(await read()).toBe('');
});

test('a page that fails over and over fills no log: of a minute the first are kept', async () => {
  const { note, read } = open();
  const lines = async (): Promise<number> => (await read()).split('\n').length - 1;
  for (let each = 0; each < 100; each += 1) await note({ name: 'Error', places: [] });
  expect(await lines()).toBe(30);
  now += 60_000;
  await note({ name: 'Error', places: [] });
  expect(await lines()).toBe(31);
});
