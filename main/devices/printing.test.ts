import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LOCALES } from '#shared/kernel/text.ts';
import type { Printer } from '#shared/devices/printing.ts';
import { paperDocument } from '#shared/receipt/paper-document.ts';
import { codePageTest } from './escpos/code-page-test.ts';
import { encodePaper } from './escpos/encode-paper.ts';
import { everyPaper, PAPERS } from './every-paper.fixture.ts';
import { paperIn, printerAt } from './papers.fixture.ts';
import { askState } from './printer/ask-state.ts';
import { openLink } from './printer/open-link.ts';
import { printBytes } from './printer/print-bytes.ts';
import { printJob } from './printer/print-job.ts';
import { openJobFiles } from './spool/job-files.ts';
import { openSpool, type Spool } from './spool/open-spool.ts';
import { startVirtualPrinter, type VirtualPrinter } from './virtual-printer.fixture.ts';

let folder: string;
let virtual: VirtualPrinter;
let printer: Printer;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'omnitill-spool-'));
  virtual = await startVirtualPrinter();
  printer = printerAt(virtual.port);
});
afterEach(async () => {
  await virtual.close();
  await rm(folder, { recursive: true, force: true });
});

const open = async (printers: readonly Printer[] = [printer]): Promise<Spool> => {
  let second = 0;
  return openSpool({
    files: await openJobFiles(folder),
    now: () => new Date(Date.UTC(2026, 0, 2, 11, 0, (second += 1))).toISOString(),
    printers: () => printers,
    print: (target, job, onBegin) =>
      printJob({ open: openLink, ask: askState }, target, job, onBegin),
  });
};

const printed = (): string =>
  virtual
    .papers()
    .map(({ lines }) => lines.join('\n'))
    .join('\n=\n');

describe('a receipt on paper', () => {
  test.each(LOCALES)(
    'R1: in %s every byte is understood, and every letter is on it',
    async (locale) => {
      const spool = await open();
      await spool.add(paperIn(locale), printer.id);
      await spool.work();
      expect(virtual.faults()).toEqual([]);
      expect(virtual.papers()).toHaveLength(1);
      expect(spool.jobs()).toEqual([]);
    },
  );

  test('letters that the code page has come as text, the others as a picture of their line', async () => {
    const spool = await open();
    await spool.add(paperIn('ru'), printer.id);
    await spool.work();
    expect(printed()).toContain('Хлеб белый');
    expect(printed()).toContain('Алматы');
    expect(printed()).toContain('пр. Абая, 10 | Almaty {KZ}');
    await spool.add(paperIn('kk', { document: '|Қазақ ұлы\n|Plain' }), printer.id);
    await spool.work();
    expect(virtual.papers().at(-1)?.lines).toEqual(['▒', 'Plain']);
  });

  test('a Ukrainian letter is printed by a printer that has it and drawn for one that has not', async () => {
    const bytes = (more: Partial<Printer>) =>
      encodePaper('|їжак ґанок і', { ...printer, ...more }).toString('latin1');
    expect(bytes({ charset: 'cp1125', codePage: 44 })).not.toContain('\x1dv0');
    expect(bytes({ charset: 'cp866' })).toContain('\x1dv0');
  });

  test.each([32, 42, 48] as const)(
    'every paper in every language fits a roll of %i letters, with no word cut in two',
    async (columns) => {
      const roll = await startVirtualPrinter(columns);
      try {
        const target = printerAt(roll.port, { columns, charset: 'win1251', codePage: 46 });
        const spool = await open([target]);
        for (const locale of LOCALES)
          for (const kind of PAPERS) {
            const document = paperDocument(everyPaper(locale)[kind]);
            await spool.add(paperIn(locale, { id: `${kind}-${locale}`, document }), target.id);
          }
        await spool.work();
        expect(roll.faults()).toEqual([]);
        expect(spool.jobs()).toEqual([]);
        // Two labels are two papers.
        expect(roll.papers()).toHaveLength(LOCALES.length * (PAPERS.length + 1));
        const text = roll.papers().flatMap(({ lines }) => lines);
        expect(text.join(' ').replaceAll(/ +/g, ' ')).toContain(
          'Сыр горный, выдержанный двенадцать месяцев, 50% жирности, весовой',
        );
      } finally {
        await roll.close();
      }
    },
  );

  test('the page that tests code pages shows each charset right under its own number', async () => {
    await printBytes({
      open: openLink,
      ask: askState,
      address: printer.address,
      bytes: codePageTest(),
      onBegin: async () => undefined,
    });
    expect(virtual.faults()).toEqual([]);
    const page = virtual.papers()[0]?.lines ?? [];
    expect(page).toContain('17 cp866: Съешь ещё');
    expect(page).toContain('44 cp1125: Їжак ґанок');
    expect(page).toContain('46 win1251: Съешь їжак');
    expect(page).toContain('53 rk1048: Қазақ әні');
  });
});

