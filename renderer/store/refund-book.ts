import { isByMachine, type MachineTender } from '#shared/domain/payment/machine.ts';
import type { Minor } from '#shared/kernel/money.ts';
import { refundsIn } from '#shared/operations/money-in.ts';
import { readIdentity } from './identity.ts';
import type { Ledger } from './ledger.ts';
import { type OperationOf, readAs } from './newest-operations.ts';
import { pagesAfter } from './pages-after.ts';

/** A refund that a machine of this till was asked for, and that no operation carries. */
export type RefundLeft = {
  readonly refundId: string;
  readonly orderId: string | null;
  readonly tender: MachineTender;
  readonly amount: Minor;
  /** The operation that intended it last. */
  readonly intentId: string;
  /** The machine gave it, with its own number for it; null = nothing says how it ended. */
  readonly given: { readonly reference: string | null } | null;
};

/** What this till's journals say of refunds by machines: they outlive the profile that knew what these were for. */
export type RefundBook = {
  /** Oldest intent first. */
  readonly left: readonly RefundLeft[];
  /** Exceptions that somebody settled here. */
  readonly settled: readonly string[];
};

/** Whatever says that a machine gave money back, and what carries it. */
const MONEY = [
  'refund.requested',
  'refund.resolved',
  'return.completed',
  'exchange.completed',
  'order.amended',
  'order.canceled',
  'pickup.rejected',
  'exception.resolved',
] as const;

type Told = OperationOf<(typeof MONEY)[number]>;

const without = (left: readonly RefundLeft[], ids: readonly string[]): readonly RefundLeft[] =>
  left.some(({ refundId }) => ids.includes(refundId))
    ? left.filter(({ refundId }) => !ids.includes(refundId))
    : left;

const after = ({ left, settled }: RefundBook, operation: Told): RefundBook => {
  if (operation.type === 'exception.resolved')
    return { left, settled: [...settled, operation.payload.exceptionId] };
  if (operation.type === 'refund.requested') {
    const { payload, id: intentId } = operation;
    const others = without(left, [payload.refundId]);
    if (!isByMachine(payload)) return { left: others, settled };
    const { refundId, orderId, tender, amount } = payload;
    const asked = { refundId, orderId, tender, amount, intentId, given: null };
    return { left: [...others, asked], settled };
  }
  if (operation.type === 'refund.resolved' && operation.payload.outcome === 'refunded') {
    const { refundId, reference } = operation.payload;
    const given = { reference };
    return {
      left: left.map((one) => (one.refundId === refundId ? { ...one, given } : one)),
      settled,
    };
  }
  const ended =
    operation.type === 'refund.resolved'
      ? [operation.payload.refundId]
      : refundsIn(operation).map(({ id }) => id);
  return { left: without(left, ended), settled };
};

/** How far the journals were read, and what they came to by then. */
type Kept = {
  readonly book: RefundBook;
  /** Oldest journal first. */
  readonly journals: readonly { readonly journalId: string; readonly through: number }[];
  /** Where the ledger lacks operations that it may have back: after which sequence, and which it has next. */
  readonly holes: readonly {
    readonly journalId: string;
    readonly after: number;
    readonly next: number;
  }[];
};

const KEY = 'refund-book';
const PAGE = 200;

const NOTHING: Kept = { book: { left: [], settled: [] }, journals: [], holes: [] };

/** Whether all that was read stands there as it did: what was put back since has to be read in its place. */
const isAsRead = async (ledger: Ledger, { journals, holes }: Kept): Promise<boolean> => {
  for (const { journalId, after: last, next } of holes)
    if ((await ledger.read(journalId, last, 1))[0]?.seq !== next) return false;
  for (const { journalId, through } of journals.slice(0, -1))
    if ((await ledger.read(journalId, through, 1)).length > 0) return false;
  return true;
};

/** Reads on in one journal. */
const readOn = async (ledger: Ledger, kept: Kept, journalId: string): Promise<Kept> => {
  const from = kept.journals.find((one) => one.journalId === journalId)?.through ?? 0;
  const holes = [...kept.holes];
  let { book } = kept;
  let through = from;
  for await (const page of pagesAfter(ledger, journalId, from, PAGE))
    for (const sealed of page) {
      if (sealed.seq !== through + 1) holes.push({ journalId, after: through, next: sealed.seq });
      through = sealed.seq;
      book = readAs(sealed, MONEY).reduce(after, book);
    }
  const others = kept.journals.filter((one) => one.journalId !== journalId);
  return { book, journals: [...others, { journalId, through }], holes };
};

const countOf = ({ journals }: Kept): number =>
  journals.reduce((sum, { through }) => sum + through, 0);

/**
 * All that this till's journals say of refunds, however long ago. What was read is kept beside them, so that only what came
 * since is read again; that is worth nothing but time, and is made anew from the journals where it is lost.
 */
export const readRefundBook = async (ledger: Ledger): Promise<RefundBook> => {
  const identity = await readIdentity(ledger);
  if (!identity) return NOTHING.book;
  const before = (await ledger.readLocal<Kept>(KEY)) ?? NOTHING;
  const known = (await isAsRead(ledger, before)) ? before : NOTHING;
  let kept = known;
  for (const journalId of [...identity.earlierJournalIds, identity.journalId])
    kept = await readOn(ledger, kept, journalId);
  if (countOf(kept) - countOf(known) >= PAGE) await ledger.writeLocal(KEY, kept);
  return kept.book;
};
