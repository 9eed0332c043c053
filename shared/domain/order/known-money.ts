import type { Payment, Refund, RefundState } from '../payment/schema.ts';
import { byTime } from './derive.ts';

/** Payments with those of them that are not known yet. */
export const withPayments = (known: readonly Payment[], more: readonly Payment[]): Payment[] => {
  const ids = new Set(known.map(({ id }) => id));
  return [...known, ...more.filter(({ id }) => !ids.has(id))].toSorted(byTime);
};

const RANK: Readonly<Record<RefundState, number>> = { pending: 0, unknown: 1, refunded: 2 };

/** What came first is no matter: of two that say the same, the one whose reference sorts last. */
const isBetter = (one: Refund, other: Refund): boolean => {
  if (one.state !== other.state) return RANK[one.state] > RANK[other.state];
  return (one.reference ?? '') > (other.reference ?? '');
};

/** A refund is told more than once: what is known best about it stays, and when it was first heard of. */
const betterOf = (left: Refund, right: Refund): Refund => {
  const [worse, better] = isBetter(right, left) ? [left, right] : [right, left];
  return {
    ...better,
    reference: better.reference ?? worse.reference,
    at: left.at < right.at ? left.at : right.at,
  };
};

/** Refunds with what is known better of them now, and those that are not known yet. */
export const withRefunds = (known: readonly Refund[], more: readonly Refund[]): Refund[] => {
  const byId = new Map(known.map((refund) => [refund.id, refund]));
  for (const refund of more) {
    const before = byId.get(refund.id);
    byId.set(refund.id, before ? betterOf(before, refund) : refund);
  }
  return [...byId.values()].toSorted(byTime);
};
