import { DEFAULT_POLICY } from '#shared/domain/settings/default-policy.ts';
import type { Policy } from '#shared/domain/settings/policy.ts';
import { policyId } from '../chain/policy-id.ts';
import type { Workspace } from './workspace.ts';

const own = async (
  { document }: Pick<Workspace, 'document'>,
  storeId: string | null,
): Promise<Policy | null> => {
  const held = await document('references', policyId(storeId));
  const isItsOwn = held?.type === 'policy' && held.value.storeId === storeId;
  return isItsOwn ? held.value.policy : null;
};

/** What holds in a store now: its own policy, else the chain's, else the default. */
export const policyAt = async (
  workspace: Pick<Workspace, 'document'>,
  storeId: string,
): Promise<Policy> =>
  (await own(workspace, storeId)) ?? (await own(workspace, null)) ?? DEFAULT_POLICY;
