import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { PrinterFault } from '#shared/devices/printing.ts';
import { askState, isReady } from './ask-state.ts';
import type { DeviceAddress, Link } from './link.ts';

/** Milliseconds until the paper of a long receipt is out. */
const PRINT_LIMIT = 20_000;

/** The answer to `GS r`: two bits are always 0. */
const isPaperAnswer = (byte: number): boolean => (byte & 0b1001_0000) === 0;

export type OpenLink = (address: DeviceAddress) => Promise<Link>;

/** Opens a line, uses it and closes it; a line that breaks is null. */
export const withLink = async <Value>(
  open: OpenLink,
  address: DeviceAddress,
  work: (link: Link) => Promise<Value>,
): Promise<Value | null> => {
  let link: Link;
  try {
    link = await open(address);
  } catch {
    return null;
  }
  try {
    return await work(link);
  } catch {
    return null;
  } finally {
    await link.close();
  }
};

export type PrintAttempt = {
  readonly open: OpenLink;
  readonly address: DeviceAddress;
  /** End with the question that is answered once all is printed. */
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
  address,
  bytes,
  onBegin,
  printLimit = PRINT_LIMIT,
}: PrintAttempt): Promise<Result<null, PrinterFault>> => {
  let hasBegun = false;
  const outcome = await withLink(open, address, async (link) => {
    const state = await askState(link);
    if (!isReady(state)) return fail(state);
    await onBegin();
    hasBegun = true;
    await link.send(bytes);
    if (state === 'ready_silent') return ok(null);
    const answer = await link.next(printLimit);
    return answer !== null && isPaperAnswer(answer) ? ok(null) : fail('interrupted' as const);
  });
  return outcome ?? fail(hasBegun ? 'interrupted' : 'unreachable');
};
