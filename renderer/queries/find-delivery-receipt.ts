import type { Delivery, DeliveryReceipt } from '#shared/domain/delivery/schema.ts';
import { happenedAt } from '#shared/operations/happened-at.ts';
import type { Ledger } from '../store/ledger.ts';
import { newestOperations } from '../store/newest-operations.ts';

/** Some weeks of a busy till: a slip that is scanned once more comes with goods that came lately. */
const LOOKED_AT = 10_000;

export type DeliveryReceived = Pick<DeliveryReceipt, 'at' | 'staffId'>;

/**
 * When goods of a delivery were last taken in, and by whom, as the delivery says or, where it was received and is known no
 * more, this till's own journal; null = as far as is known here, nothing of it was.
 */
export const findDeliveryReceipt = async (
  ledger: Ledger,
  { id, receipts }: Pick<Delivery, 'id' | 'receipts'>,
): Promise<DeliveryReceived | null> => {
  const [told] = receipts.toSorted((left, right) => (left.at > right.at ? -1 : 1));
  if (told) return { at: told.at, staffId: told.staffId };
  const types = ['stock.received', 'stock.transferReceived'] as const;
  for await (const operation of newestOperations(ledger, types, LOOKED_AT))
    if (operation.payload.deliveryId === id)
      return { at: happenedAt(operation), staffId: operation.staffId };
  return null;
};
