import { DEFAULT_POLICY } from '#shared/domain/settings/default-policy.ts';
import type { Policy, PolicySetting } from '#shared/domain/settings/policy.ts';
import { streamName } from '#shared/protocol/pull.ts';
import type { Store } from '../store/store.ts';
import { keepReplaced } from './keep-replaced.ts';
import { policyId } from './policy-id.ts';

/** What stays where a policy was taken away, in nobody's stream: the store has none of its own, the chain the default. */
const NONE: PolicySetting = { storeId: null, policy: DEFAULT_POLICY };

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
    const id = policyId(storeId);
    const held = await tx.document('references', id);
    const value: PolicySetting | null =
      policy === null ? (held?.type === 'policy' ? NONE : null) : { storeId, policy };
    if (value === null) return;
    const stream = streamName('references', ...(storeId === null ? [] : [storeId]));
    const streams = policy === null ? [] : [stream];
    await keepReplaced(tx, id);
    await tx.putDocuments('references', [{ id, document: { type: 'policy', value }, streams }]);
  });
