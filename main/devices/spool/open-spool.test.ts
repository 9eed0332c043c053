import { expect, test } from 'vitest';
import type { PrintJob } from '#shared/devices/printing.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { paperIn, printerAt } from '../papers.fixture.ts';
import type { JobFiles } from './job-files.ts';
import { openSpool, type Spool, type SpoolParts } from './open-spool.ts';

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

/** As a printer that is asked first, and whose answer takes as long as `answered` does. */
const askedFirst =
  (answered: Promise<void>, begun: string[]): SpoolParts['print'] =>
  async (printer, _job, onBegin) => {
    if (printer.id === COUNTER.id) await answered;
    try {
      await onBegin();
    } catch {
      return fail('unreachable' as const);
    }
    begun.push(printer.id);
    return ok(null);
  };

test.each([
  ['sent elsewhere', [KITCHEN.id], async (spool: Spool) => spool.sendTo('receipt-en', KITCHEN.id)],
  ['given up', [], async (spool: Spool) => spool.discard('receipt-en')],
])('a paper that is %s while its printer is asked does not come back', async (_, prints, act) => {
  let answer: () => void = () => undefined;
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const begun: string[] = [];
  const spool = await open(askedFirst(answered, begun));
  await spool.add(paperIn('en', { id: 'receipt-en' }), COUNTER.id);
  const first = spool.work();
  await act(spool);
  const second = spool.work();
  answer();
  await Promise.all([first, second]);
  await spool.work();
  expect(begun).toEqual(prints);
  expect(spool.jobs()).toEqual([]);
});

/** A disk whose writes each take until they are let through. Two at once of one paper fail, as with a shared file. */
const slowDisk = () => {
  const onDisk = new Map<string, PrintJob>();
  const writing = new Set<string>();
  let letThrough: (() => void) | null = null;
  const files: JobFiles = {
    load: async () => [...onDisk.values()],
    save: async (job) => {
      if (writing.has(job.id)) throw new Error('ENOENT');
      writing.add(job.id);
      await new Promise<void>((resolve) => (letThrough = resolve));
      letThrough = null;
      writing.delete(job.id);
      onDisk.set(job.id, job);
    },
    remove: async (id) => void onDisk.delete(id),
  };
  const isWriting = (): boolean => letThrough !== null;
  /** Lets writes through until what was asked for is done. */
  const through = async (done: Promise<unknown>): Promise<void> => {
    let isDone = false;
    const end = done.finally(() => (isDone = true));
    while (!isDone) {
      letThrough?.();
      await new Promise(setImmediate);
    }
    await end;
  };
  return { files, onDisk, isWriting, through };
};

test.each([
  ['sent elsewhere', [KITCHEN.id], async (spool: Spool) => spool.sendTo('receipt-en', KITCHEN.id)],
  ['given up', [], async (spool: Spool) => spool.discard('receipt-en')],
])(
  'J4: a paper that is %s while its beginning is being noted does not begin',
  async (_, prints, act) => {
    const { files, onDisk, isWriting, through } = slowDisk();
    const begun: [string, number][] = [];
    const spool = await open(async (printer, job, onBegin) => {
      try {
        await onBegin();
      } catch {
        return fail('unreachable' as const);
      }
      begun.push([printer.id, job.begun]);
      return ok(null);
    }, files);
    await through(spool.add(paperIn('en', { id: 'receipt-en' }), COUNTER.id));
    const first = spool.work();
    await expect.poll(isWriting).toBe(true);
    const acted = act(spool);
    await through(Promise.all([acted, first]));
    await through(spool.work());
    // Elsewhere it is no second print.
    expect(begun).toEqual(prints.map((id) => [id, 0]));
    expect(spool.jobs()).toEqual([]);
    expect([...onDisk.keys()]).toEqual([]);
  },
);

test('a paper that is asked for twice at once is written and printed once', async () => {
  const { files, through } = slowDisk();
  const begun: string[] = [];
  const spool = await open(askedFirst(Promise.resolve(), begun), files);
  const twice = [1, 2].map(() => spool.add(paperIn('en'), COUNTER.id));
  await through(Promise.all(twice));
  await through(spool.work());
  expect(begun).toEqual([COUNTER.id]);
});

test('a paper whose beginning could not be noted has not begun', async () => {
  let saves = 0;
  const save = async (): Promise<void> => {
    saves += 1;
    if (saves === 2) throw new Error('ENOSPC');
  };
  const begun: string[] = [];
  const spool = await open(askedFirst(Promise.resolve(), begun), { ...NO_FILES, save });
  await spool.add(paperIn('en'), COUNTER.id);
  await spool.work();
  expect(spool.jobs()).toMatchObject([{ begun: 0, state: 'waiting', fault: 'unreachable' }]);
  expect(begun).toEqual([]);
});

test('J4: a paper that each time ends the app while it prints is printed again once, then held for a person', async () => {
  const onDisk = new Map<string, PrintJob>();
  const files: JobFiles = {
    load: async () => [...onDisk.values()],
    save: async (job) => void onDisk.set(job.id, job),
    remove: async (id) => void onDisk.delete(id),
  };
  let begins = 0;
  /** The app from its start until it ends in the middle of a paper, or has nothing to print. */
  const life = async (): Promise<Spool> => {
    let die = (): void => undefined;
    const death = new Promise<void>((resolve) => (die = resolve));
    const spool = await open(async (_printer, _job, onBegin) => {
      await onBegin();
      begins += 1;
      die();
      return new Promise(() => undefined);
    }, files);
    if (spool.jobs().length === 0) await spool.add(paperIn('en'), COUNTER.id);
    await Promise.race([spool.work(), death]);
    return spool;
  };
  for (let start = 0; start < 4; start += 1) await life();
  const last = await life();
  expect(begins).toBe(2);
  expect(last.jobs()).toMatchObject([{ begun: 2, state: 'held', fault: 'interrupted' }]);
  await last.sendTo(paperIn('en').id, COUNTER.id);
  expect(last.jobs()).toMatchObject([{ begun: 1, state: 'waiting', fault: null }]);
});
