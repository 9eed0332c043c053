import { exceptionId } from '#shared/domain/exception/contradictions.ts';
import { isByMachine, type MachineTender } from '#shared/domain/payment/machine.ts';
import type { RefundPart } from '#shared/domain/return/refunds.ts';
import type { Minor } from '#shared/kernel/money.ts';
import { refundsIn } from '#shared/operations/money-in.ts';
import { newestOperations } from '../store/newest-operations.ts';
import type { TillStore } from '../store/till-store.ts';
import {
  givenBefore,
  type GivenPart,
  goodsOf,
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

/** As many operations as are looked at for what a lost profile left open. */
const LOOKED_AT = 1000;

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
  const ended = new Set<string>();
  const references = new Map<string, string | null>();
  const given: GivenPart[] = [];
  let isOpen = false;
  for await (const operation of newestOperations(till.ledger, MONEY, LOOKED_AT)) {
    const { type, payload } = operation;
    if (type === 'exception.resolved') ended.add(payload.exceptionId);
    else if (type === 'refund.resolved') {
      const { refundId, outcome, reference } = payload;
      if (outcome === 'refunded') references.set(refundId, reference);
      else ended.add(refundId);
    } else if (type === 'refund.requested') {
      const { refundId, amount } = payload;
      const reference = references.get(refundId);
      if (payload.orderId === orderId && isByMachine(payload) && !ended.has(refundId)) {
        if (reference === undefined) isOpen = true;
        else given.push({ refundId, tender: payload.tender, amount, reference });
      }
      ended.add(refundId);
    } else for (const { id } of refundsIn(operation)) ended.add(id);
  }
  if (given.length === 0) return { given, isOpen };
  const decided = await decidedElsewhere(till, given);
  const undecided = given.filter(({ refundId }) => {
    const id = exceptionId('refund_without_return', refundId);
    return !ended.has(id) && !decided.has(id);
  });
  return { given: undecided, isOpen };
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
  return left ? { type: 'refund_given_before', tender: left.tender, amount: left.amount } : null;
};
