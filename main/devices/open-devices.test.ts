import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { NO_DEVICES } from '#shared/devices/devices.ts';
import type { Printer } from '#shared/devices/printing.ts';
import { type Devices, openDevices } from './open-devices.ts';
import { paperIn, printerAt } from './papers.fixture.ts';
import { openLink } from './printer/open-link.ts';
import { startVirtualPrinter, type VirtualPrinter } from './virtual-printer.fixture.ts';

/** Longer than a printer is waited for and than it takes until what waits is tried again. */
const WITHIN = { timeout: 10_000 };

let folder: string;
let virtual: VirtualPrinter;
let printer: Printer;
let devices: Devices;

const open = () =>
  openDevices({ folder: path.join(folder, 'devices'), now: () => '2026-01-02T11:00:00.000Z' });

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'omnitill-devices-'));
  virtual = await startVirtualPrinter();
  printer = printerAt(virtual.port, { hasDrawer: true });
  devices = await open();
});
afterEach(async () => {
  devices.close();
  await virtual.close();
  await rm(folder, { recursive: true, force: true });
});

const receiptsAt = (at: Printer, of = devices) =>
  of.save({ ...NO_DEVICES, printers: [at], receiptPrinterId: at.id });

/** Receipts go to a printer that has said how it is. */
const withKnownPrinter = async (): Promise<void> => {
  await receiptsAt(printer);
  expect(await devices.test(printer, 'state', paperIn('en'))).toBe('ready');
};

const shut = (fault: string) => ({ ok: false, problem: { type: 'drawer_shut', fault } });

const expectUnanswered = () =>
  expect.poll(() => devices.waiting()[0]?.fault, WITHIN).toBe('no_answer');

