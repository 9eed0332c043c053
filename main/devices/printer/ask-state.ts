import type { PrinterState } from '#shared/devices/printing.ts';
import { askState as question } from '../escpos/commands.ts';
import type { Link } from './link.ts';
import { nextAnswer } from './next-answer.ts';

/** A printer that is there answers within this, in milliseconds. */
const ANSWER_LIMIT = 1000;

/** Bits that every answer to `DLE EOT` has; with others it comes from something else. */
const isAnswer = (byte: number): boolean => (byte & 0b1001_0011) === 0b0001_0010;

const COVER_OPEN = 0x04;
const PAPER_STOP = 0x20;
const FAULT = 0x40;
const PAPER_NEAR_END = 0x0c;
const PAPER_END = 0x60;

/** What the printer says of itself; one that has not begun to in time says nothing. Rejects when the line breaks. */
export const askState = async (link: Link): Promise<PrinterState> => {
  await link.send(question(2));
  const offline = await nextAnswer(link, ANSWER_LIMIT);
  if (offline === 'silent') return 'ready_silent';
  // It can speak, and does not say how it is.
  if (offline === 'unanswered') return 'no_answer';
  if (!isAnswer(offline)) return 'garbage';
  if (offline & COVER_OPEN) return 'cover_open';
  if (offline & PAPER_STOP) return 'paper_out';
  if (offline & FAULT) return 'fault';
  await link.send(question(4));
  const paper = await nextAnswer(link, ANSWER_LIMIT);
  if (typeof paper === 'string') return 'no_answer';
  if (!isAnswer(paper)) return 'garbage';
  if (paper & PAPER_END) return 'paper_out';
  return paper & PAPER_NEAR_END ? 'paper_low' : 'ready';
};

/** Whether a paper may be sent to it now. */
export const isReady = (
  state: PrinterState,
): state is Extract<PrinterState, 'ready' | 'ready_silent' | 'paper_low'> =>
  state === 'ready' || state === 'ready_silent' || state === 'paper_low';
