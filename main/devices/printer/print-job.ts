import type { Printer, PrinterFault, PrintJob } from '#shared/devices/printing.ts';
import type { Result } from '#shared/kernel/result.ts';
import { boldLine } from '#shared/receipt/markup.ts';
import { encodePaper } from '../escpos/encode-paper.ts';
import type { AskState } from './answering.ts';
import type { OpenLink } from './link.ts';
import { printBytes } from './print-bytes.ts';

/** Prints a paper of the spool. One that was interrupted before says so on top, as its first part may lie about. */
export const printJob = (
  { open, ask }: { readonly open: OpenLink; readonly ask: AskState },
  printer: Printer,
  { document, begun, againTitle }: PrintJob,
  onBegin: () => Promise<void>,
): Promise<Result<null, PrinterFault>> => {
  const isAgain = begun > 0 && againTitle !== '';
  const whole = isAgain ? `${boldLine(againTitle)}\n${document}` : document;
  return printBytes({
    open,
    ask,
    address: printer.address,
    bytes: encodePaper(whole, printer),
    onBegin,
  });
};