describe('the devices of a computer', () => {
  test('are remembered; a file that cannot be read counts as none', async () => {
    const settings = { ...NO_DEVICES, printers: [printer], receiptPrinterId: printer.id };
    expect(await devices.save(settings)).toMatchObject({ ok: true });
    const again = await open();
    expect(again.settings()).toEqual(settings);
    again.close();
    await writeFile(path.join(folder, 'devices/devices.json'), '{"printers":');
    const torn = await open();
    expect(torn.settings()).toEqual(NO_DEVICES);
    torn.close();
  });

  test('without a printer a receipt is told of as unprinted at once', async () => {
    expect(await devices.print(paperIn('en'), 'receipts')).toEqual({
      ok: false,
      problem: { type: 'no_printer' },
    });
    expect(await devices.openDrawer()).toMatchObject({ problem: { type: 'no_printer' } });
  });

  test('J4: a receipt is taken before it is printed, also by a printer that hangs; nobody waits', async () => {
    const hangs: Server = createServer((socket) => socket.on('error', () => undefined));
    await new Promise<void>((resolve) => hangs.listen(0, '127.0.0.1', resolve));
    const place = hangs.address();
    const port = place !== null && typeof place === 'object' ? place.port : 0;
    await receiptsAt(printerAt(port));
    expect(await devices.print(paperIn('en'), 'receipts')).toEqual({ ok: true, value: null });
    expect(devices.waiting()).toHaveLength(1);
    hangs.close();
  });

  test('the drawer’s pulse is right to the byte', async () => {
    await receiptsAt(printer);
    expect(await devices.openDrawer()).toEqual({ ok: true, value: null });
    await expect.poll(() => virtual.pulses()).toEqual([[0, 25, 250]]);
    expect(virtual.faults()).toEqual([]);
  });

  test('J4: no pulse goes to a printer that would keep it, so that its drawer opens later for nobody', async () => {
    await receiptsAt(printer);
    for (const [manners, fault] of [
      [{ offline: 0x12 | 0x04 }, 'cover_open'],
      [{ paper: 0x12 | 0x60 }, 'paper_out'],
      [{ offline: 0x12 | 0x40 }, 'fault'],
    ] as const) {
      virtual.behave(manners);
      expect(await devices.openDrawer()).toEqual(shut(fault));
    }
    virtual.behave({});
    expect(await devices.test(printer, 'state', paperIn('en'))).toBe('ready');
    expect(virtual.pulses()).toEqual([]);
  });

  test('J4: a printer that says nothing gets the pulse that none keeps for later', async () => {
    await receiptsAt(printer);
    virtual.behave({ isSilent: true });
    expect(await devices.openDrawer()).toEqual({ ok: true, value: null });
    await expect.poll(() => virtual.pulses()).toEqual([[0, 1]]);
    expect(virtual.faults()).toEqual([]);
  });

  test(
    'J4: a printer that has said how it is and now hangs prints nothing and opens nothing, also after a restart',
    { timeout: 30_000 },
    async () => {
      await withKnownPrinter();
      virtual.behave({ isSilent: true });
      expect(await devices.openDrawer()).toEqual(shut('no_answer'));
      await devices.print(paperIn('en'), 'receipts');
      await expectUnanswered();
      devices.close();
      devices = await open();
      expect(await devices.openDrawer()).toEqual(shut('no_answer'));
      await expectUnanswered();
      expect({ pulses: virtual.pulses(), papers: virtual.papers() }).toEqual({
        pulses: [],
        papers: [],
      });
      virtual.behave({});
      await devices.sendTo(paperIn('en').id, printer.id);
      await expect.poll(() => devices.waiting(), WITHIN).toEqual([]);
      expect(virtual.papers()).toHaveLength(1);
    },
  );

  test(
    'J4: two tills at one printer: the one that is not served now waits, and nothing of it is lost',
    { timeout: 30_000 },
    async () => {
      await withKnownPrinter();
      virtual.behave({ servesOne: true });
      // The other till prints.
      const other = await openLink(printer.address);
      await devices.print(paperIn('en'), 'receipts');
      await expectUnanswered();
      expect(await devices.openDrawer()).toEqual(shut('no_answer'));
      await other.close();
      await expect.poll(() => devices.waiting(), WITHIN).toEqual([]);
      expect({ pulses: virtual.pulses(), papers: virtual.papers().length }).toEqual({
        pulses: [],
        papers: 1,
      });
    },
  );

  test(
    'a printer that is taken away and set up anew may be one that never says anything',
    { timeout: 30_000 },
    async () => {
      await withKnownPrinter();
      virtual.behave({ isSilent: true });
      await devices.save(NO_DEVICES);
      await receiptsAt(printer);
      await devices.print(paperIn('en'), 'receipts');
      await expect.poll(() => devices.waiting(), WITHIN).toEqual([]);
    },
  );

  test(
    'J4: a printer exchanged for one that never says anything prints what waits once a person printed a test page',
    { timeout: 30_000 },
    async () => {
      await receiptsAt(printer);
      expect(await devices.test(printer, 'page', paperIn('en'))).toBe('ready');
      virtual.behave({ isSilent: true });
      await devices.print(paperIn('en'), 'receipts');
      await expectUnanswered();
      // To ask it shows nobody whether paper comes.
      expect(await devices.test(printer, 'state', paperIn('en'))).toBe('no_answer');
      expect(await devices.test(printer, 'page', paperIn('en'))).toBe('ready_silent');
      await expect.poll(() => devices.waiting(), WITHIN).toEqual([]);
      // It says nothing of when it has them.
      await expect.poll(() => virtual.papers().length, WITHIN).toBe(3);
      expect(await devices.openDrawer()).toEqual({ ok: true, value: null });
    },
  );

  test('J4: a printer that prints for long is busy, not away, for who opens its drawer', async () => {
    let letGo = (): void => undefined;
    const long = new Promise<void>((resolve) => (letGo = resolve));
    const busy = await openDevices({
      folder: path.join(folder, 'busy'),
      now: () => '2026-01-02T11:00:00.000Z',
      pulseTurn: 20,
      open: async (address) => {
        const link = await openLink(address);
        return { ...link, next: (limit) => long.then(() => link.next(limit)) };
      },
    });
    await receiptsAt(printer, busy);
    await busy.print(paperIn('en'), 'receipts');
    expect(await busy.openDrawer()).toEqual(shut('busy'));
    letGo();
    await expect.poll(() => busy.waiting(), WITHIN).toEqual([]);
    expect(await busy.openDrawer()).toEqual({ ok: true, value: null });
    busy.close();
  });

  test('J4: a printer that is away opens no drawer, and that is said', async () => {
    await devices.save({ ...NO_DEVICES, printers: [printerAt(1, { hasDrawer: true })] });
    expect(await devices.openDrawer()).toEqual(shut('unreachable'));
  });

  test('a printer is asked its state, and says what is the matter', async () => {
    const ask = () => devices.test(printer, 'state', paperIn('en'));
    expect(await ask()).toBe('ready');
    virtual.behave({ offline: 0x12 | 0x04 });
    expect(await ask()).toBe('cover_open');
    virtual.behave({ paper: 0x12 | 0x0c });
    expect(await ask()).toBe('paper_low');
    expect(await devices.test(printerAt(1), 'state', paperIn('en'))).toBe('unreachable');
  });

  test('a test page is printed whole', async () => {
    expect(await devices.test(printer, 'page', paperIn('uk'))).toBe('ready');
    expect(virtual.papers()).toHaveLength(1);
  });
});
