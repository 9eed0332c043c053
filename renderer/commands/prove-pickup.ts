import type { PickupProblem } from '#shared/domain/pickup/problems.ts';
import type { HandOverProof } from '#shared/domain/pickup/schema.ts';
import { openPickup } from '#shared/domain/pickup/open-pickup.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { OperationContent } from '#shared/operations/operation.ts';
import type { CodeWithoutLines } from '#shared/tokens/order-of-code.ts';
import type { PickupCode, PickupCodeProblem } from '#shared/tokens/pickup-code.ts';
import { arePickupDigits } from '#shared/tokens/pickup-digits.ts';
import { readIdentity } from '../store/identity.ts';
import type { Actor, JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import { type KnownOrder, orderByCode } from './order-by-code.ts';
import { readScannedPickupCode } from './read-token.ts';

/** Wrong digits before an order's digits are refused at this till for good (rule T4). */
const TRIES = 5;

const triesKey = (orderId: string): string => `digits:${orderId}`;

export type DigitsProblem =
  | { readonly type: 'digits_wrong'; readonly triesLeft: number }
  /** The signed code, or a document with a manager's approval, opens the order still. */
  | { readonly type: 'digits_locked' }
  /** They never came to this till: the signed code needs no network. */
  | { readonly type: 'digits_unknown' };

type Failure = Extract<OperationContent, { type: 'code.failed' }>['payload'];

const failed = (payload: Failure): { readonly ok: true; readonly value: OperationContent } =>
  ok({ type: 'code.failed', payload });

type Unwritten = { readonly type: 'digits_locked' } | { readonly type: 'right' };

/**
 * Whether these are the six digits of the order. Each wrong try is on record, and counted beside the journal before
 * the next one is looked at (rules J6, T4).
 */
export const proveByDigits = async (
  { ledger, journal, view, crypto }: TillStore,
  actor: Actor,
  { orderId, digits }: { readonly orderId: string; readonly digits: string },
): Promise<Result<HandOverProof, DigitsProblem | JournalProblem>> => {
  const known = view.references().pickupDigits.find((entry) => entry.orderId === orderId);
  if (!known) return fail({ type: 'digits_unknown' });
  const key = triesKey(orderId);
  let triesLeft = 0;
  const recorded = await journal.write<Unwritten>(actor, async () => {
    const tries = (await ledger.readLocal<number>(key)) ?? 0;
    if (tries >= TRIES) return fail({ type: 'digits_locked' });
    // Nothing is written for digits that are right.
    if (await arePickupDigits(known, digits, crypto)) return fail({ type: 'right' });
    await ledger.writeLocal(key, tries + 1);
    triesLeft = TRIES - tries - 1;
    return failed({ orderId, kind: 'pickup_digits', reason: 'digits_wrong' });
  });
  if (recorded.ok)
    return fail(triesLeft > 0 ? { type: 'digits_wrong', triesLeft } : { type: 'digits_locked' });
  return recorded.problem.type === 'right' ? ok({ type: 'digits' }) : fail(recorded.problem);
};

export type ScanProblem =
  | Exclude<PickupCodeProblem, { readonly type: 'token_expired' }>
  | { readonly type: 'token_expired' }
  | { readonly type: 'other_store'; readonly storeId: string }
  | { readonly type: 'order_unknown' }
  | CodeWithoutLines
  | PickupProblem;

export type ScannedPickup = KnownOrder & { readonly code: PickupCode };

type ReadCode = { readonly code: PickupCode; readonly isExpired: boolean };

/** An expired code still says which order it is for. */
const readCode = async (till: TillStore, text: string): Promise<Result<ReadCode, ScanProblem>> => {
  const read = await readScannedPickupCode(till, text);
  if (read.ok) return ok({ code: read.value, isExpired: false });
  const { problem } = read;
  return problem.type === 'token_expired'
    ? ok({ code: problem.code, isExpired: true })
    : fail(problem);
};

/** The code is the chain's own; whether it opens anything here is the order's to say. */
const judge = async (
  till: TillStore,
  { code, isExpired }: ReadCode,
): Promise<Result<ScannedPickup, ScanProblem>> => {
  const identity = await readIdentity(till.ledger);
  const known = await orderByCode(till, code.orderId, code);
  if (!known.ok) return known;
  const { order, isByCode } = known.value;
  if (order.storeId !== identity?.storeId)
    return fail({ type: 'other_store', storeId: order.storeId });
  // An order that is here is kept until somebody releases it (rule R21).
  if (isByCode && isExpired) return fail({ type: 'token_expired' });
  const open = openPickup(order);
  return open.ok ? ok({ ...known.value, code }) : open;
};

/** Smells of nothing: given up since it was signed, too long for a code, or made by a newer server. */
const INNOCENT: readonly ScanProblem['type'][] = [
  'pickup_closed',
  'code_without_lines',
  'token_version_unknown',
];

/** What a customer's scanned code opens; nothing is changed, and a code that proves nothing is on record (rule T4). */
export const openByCode = async (
  till: TillStore,
  actor: Actor,
  text: string,
): Promise<Result<ScannedPickup, ScanProblem | JournalProblem>> => {
  const read = await readCode(till, text);
  const opened = read.ok ? await judge(till, read.value) : read;
  if (opened.ok || INNOCENT.includes(opened.problem.type)) return opened;
  const reason = opened.problem.type;
  const orderId = read.ok ? read.value.code.orderId : null;
  const recorded = await till.journal.write(actor, async () =>
    failed({ orderId, kind: 'pickup_code', reason }),
  );
  return recorded.ok ? opened : recorded;
};

/** Which order a code is for, whatever it opens; null = it proves nothing. */
export const numberOfCode = async (till: TillStore, text: string): Promise<string | null> => {
  const read = await readCode(till, text);
  return read.ok ? read.value.code.number : null;
};
