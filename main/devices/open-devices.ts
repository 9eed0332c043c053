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
  PrinterState,
  WaitingPaper,
} from '#shared/devices/printing.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { codePageTest } from './escpos/code-page-test.ts';
import { DRAWER_PULSE } from './escpos/commands.ts';
import { encodePaper } from './escpos/encode-paper.ts';
import { findDevices } from './find-devices.ts';
import { askState } from './printer/ask-state.ts';
import { openLink } from './printer/open-link.ts';
import { type OpenLink, printBytes, withLink } from './printer/print-bytes.ts';
import { printJob } from './printer/print-job.ts';
import { readDeviceSettings, writeDeviceSettings } from './settings-file.ts';
import { openJobFiles } from './spool/job-files.ts';
import { openSpool } from './spool/open-spool.ts';

type NoPrinter = { readonly type: 'no_printer' };
type NotSaved = { readonly type: 'not_saved' };

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
  readonly openDrawer: () => Promise<Result<PrinterState, NoPrinter>>;
  readonly close: () => void;
};

export type DevicesParts = {
  readonly folder: string;
  readonly now: () => string;
  readonly open?: OpenLink;
};

/** Milliseconds until what waits is tried again: somebody puts paper in. */
const RETRY = 3000;

const stateOf = async (open: OpenLink, printer: Printer): Promise<PrinterState> =>
  (await withLink(open, printer.address, askState)) ?? 'unreachable';

const printNow = async (open: OpenLink, printer: Printer, bytes: Buffer): Promise<PrinterState> => {
  const done = await printBytes({
    open,
    address: printer.address,
    bytes,
    onBegin: async () => undefined,
  });
  return done.ok ? 'ready' : done.problem;
};

/** As fast as the line takes it: a drawer does not say whether it is open. */
const pulse = async (open: OpenLink, { address }: Printer): Promise<PrinterState> =>
  (await withLink(open, address, async (link) => {
    await link.send(DRAWER_PULSE);
    return 'ready' as const;
  })) ?? 'unreachable';

const testPrinter = (
  open: OpenLink,
  printer: Printer,
  what: PrinterTest,
  page: Paper,
): Promise<PrinterState> => {
  switch (what) {
    case 'state':
      return stateOf(open, printer);
    case 'page':
      return printNow(open, printer, encodePaper(page.document, printer));
    case 'codePages':
      return printNow(open, printer, codePageTest());
    case 'drawer':
      return pulse(open, printer);
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

export const openDevices = async ({
  folder,
  now,
  open = openLink,
}: DevicesParts): Promise<Devices> => {
  const file = path.join(folder, 'devices.json');
  let settings = await readDeviceSettings(file);
  let timer: NodeJS.Timeout | null = null;
  const spool = await openSpool({
    files: await openJobFiles(path.join(folder, 'spool')),
    now,
    printers: () => settings.printers,
    print: (printer, job, onBegin) => printJob(open, printer, job, onBegin),
  });

  const work = async (): Promise<void> => {
    if (timer) clearTimeout(timer);
    timer = null;
    // A disk that takes nothing now may do so later: the papers are there, and nobody waits for them.
    await spool.work().catch(() => undefined);
    if (timer === null && spool.jobs().some(({ state }) => state === 'waiting'))
      timer = setTimeout(() => void work(), RETRY);
    timer?.unref();
  };
  const printerOf = (id: string | null): Printer | undefined =>
    settings.printers.find((printer) => printer.id === id);
  void work();

  return {
    settings: () => settings,
    save: async (next) => {
      try {
        await writeDeviceSettings(file, next);
      } catch {
        return fail({ type: 'not_saved' });
      }
      settings = next;
      void work();
      return ok(null);
    },
    find: findDevices,
    test: (printer, what, page) => testPrinter(open, printer, what, page),
    print: async (paper, use) => {
      const printer = printerOf(printerIdFor(use, settings));
      if (!printer) return fail({ type: 'no_printer' });
      try {
        await spool.add(paper, printer.id);
      } catch {
        return fail({ type: 'not_saved' });
      }
      void work();
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
      void work();
      return ok(null);
    },
    discard: spool.discard,
    openDrawer: async () => {
      const printer = settings.printers.find(({ hasDrawer }) => hasDrawer);
      return printer ? ok(await pulse(open, printer)) : fail({ type: 'no_printer' });
    },
    close: () => {
      if (timer) clearTimeout(timer);
    },
  };
};
