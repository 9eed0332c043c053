import { isOpenDelivery, storesOfDelivery } from '#shared/domain/delivery/difference.ts';
import type { Delivery } from '#shared/domain/delivery/schema.ts';
import { contradictionsOfDelivery } from '#shared/domain/exception/contradictions.ts';
import { applyToDelivery, deliveryIdOf } from '#shared/operations/delivery-effects.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { referenceId } from '#shared/protocol/documents.ts';
import { streamName } from '#shared/protocol/pull.ts';
import { reconcileExceptions } from './reconcile-exceptions.ts';
import type { Workspace } from './workspace.ts';

/** The delivery as the server knows it, or null. */
export const readDelivery = async (
  workspace: Pick<Workspace, 'document'>,
  id: string,
): Promise<Delivery | null> => {
  const held = await workspace.document('references', referenceId('delivery', id));
  return held?.type === 'delivery' ? held.value : null;
};

/** Writes a delivery as a fact left it; one that came as it was sent leaves its stores. */
export const changeDelivery = async (
  workspace: Workspace,
  before: Delivery | null,
  after: Delivery,
  now: string,
): Promise<void> => {
  const stores = isOpenDelivery(after) ? storesOfDelivery(after) : [];
  workspace.put('references', {
    id: referenceId('delivery', after.id),
    document: { type: 'delivery', value: after },
    streams: stores.map((storeId) => streamName('references', storeId)),
  });
  const contradictions = {
    before: before === null ? [] : contradictionsOfDelivery(before),
    after: contradictionsOfDelivery(after),
  };
  await reconcileExceptions(workspace, contradictions, now);
};

/** What an operation does to the delivery it is about, if it is about one. */
export const recordDelivery = async (
  workspace: Workspace,
  operation: Operation,
  now: string,
): Promise<void> => {
  const id = deliveryIdOf(operation);
  if (id === null) return;
  const before = await readDelivery(workspace, id);
  const after = applyToDelivery(before, operation);
  if (after !== null) await changeDelivery(workspace, before, after, now);
};
