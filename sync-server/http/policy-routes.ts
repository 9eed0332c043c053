import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { DEFAULT_POLICY, giftCardLimitsOf } from '#shared/domain/settings/default-policy.ts';
import { PoliciesReply, PolicyRequest } from '#shared/protocol/policy.ts';
import { noteChange } from '../chain/change-log.ts';
import { savePolicy } from '../chain/save-policy.ts';
import { policiesOf, storesOf } from '../projections/references.ts';
import { userOf } from './audience.ts';
import { errorReplies } from './error-replies.ts';
import { refuse } from './refuse.ts';
import type { ServerParts } from './server-parts.ts';

/** What tills may do by themselves, with a manager, and without the network: set for the chain or a store. */
export const policyRoutes =
  ({ db, store, now }: ServerParts): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/api/v1/dashboard/policies',
      {
        config: { audience: 'administrator' },
        schema: {
          tags: ['dashboard'],
          response: { 200: PoliciesReply, ...errorReplies(401, 403) },
        },
      },
      async () => ({ policies: await policiesOf(db) }),
    );

    app.put(
      '/api/v1/dashboard/policies',
      {
        config: { audience: 'administrator' },
        schema: {
          tags: ['dashboard'],
          body: PolicyRequest,
          response: { 200: PoliciesReply, ...errorReplies(400, 401, 403, 422) },
        },
      },
      async (request, reply) => {
        const { storeId, policy } = request.body;
        const { least, most } = giftCardLimitsOf(policy ?? DEFAULT_POLICY);
        if (least > most) return refuse(reply, 'contradicts_itself', '/policy/giftCards');
        const stores = await storesOf(db);
        const known = stores.find((one) => one.storeId === storeId);
        if (storeId !== null && !known) return refuse(reply, 'unknown_store', '/storeId');
        const subject = known?.name ?? stores[0]?.chainName ?? '';
        await noteChange(db, userOf(request), { kind: 'policy_changed', subject }, now());
        await savePolicy(store, storeId, policy);
        return { policies: await policiesOf(db) };
      },
    );
  };
