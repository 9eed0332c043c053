import type { Paper, PaperUse } from '#shared/devices/printing.ts';
import type { Shell } from '../host/shell.ts';
import type { Ledger } from '../store/ledger.ts';

/**
 * `taken`: it is in the spool, and comes out of the printer now or when that can print again. `failed`: the shell did not
 * take it. `unknown`: nobody said, so that it may be in the spool all the same.
 */
export type PrintOutcome = 'taken' | 'no_printer' | 'failed' | 'unknown';

export type PrintingParts = {
  readonly shell: Shell;
  readonly ledger: Pick<Ledger, 'readLocal' | 'writeLocal'>;
};

/** Whether this till has a printer for it, as its shell last said. */
const hasPrinterKey = (use: PaperUse): string => `has-printer:${use}`;

type Answer = {
  readonly outcome: PrintOutcome;
  /** null = it does not say. */
  readonly hasPrinter: boolean | null;
};

const askToPrint = async (shell: Shell, paper: Paper, use: PaperUse): Promise<Answer> => {
  const done = await shell.call('devices.print', { paper, use });
  if (done.ok) return { outcome: 'taken', hasPrinter: true };
  const { type } = done.problem;
  switch (type) {
    case 'no_printer':
    case 'call_unavailable':
      return { outcome: 'no_printer', hasPrinter: false };
    // It had found the printer by then.
    case 'not_saved':
      return { outcome: 'failed', hasPrinter: true };
    case 'call_unknown':
    case 'call_malformed':
    case 'call_refused':
      return { outcome: 'failed', hasPrinter: null };
    case 'call_failed':
    case 'shell_unreachable':
      return { outcome: 'unknown', hasPrinter: null };
  }
};

/** Where the ledger cannot be read a printer is assumed: a paper too many is told rather than one lost. */
const readHadPrinter = async ({ ledger }: PrintingParts, use: PaperUse): Promise<boolean> => {
  try {
    return (await ledger.readLocal<boolean>(hasPrinterKey(use))) ?? false;
  } catch {
    return true;
  }
};

const noteHasPrinter = async (
  { ledger }: PrintingParts,
  use: PaperUse,
  hasPrinter: boolean,
): Promise<void> => {
  try {
    await ledger.writeLocal(hasPrinterKey(use), hasPrinter);
  } catch {
    // The next paper notes it: what the shell said of this one stands.
  }
};

/** Puts a paper into the spool. Of a shell that is gone it is known whether it had a printer. */
export const printPaper = async (
  parts: PrintingParts,
  paper: Paper,
  use: PaperUse,
): Promise<PrintOutcome> => {
  const { outcome, hasPrinter } = await askToPrint(parts.shell, paper, use);
  const hadPrinter = await readHadPrinter(parts, use);
  if (hasPrinter === null) return hadPrinter ? outcome : 'no_printer';
  if (hasPrinter !== hadPrinter) await noteHasPrinter(parts, use, hasPrinter);
  return outcome;
};
