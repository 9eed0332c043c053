import { isWaiting } from '#shared/domain/basket/apply.ts';
import type { ParkedBasket } from '#shared/domain/basket/schema.ts';
import { contradictionsOfParked } from '#shared/domain/exception/of-operation.ts';
import { applyToParked, parkedIdOf } from '#shared/operations/basket-effects.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { referenceId } from '#shared/protocol/documents.ts';
import { streamName } from '#shared/protocol/pull.ts';
import { reconcileExceptions } from './reconcile-exceptions.ts';
import type { Workspace } from './workspace.ts';

const readParked = async (
  { document }: Pick<Workspace, 'document'>,
  id: string,
): Promise<ParkedBasket | null> => {
  const held = await document('references', referenceId('parkedBasket', id));
  return held?.type === 'parkedBasket' ? held.value : null;
};

/** What an operation does to the parked basket it is about: its store's tills have it until one recalls it. */
export const recordParked = async (
  workspace: Workspace,
  operation: Operation,
  now: string,
): Promise<void> => {
  const id = parkedIdOf(operation);
  if (id === null) return;
  const before = await readParked(workspace, id);
  const after = applyToParked(before, operation);
  if (after === null) return;
  workspace.put('references', {
    id: referenceId('parkedBasket', id),
    document: { type: 'parkedBasket', value: after },
    streams: isWaiting(after) ? [streamName('references', after.storeId)] : [],
  });
  const contradictions = {
    before: before === null ? [] : contradictionsOfParked(before),
    after: contradictionsOfParked(after),
  };
  await reconcileExceptions(workspace, contradictions, now);
};
