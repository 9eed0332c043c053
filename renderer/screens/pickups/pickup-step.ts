import type { HandOverProof } from '#shared/domain/pickup/schema.ts';
import { isInTransit } from '#shared/domain/pickup/open-pickup.ts';
import type { QueuedPickup } from '#renderer/queries/use-pickup-queue.ts';

/** What F8 does next with an order; `prove`: the goods wait, and whose they are is to be shown first. */
export type PickupStep = 'putBack' | 'receive' | 'prepare' | 'prove' | 'handOver' | 'none';

export const nextStep = (
  { order, isOpen, putBack }: Pick<QueuedPickup, 'order' | 'isOpen' | 'putBack'>,
  proof: HandOverProof | null,
): PickupStep => {
  if (!isOpen) return putBack.length > 0 ? 'putBack' : 'none';
  if (isInTransit(order) && order.pickup?.state === 'proposed') return 'receive';
  // Goods may leave that nobody put ready: another till may have (rule R19).
  if (proof !== null) return 'handOver';
  return order.pickup?.state === 'prepared' ? 'prove' : 'prepare';
};
