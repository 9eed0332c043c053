import { Type, type Static } from 'typebox';
import { Policy, PolicySetting } from '../domain/settings/policy.ts';
import { IdSchema } from '../kernel/ids.ts';
import { Exact, Nullable } from '../kernel/schema.ts';

/** What head office set; where it set nothing the default holds. */
export const PoliciesReply = Exact({ policies: Type.Array(PolicySetting) });
export type PoliciesReply = Static<typeof PoliciesReply>;

/** `storeId: null` = the chain's; `policy: null` = a store goes by the chain's again, the chain by the default. */
export const PolicyRequest = Exact({ storeId: Nullable(IdSchema), policy: Nullable(Policy) });
export type PolicyRequest = Static<typeof PolicyRequest>;
