import type { Order } from '#shared/domain/order/schema.ts';
import { openPickup } from '#shared/domain/pickup/open-pickup.ts';
import { type Reference, referenceId } from '#shared/protocol/documents.ts';
import { streamName } from '#shared/protocol/pull.ts';
import type { PickupDigits } from '#shared/tokens/schema.ts';
import type { DocumentRow } from '../store/store.ts';
import type { Workspace } from './workspace.ts';

/** Its goods are, or will be, there for a customer who proves to be the one. */
export const isToBeCollected = (order: Order): boolean => openPickup(order).ok;

/** An order's digits are told where and as long as it is to be collected. */
const streamsOf = (order: Order): string[] =>
  isToBeCollected(order) ? [streamName('references', order.storeId)] : [];

const idOf = (orderId: string): string => referenceId('pickupDigits', orderId);

export const pickupDigitsRow = (order: Order, value: PickupDigits): DocumentRow<'references'> => ({
  id: idOf(order.id),
  document: { type: 'pickupDigits', value } satisfies Reference,
  streams: streamsOf(order),
});

/** The order was moved, collected or given up: its digits follow. */
export const followPickupDigits = async (
  workspace: Workspace,
  before: Order | null,
  after: Order,
): Promise<void> => {
  const streams = streamsOf(after);
  if (before === null || streamsOf(before).join() === streams.join()) return;
  const known = await workspace.document('references', idOf(after.id));
  if (known) workspace.put('references', { id: idOf(after.id), document: known, streams });
};
