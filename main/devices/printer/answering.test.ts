import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openAnswering } from './answering.ts';
import type { Link } from './link.ts';

const ADDRESS = { type: 'network', host: '192.168.0.20', port: 9100 } as const;

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(path.join(tmpdir(), 'omnitill-answering-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A printer that says these bytes, one for each question, and then nothing. */
const saying = (...bytes: readonly number[]): Link => {
  const rest = [...bytes];
  return {
    send: async () => undefined,
    next: async () => rest.shift() ?? null,
    close: async () => undefined,
  };
};

test('J4: one stray byte on the line does not make an answering printer of one that never says anything', async () => {
  const { ask } = await openAnswering(path.join(folder, 'answering.json'));
  expect(await ask(saying(0x12), ADDRESS)).toBe('no_answer');
  expect(await ask(saying(0x16), ADDRESS)).toBe('cover_open');
  expect(await ask(saying(), ADDRESS)).toBe('ready_silent');
});

test('J4: one that answered each question and then nothing hangs, until a person tries whether it prints', async () => {
  const file = path.join(folder, 'answering.json');
  const { ask, askAnew } = await openAnswering(file);
  expect(await ask(saying(0x12, 0x12), ADDRESS)).toBe('ready');
  expect(await ask(saying(), ADDRESS)).toBe('no_answer');
  expect(await askAnew(saying(0x16), ADDRESS)).toBe('cover_open');
  expect(await ask(saying(), ADDRESS)).toBe('no_answer');
  expect(await askAnew(saying(), ADDRESS)).toBe('ready_silent');
  expect(await ask(saying(), ADDRESS)).toBe('ready_silent');
  const again = await openAnswering(file);
  expect(await again.ask(saying(), ADDRESS)).toBe('ready_silent');
});
