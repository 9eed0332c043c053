import { exceptionId } from '#shared/domain/exception/contradictions.ts';
import { isByMachine, type MachineTender } from '#shared/domain/payment/machine.ts';
import type { RefundPart } from '#shared/domain/return/refunds.ts';
import type { Minor } from '#shared/kernel/money.ts';
import { operationPlace } from '#shared/kernel/ids.ts';
import { readRefundBook } from '../store/refund-book.ts';
import type { TillStore } from '../store/till-store.ts';
import {
  givenBefore,
  type GivenPart,
  goodsOf,
  isRefundCarried,
  type MachinePart,
  openRefund,
  type RefundAct,
  refundIdOf,
} from './open-refund.ts';

export type BegunRefund =
  /** A machine is not known yet to have given what it was asked for: that is answered first. */
  | { readonly type: 'refund_open' }
  /** A machine gave so much for the same purchase, and no return carries it. */
  | {
      readonly type: 'refund_given_before';
      readonly tender: MachineTender;
      readonly amount: Minor;
    }
  /** A machine of another till of the store was asked for it, and nobody has heard how that ended. */
  | {
      readonly type: 'refund_asked_elsewhere';
      readonly tender: MachineTender;
      readonly amount: Minor;
    };

/** Of these, what somebody has decided about at the server. */
const decidedElsewhere = async (
  { state }: TillStore,
  given: readonly GivenPart[],
): Promise<ReadonlySet<string>> => {
  const ids = given.map(({ refundId }) => exceptionId('refund_without_return', refundId));
  const known = await state.exceptions(ids);
  return new Set(known.filter(({ resolution }) => resolution !== null).map(({ id }) => id));
};

type Left = {
  /** What machines gave and no operation carries. */
  readonly given: readonly GivenPart[];
  /** Of what a machine was asked for nothing says how it ended. */
  readonly isOpen: boolean;
};

/** What is left of refunds of an order by machines of this till, by the journal: it outlives the profile that knew what they were for. */
const refundsLeft = async (till: TillStore, orderId: string): Promise<Left> => {
  const { left, settled } = await readRefundBook(till.ledger);
  const ofOrder = left.filter((one) => one.orderId === orderId);
  const isOpen = ofOrder.some(({ given }) => given === null);
  const given = ofOrder.flatMap(({ refundId, tender, amount, given: by }) =>
    by === null ? [] : [{ refundId, tender, amount, reference: by.reference }],
  );
  if (given.length === 0) return { given, isOpen };
  const decided = await decidedElsewhere(till, given);
  const undecided = given.filter(({ refundId }) => {
    const id = exceptionId('refund_without_return', refundId);
    return !settled.includes(id) && !decided.has(id);
  });
  return { given: undecided, isOpen };
};

/** Whether this till's journals have it: they know better how it ended. */
const isHeldHere = async ({ ledger }: TillStore, operationId: string): Promise<boolean> => {
  const { journalId, seq } = operationPlace(operationId);
  return (await ledger.read(journalId, seq - 1, 1))[0]?.seq === seq;
};

/**
 * A refund of an order by a machine of another till that nothing carries and nobody has decided about, as far as the server
 * told: what its own till asks about first, or a person decides. null = there is none.
 */
const leftElsewhere = async (till: TillStore, orderId: string): Promise<BegunRefund | null> => {
  const open = (await till.state.openExceptions()).filter(
    ({ refund }) => refund?.orderId === orderId,
  );
  if (open.length === 0) return null;
  const { settled } = await readRefundBook(till.ledger);
  for (const { id, kind, subject, refund } of open) {
    if (!refund || !isByMachine(refund) || settled.includes(id)) continue;
    if (await isRefundCarried(till, refund)) continue;
    if (await isHeldHere(till, subject.id)) continue;
    const { tender, amount } = refund;
    if (kind === 'refund_without_return') return { type: 'refund_given_before', tender, amount };
    if (kind === 'money_unknown') return { type: 'refund_asked_elsewhere', tender, amount };
  }
  return null;
};

/** What machines gave back for an order and no operation carries. What a person has decided about is settled. */
export const givenWithoutAct = async (
  till: TillStore,
  orderId: string,
): Promise<readonly GivenPart[]> => (await refundsLeft(till, orderId)).given;

/** Of these, what was given for the goods of this act, as far as the till remembers them. */
const ofSameGoods = async (
  till: TillStore,
  given: readonly GivenPart[],
  act: RefundAct,
): Promise<readonly GivenPart[]> => {
  const goods = goodsOf(act);
  const kept = await givenBefore(till, given);
  return given.filter(({ refundId }) =>
    kept.some((part) => part.refundId === refundId && part.goods === goods),
  );
};

/**
 * The id under which an act that gives back just this for the same goods was begun before, as far as the till remembers them:
 * what machines gave of it, and nothing carries, is not asked of them again by whoever begins it anew. null = none was.
 */
export const begunActId = async (
  till: TillStore,
  orderId: string,
  refunds: readonly RefundPart[],
  act: RefundAct,
): Promise<string | null> => {
  const given = await givenWithoutAct(till, orderId);
  const [first] = given;
  const end = `-${first?.tender}`;
  if (!first?.refundId.endsWith(end)) return null;
  const actId = first.refundId.slice(0, 0 - end.length);
  const isAll = given.every(({ refundId, amount }) =>
    refunds.some((part) => refundIdOf(actId, part) === refundId && part.amount === amount),
  );
  const known = await ofSameGoods(till, given, act);
  return isAll && known.length === given.length ? actId : null;
};

/**
 * Why nothing else may be given back for an order now: what was begun of a refund is none of these parts, or was for other goods. null = nothing was.
 * A profile that was lost took with it what the refund was for, and whoever begins anew would have it given twice.
 */
export const begunRefund = async (
  till: TillStore,
  orderId: string,
  parts: readonly Pick<MachinePart, 'refundId' | 'amount'>[],
  act: RefundAct,
): Promise<BegunRefund | null> => {
  const open = await openRefund(till);
  const isOther = parts.every(({ refundId }) => refundId !== open?.refundId);
  const { given, isOpen } = await refundsLeft(till, orderId);
  if (isOpen || (open?.orderId === orderId && isOther)) return { type: 'refund_open' };
  const known = await ofSameGoods(till, given, act);
  const left = given.find(
    (one) =>
      !known.includes(one) ||
      !parts.some((part) => part.refundId === one.refundId && part.amount === one.amount),
  );
  return left
    ? { type: 'refund_given_before', tender: left.tender, amount: left.amount }
    : leftElsewhere(till, orderId);
};
