import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { PrinterFault } from '#shared/devices/printing.ts';
import { AUTO_STATUS_OFF, RESET } from '../escpos/commands.ts';
import { paperLength } from '../escpos/paper-length.ts';
import type { AskState } from './answering.ts';
import { isReady } from './ask-state.ts';
import type { DeviceAddress, Link, OpenLink } from './link.ts';
import { nextAnswer } from './next-answer.ts';
import { LineTaken } from './one-line.ts';
import { OutsideNetwork } from './own-network.ts';

/** Milliseconds until a printer begins, and cuts what it printed. */
const PRINT_LIMIT = 20_000;
/** Dots that the slowest feeds in a second: 10 mm. A paper given up while it is being printed would be printed twice. */
const SLOWEST = 80;

const printLimitOf = (bytes: Buffer): number =>
  PRINT_LIMIT + Math.ceil((paperLength(bytes) / SLOWEST) * 1000);

/** The answer to `GS r`: two bits are always 0. */
const isPaperAnswer = (byte: number): boolean => (byte & 0b1001_0000) === 0;

type NoLine = Extract<PrinterFault, 'busy' | 'outside' | 'unreachable'>;

const whyNot = (error: unknown): NoLine => {
  if (error instanceof LineTaken) return 'busy';
  return error instanceof OutsideNetwork ? 'outside' : 'unreachable';
};

/** Opens a line, uses it and closes it; says why there was none, or that it broke. */
export const withLink = async <Value>(
  open: OpenLink,
  address: DeviceAddress,
  work: (link: Link) => Promise<Value>,
): Promise<Result<Value, NoLine>> => {
  let link: Link;
  try {
    link = await open(address);
  } catch (error) {
    return fail(whyNot(error));
  }
  try {
    return ok(await work(link));
  } catch {
    return fail('unreachable');
  } finally {
    await link.close();
  }
};

export type PrintAttempt = {
  readonly open: OpenLink;
  readonly ask: AskState;
  readonly address: DeviceAddress;
  /** For a printer that is as new. End with the question that is answered once all is printed. */
  readonly bytes: Buffer;
  /** Called once, before the first byte goes: what follows may be on paper. */
  readonly onBegin: () => Promise<void>;
  readonly printLimit?: number;
};

/**
 * One attempt to print. A printer that answers must say at the end that it printed; one that never answers has printed
 * when it took every byte.
 */
export const printBytes = async ({
  open,
  ask,
  address,
  bytes,
  onBegin,
  printLimit = printLimitOf(bytes),
}: PrintAttempt): Promise<Result<null, PrinterFault>> => {
  let hasBegun = false;
  const done = await withLink<Result<null, PrinterFault>>(open, address, async (link) => {
    const state = await ask(link, address);
    if (!isReady(state)) return fail(state);
    await onBegin();
    hasBegun = true;
    if (state === 'ready_silent') {
      await link.send(Buffer.concat([RESET, bytes]));
      return ok(null);
    }
    await link.send(Buffer.concat([RESET, AUTO_STATUS_OFF, bytes]));
    const answer = await nextAnswer(link, printLimit);
    return typeof answer === 'number' && isPaperAnswer(answer) ? ok(null) : fail('interrupted');
  });
  if (done.ok) return done.value;
  return fail(hasBegun ? 'interrupted' : done.problem);
};
