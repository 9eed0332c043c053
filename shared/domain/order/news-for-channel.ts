import type { Order } from './schema.ts';
import { refundsDueOf } from './refunds-due.ts';

const isRefundsDueChanged = (before: Order, after: Order): boolean => {
  const told = refundsDueOf(before);
  const due = refundsDueOf(after);
  return (
    told.length !== due.length ||
    due.some(
      ({ refundId, amount }, index) =>
        refundId !== told[index]?.refundId || amount !== told[index].amount,
    )
  );
};

const isStandingChanged = (before: Order, after: Order): boolean => {
  if (after.pickup === null || after.provisional) return false;
  const { state, readyAt, expiresAt } = after.pickup;
  return (
    state !== before.pickup?.state ||
    readyAt !== before.pickup.readyAt ||
    expiresAt !== before.pickup.expiresAt ||
    after.storeId !== before.storeId
  );
};

/**
 * Whether the channel has to hear of something new: the goods stand ready or went, are kept longer or elsewhere, or other
 * money is to be given back. What it placed itself it knows.
 */
export const isNewsForChannel = (before: Order | null, after: Order): boolean =>
  before === null
    ? refundsDueOf(after).length > 0
    : isRefundsDueChanged(before, after) || isStandingChanged(before, after);
