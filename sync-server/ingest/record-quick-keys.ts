import { applyToQuickKeys } from '#shared/operations/quick-keys-effects.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { referenceId } from '#shared/protocol/documents.ts';
import { streamName } from '#shared/protocol/pull.ts';
import type { Workspace } from './workspace.ts';

/** How a manager arranged the quick keys comes down to all tills of the store. */
export const recordQuickKeys = async (
  workspace: Workspace,
  operation: Operation,
): Promise<void> => {
  if (operation.type !== 'tiles.arranged') return;
  const id = referenceId('quickKeys', operation.storeId);
  const held = await workspace.document('references', id);
  const before = held?.type === 'quickKeys' ? held.value : null;
  const value = applyToQuickKeys(before, operation);
  if (value === null) return;
  workspace.put('references', {
    id,
    document: { type: 'quickKeys', value },
    streams: [streamName('references', operation.storeId)],
  });
};
