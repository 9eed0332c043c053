import type { Policy, PolicySetting } from '#shared/domain/settings/policy.ts';
import { referenceId } from '#shared/protocol/documents.ts';
import { streamName } from '#shared/protocol/pull.ts';
import type { Store } from '../store/store.ts';

/** Of the chain; no store has this id, as theirs are capital letters and digits. */
const CHAIN = 'chain';

/**
 * What tills may do from now on, in the chain (`storeId: null`) or in one store. `policy: null` takes a store's own away,
 * so that the chain's holds there again, or the chain's, so that the default does.
 */
export const savePolicy = (
  store: Store,
  storeId: string | null,
  policy: Policy | null,
): Promise<void> =>
  store.transaction(async (tx) => {
    const id = referenceId('policy', storeId ?? CHAIN);
    const held = await tx.document('references', id);
    const value: PolicySetting | null =
      policy === null ? (held?.type === 'policy' ? held.value : null) : { storeId, policy };
    if (value === null) return;
    const stream = streamName('references', ...(storeId === null ? [] : [storeId]));
    const streams = policy === null ? [] : [stream];
    await tx.putDocuments('references', [{ id, document: { type: 'policy', value }, streams }]);
  });