describe('a printer that tells its state unasked', () => {
  test.each([
    ['is told to be quiet, and prints once', { tellsUnasked: true }, 0],
    ['and goes on with it is waited for, and prints once', { alwaysTells: true }, 1],
    ['as its line opens is asked all the same', { greeting: [0x10, 0x00, 0x00, 0x00] }, 0],
    ['or that its line may go on is asked all the same', { greeting: [0x11] }, 0],
  ])('J4: %s', async (_, manners, times) => {
    virtual.behave(manners);
    const spool = await open();
    await spool.add(paperIn('en'), printer.id);
    for (let turn = 0; turn < 2; turn += 1) await spool.work();
    expect(spool.jobs()).toEqual([]);
    expect({ papers: virtual.papers().length, unasked: virtual.unasked() }).toEqual({
      papers: 1,
      unasked: times,
    });
    expect(virtual.faults()).toEqual([]);
  });
});

describe('a printer that does not print', () => {
  test('out of paper, with its cover open or away: the paper waits and is printed when it is well again', async () => {
    const spool = await open();
    await spool.add(paperIn('en'), printer.id);
    for (const [offline, fault] of [
      [0x12 | 0x20, 'paper_out'],
      [0x12 | 0x04, 'cover_open'],
      [0x12 | 0x40, 'fault'],
      [0x00, 'garbage'],
      [0xff, 'garbage'],
    ] as const) {
      virtual.behave({ offline });
      await spool.work();
      expect(spool.jobs()).toMatchObject([{ state: 'waiting', fault, begun: 0 }]);
    }
    virtual.behave({ paper: 0x12 | 0x60 });
    await spool.work();
    expect(spool.jobs()).toMatchObject([{ fault: 'paper_out', begun: 0 }]);
    expect(virtual.papers()).toEqual([]);
    virtual.behave({});
    await spool.work();
    expect(spool.jobs()).toEqual([]);
    expect(virtual.papers()).toHaveLength(1);
  });

  test('J3: unplugged in mid-receipt: it is printed once more, whole, and says so; then never again', async () => {
    const spool = await open();
    await spool.add(paperIn('ru', { againTitle: 'Печать прервалась' }), printer.id);
    virtual.behave({ diesAfter: 6000 });
    await spool.work();
    expect(spool.jobs()).toMatchObject([{ state: 'waiting', fault: 'interrupted', begun: 1 }]);
    expect(virtual.torn()).toBe(1);
    virtual.behave({});
    await spool.work();
    await spool.work();
    expect(virtual.papers()).toHaveLength(1);
    expect(virtual.papers()[0]?.lines[0]).toContain('Печать прервалась');
    expect(spool.jobs()).toEqual([]);
    await spool.add(paperIn('ru'), printer.id);
    await spool.work();
    expect(virtual.papers()).toHaveLength(1);
  });

  test('J3: interrupted again it waits for a person, who prints it elsewhere', async () => {
    const other = await startVirtualPrinter();
    try {
      const kitchen = printerAt(other.port, { id: 'kitchen' });
      const spool = await open([printer, kitchen]);
      await spool.add(paperIn('en'), printer.id);
      virtual.behave({ diesAfter: 500 });
      await spool.work();
      await spool.work();
      await spool.work();
      expect(spool.jobs()).toMatchObject([{ state: 'held', begun: 2 }]);
      await spool.sendTo('receipt-en', 'kitchen');
      await spool.work();
      expect(other.papers()).toHaveLength(1);
      expect(spool.jobs()).toEqual([]);
    } finally {
      await other.close();
    }
  });

  test('J3: the program ends in mid-receipt: the paper is found again and printed once more', async () => {
    const files = await openJobFiles(folder);
    await files.save({
      ...paperIn('en'),
      printerId: printer.id,
      addedAt: '2026-01-02T11:00:00.000Z',
      begun: 1,
      state: 'waiting',
      fault: null,
    });
    const spool = await open();
    await spool.work();
    expect(virtual.papers()[0]?.lines[0]).toContain('Printed again');
    expect((await open()).jobs()).toEqual([]);
  });

  test('one that says nothing prints all the same, and the next printer is not held up', async () => {
    virtual.behave({ isSilent: true });
    const gone = printerAt(1, { id: 'gone' });
    const spool = await open([gone, printer]);
    await spool.add(paperIn('en', { id: 'first' }), 'gone');
    await spool.add(paperIn('en', { id: 'second' }), printer.id);
    await spool.work();
    expect(virtual.papers()).toHaveLength(1);
    expect(spool.jobs()).toMatchObject([{ id: 'first', fault: 'unreachable', begun: 0 }]);
    await spool.discard('first');
    expect((await open()).jobs()).toEqual([]);
  });

  test('one that hangs after it took the receipt has not printed it, as far as anybody knows', async () => {
    const server: Server = createServer((socket) => {
      let questions = 0;
      socket.on('error', () => undefined);
      socket.on('data', () => {
        questions += 1;
        if (questions <= 2) socket.write(Buffer.from([0x12]));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const place = server.address();
    const port = place !== null && typeof place === 'object' ? place.port : 0;
    let begun = 0;
    const outcome = await printBytes({
      open: openLink,
      ask: askState,
      address: { type: 'network', host: '127.0.0.1', port },
      bytes: encodePaper('|x', printer),
      onBegin: async () => void (begun += 1),
      printLimit: 50,
    });
    expect({ outcome, begun }).toEqual({
      outcome: { ok: false, problem: 'interrupted' },
      begun: 1,
    });
    server.close();
  });
});
