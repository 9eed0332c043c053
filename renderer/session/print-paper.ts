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

const askToPrint = async (shell: Shell, paper: Paper, use: PaperUse): Promise<PrintOutcome> => {
  const done = await shell.call('devices.print', { paper, use });
  if (done.ok) return 'taken';
  const { type } = done.problem;
  switch (type) {
    case 'no_printer':
    case 'call_unavailable':
      return 'no_printer';
    case 'not_saved':
    case 'call_unknown':
    case 'call_malformed':
    case 'call_refused':
      return 'failed';
    case 'call_failed':
    case 'shell_unreachable':
      return 'unknown';
  }
};

/** Puts a paper into the spool. Of a shell that is gone it is known whether it had a printer. */
export const printPaper = async (
  { shell, ledger }: PrintingParts,
  paper: Paper,
  use: PaperUse,
): Promise<PrintOutcome> => {
  const key = hasPrinterKey(use);
  const outcome = await askToPrint(shell, paper, use);
  const hadPrinter = (await ledger.readLocal<boolean>(key)) ?? false;
  if (outcome === 'unknown' || outcome === 'failed') return hadPrinter ? outcome : 'no_printer';
  const hasPrinter = outcome === 'taken';
  if (hasPrinter !== hadPrinter) await ledger.writeLocal(key, hasPrinter);
  return outcome;
};
