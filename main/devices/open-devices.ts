import path from 'node:path';
import {
  type DeviceSettings,
  type FoundDevices,
  type PrinterTest,
} from '#shared/devices/devices.ts';
import type {
  Paper,
  PaperUse,
  Printer,
  PrinterFault,
  PrinterState,
  WaitingPaper,
} from '#shared/devices/printing.ts';
import type { Scale, ScaleReading } from '#shared/devices/scale.ts';
import type { ScannerNews } from '#shared/devices/scanner.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { codePageTest } from './escpos/code-page-test.ts';
import { encodePaper } from './escpos/encode-paper.ts';
import { findDevices } from './find-devices.ts';
import { type Answering, type AskState, openAnswering } from './printer/answering.ts';
import { isReady } from './printer/ask-state.ts';
import { oneLineEach } from './printer/one-line.ts';
import { openLink } from './printer/open-link.ts';
import type { OpenLink } from './printer/link.ts';
import { printBytes, withLink } from './printer/print-bytes.ts';
import { printJob } from './printer/print-job.ts';
import { pulseDrawer } from './printer/pulse-drawer.ts';
import { openScale, type OpenScale } from './scale/open-scale.ts';
import { openScanner, type OpenScanner } from './scanner/open-scanner.ts';
import { openSerial } from './serial/open-serial.ts';
import { readDeviceSettings, writeDeviceSettings } from './settings-file.ts';
import { openJobFiles } from './spool/job-files.ts';
import { openSpool } from './spool/open-spool.ts';

type NoPrinter = { readonly type: 'no_printer' };
type NotSaved = { readonly type: 'not_saved' };
type DrawerShut = { readonly type: 'drawer_shut'; readonly fault: PrinterFault };

/** The devices of this computer. Nothing here holds up a sale: whatever a device does, every call comes back. */
export type Devices = {
  readonly settings: () => DeviceSettings;
  readonly save: (settings: DeviceSettings) => Promise<Result<null, NotSaved>>;
  readonly find: () => Promise<FoundDevices>;
  readonly test: (printer: Printer, what: PrinterTest, page: Paper) => Promise<PrinterState>;
  readonly print: (paper: Paper, use: PaperUse) => Promise<Result<null, NoPrinter | NotSaved>>;
  readonly waiting: () => readonly WaitingPaper[];
  readonly sendTo: (id: string, printerId: string) => Promise<Result<null, NoPrinter>>;
  readonly discard: (id: string) => Promise<void>;
  readonly openDrawer: () => Promise<Result<null, NoPrinter | DrawerShut>>;
  /** null = there is no scale. */
  readonly weigh: () => Promise<ScaleReading | null>;
  readonly testScale: (scale: Scale) => Promise<ScaleReading>;
  /** See `OpenScanner`. */
  readonly nextScan: (after: number | null) => Promise<ScannerNews>;
  readonly close: () => void;
};

export type DevicesParts = {
  readonly folder: string;
  readonly now: () => string;
  readonly open?: OpenLink;
  /** Milliseconds that a pulse waits for a printer that is busy: a drawer that opens later opens for nobody. */
  readonly pulseTurn?: number;
};

/** Milliseconds until what waits is tried again: somebody puts paper in. */
const RETRY = 3000;

/** How long a paper or a test waits for a printer that is busy with another, in milliseconds. */
const TURN = 40_000;
const PULSE_TURN = 5000;

const stateOf = async (
  open: OpenLink,
  ask: AskState,
  { address }: Printer,
): Promise<PrinterState> => {
  const done = await withLink(open, address, (link) => ask(link, address));
  return done.ok ? done.value : done.problem;
};

const printNow = async (
  open: OpenLink,
  ask: AskState,
  printer: Printer,
  bytes: Buffer,
): Promise<PrinterState> => {
  let state: PrinterState = 'ready';
  const done = await printBytes({
    open,
    ask: async (link, address) => (state = await ask(link, address)),
    address: printer.address,
    bytes,
    onBegin: async () => undefined,
  });
  return done.ok ? state : done.problem;
};

const testPrinter = (
  openIn: (patience: number) => OpenLink,
  { ask, askAnew }: Answering,
  printer: Printer,
  what: PrinterTest,
  page: Paper,
): Promise<PrinterState> => {
  switch (what) {
    case 'state':
      return stateOf(openIn(TURN), ask, printer);
    case 'page':
      return printNow(openIn(TURN), askAnew, printer, encodePaper(page.document, printer));
    case 'codePages':
      return printNow(openIn(TURN), ask, printer, codePageTest());
    case 'drawer':
      return pulseDrawer(openIn(PULSE_TURN), ask, printer);
  }
};

