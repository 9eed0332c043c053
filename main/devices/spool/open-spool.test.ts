import { expect, test } from 'vitest';
import { ok } from '#shared/kernel/result.ts';
import { paperIn, printerAt } from '../papers.fixture.ts';
import type { JobFiles } from './job-files.ts';
import { openSpool, type SpoolParts } from './open-spool.ts';

const COUNTER = printerAt(9100);
const KITCHEN = printerAt(9101, { id: 'kitchen' });
const NO_FILES: JobFiles = {
  load: async () => [],
  save: async () => undefined,
  remove: async () => undefined,
};

const open = (print: SpoolParts['print'], files = NO_FILES) =>
  openSpool({
    files,
    now: () => '2026-01-02T11:00:00.000Z',
    printers: () => [COUNTER, KITCHEN],
    print,
  });

test('a printer that hangs holds up nothing that comes later at another', async () => {
  const printed: string[] = [];
  const spool = await open(async (printer, { id }) => {
    if (printer.id === COUNTER.id) await new Promise(() => undefined);
    printed.push(id);
    return ok(null);
  });
  await spool.add(paperIn('en', { id: 'hangs' }), COUNTER.id);
  void spool.work();
  await spool.add(paperIn('en', { id: 'label' }), KITCHEN.id);
  void spool.work();
  await expect.poll(() => printed).toEqual(['label']);
});

test('a paper that is printed is not printed again because its file cannot be removed', async () => {
  let prints = 0;
  const remove = async (): Promise<void> => {
    throw new Error('EPERM');
  };
  const spool = await open(
    async () => {
      prints += 1;
      return ok(null);
    },
    { ...NO_FILES, remove },
  );
  await spool.add(paperIn('en'), COUNTER.id);
  for (let turn = 0; turn < 3; turn += 1) await spool.work().catch(() => undefined);
  expect(prints).toBe(1);
});