const printerIdFor = (use: PaperUse, settings: DeviceSettings): string | null => {
  switch (use) {
    case 'receipts':
      return settings.receiptPrinterId;
    case 'labels':
      return settings.labelPrinterId;
  }
};

/** The scale and the scanner that have a line of their own, as the settings name them. */
const openLines = (open: OpenLink, { scale, scanner }: DeviceSettings) => ({
  scale: scale === null ? null : openScale(open, scale),
  scanner: scanner === null ? null : openScanner(openSerial, scanner),
});

const weighOnce = async (open: OpenLink, scale: Scale): Promise<ScaleReading> => {
  const opened = openScale(open, scale);
  try {
    return await opened.weigh();
  } finally {
    await opened.close();
  }
};

export const openDevices = async ({
  folder,
  now,
  open = openLink,
  pulseTurn = PULSE_TURN,
}: DevicesParts): Promise<Devices> => {
  const file = path.join(folder, 'devices.json');
  let settings = await readDeviceSettings(file);
  let lines: { scale: OpenScale | null; scanner: OpenScanner | null } = openLines(open, settings);
  const closeLines = async (): Promise<void> => {
    lines.scanner?.close();
    await lines.scale?.close();
  };
  const openIn = oneLineEach(open);
  const answering = await openAnswering(path.join(folder, 'answering.json'));
  const { ask, keepOnly } = answering;
  const spool = await openSpool({
    files: await openJobFiles(path.join(folder, 'spool')),
    now,
    printers: () => settings.printers,
    print: (printer, job, onBegin) => printJob({ open: openIn(TURN), ask }, printer, job, onBegin),
  });

  // A disk that takes nothing now may do so later: the papers are there, and nobody waits for them.
  const work = (): void => void spool.work().catch(() => undefined);
  const retry = setInterval(() => {
    if (spool.jobs().some(({ state }) => state === 'waiting')) work();
  }, RETRY).unref();
  const printerOf = (id: string | null): Printer | undefined =>
    settings.printers.find((printer) => printer.id === id);
  work();

  return {
    settings: () => settings,
    save: async (next) => {
      try {
        await writeDeviceSettings(file, next);
      } catch {
        return fail({ type: 'not_saved' });
      }
      settings = next;
      await keepOnly(settings.printers.map(({ address }) => address));
      // A serial port is one program's, once: let go before it is opened again.
      await closeLines();
      lines = openLines(open, settings);
      work();
      return ok(null);
    },
    find: findDevices,
    test: (printer, what, page) => testPrinter(openIn, answering, printer, what, page),
    print: async (paper, use) => {
      const printer = printerOf(printerIdFor(use, settings));
      if (!printer) return fail({ type: 'no_printer' });
      try {
        await spool.add(paper, printer.id);
      } catch {
        return fail({ type: 'not_saved' });
      }
      work();
      return ok(null);
    },
    waiting: () =>
      spool.jobs().map(({ id, title, printerId, addedAt, state, fault }) => ({
        id,
        title,
        printerId,
        addedAt,
        state,
        fault,
      })),
    sendTo: async (id, printerId) => {
      if (!printerOf(printerId)) return fail({ type: 'no_printer' });
      await spool.sendTo(id, printerId);
      work();
      return ok(null);
    },
    discard: spool.discard,
    openDrawer: async () => {
      const printer = settings.printers.find(({ hasDrawer }) => hasDrawer);
      if (!printer) return fail({ type: 'no_printer' });
      const state = await pulseDrawer(openIn(pulseTurn), ask, printer);
      return isReady(state) ? ok(null) : fail({ type: 'drawer_shut', fault: state });
    },
    weigh: async () => (await lines.scale?.weigh()) ?? null,
    testScale: async (scale) => {
      // What is tried may be at the port of the one in use.
      await lines.scale?.close();
      return weighOnce(open, scale);
    },
    nextScan: async (after) =>
      (await lines.scanner?.next(after)) ?? { state: 'none', number: 0, read: null },
    close: () => {
      void closeLines();
      clearInterval(retry);
    },
  };
};
