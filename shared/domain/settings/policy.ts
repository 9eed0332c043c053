import { Type, type Static } from 'typebox';
import { IdSchema, SkuSchema } from '#shared/kernel/ids.ts';
import { AmountSchema } from '#shared/kernel/money.ts';
import { Exact, Nullable } from '#shared/kernel/schema.ts';
import { PointsRule } from '../points/schema.ts';
import { Roles } from '../staff/rights.ts';
import { Tender } from '../payment/schema.ts';

/**
 * What a till may do by itself, with a manager, and without the network; set by head office for the chain or a store.
 * Amounts are minor units.
 */
export const Policy = Exact({
  /** Days from hand-over or sale in which goods are taken back (rule R17). */
  returnDays: Type.Integer({ minimum: 0, maximum: 3650 }),
  /** Never taken back, but for a defect (rule R17). */
  notReturnable: Exact({ skus: Type.Array(SkuSchema), categoryIds: Type.Array(IdSchema) }),
  /** Whether cash may be given for what a card or a channel took (rule R14). */
  cashForOthers: Type.Boolean(),
  /** Whether store credit or a gift card may be given instead of money, if the customer agrees (rule R14). */
  storeCredit: Type.Boolean(),
  /** What a cashier may give back without a manager; null = anything. */
  refundLimit: Nullable(AmountSchema),
  /** Without a receipt, always by a manager: at most so much at once, and so often for one customer in 30 days. */
  blindReturnLimit: AmountSchema,
  blindReturnsPerMonth: Type.Integer({ minimum: 0, maximum: 1000 }),
  /** Whether goods may be sold after the last day that their code tells; left out = they may not. */
  sellExpired: Type.Optional(Type.Boolean()),
  /** A drawer may differ by so much at its closing before a manager has to look into it. */
  cashDifferenceLimit: AmountSchema,
  /** How many days a manager may keep a pickup longer at once. */
  extensionDays: Type.Integer({ minimum: 1, maximum: 90 }),
  /** Left out or null = nobody earns or spends any. */
  points: Type.Optional(Nullable(PointsRule)),
  /** What may be put on one gift card in one sale; left out = the default's. */
  giftCards: Type.Optional(Exact({ least: AmountSchema, most: AmountSchema })),
  /** What each role may do; left out = the default's. */
  roles: Type.Optional(Roles),
  /** After so many minutes without a touch the till is locked; 0 = never, left out = the default's. */
  lockMinutes: Type.Optional(Type.Integer({ minimum: 0, maximum: 24 * 60 })),
  offline: Exact({
    /** What may be given back of a sale of another store, which nobody can ask about; null = anything. */
    refundLimit: Nullable(AmountSchema),
    /** What may be given back in without the network. */
    refundTenders: Type.Array(Tender),
    /** What may be handed over on the strength of a code alone, of an order that never came here. */
    handOverLimit: Nullable(AmountSchema),
    /**
     * What may be paid under one code of a gift card or store credit that nobody can be asked about; null = anything.
     * Policies saved before there was it leave it out: the default's then.
     */
    storedValueLimit: Type.Optional(Nullable(AmountSchema)),
    /**
     * Whether codes that each customer has once are taken though nobody can be asked whether they had it; left out = yes.
     */
    codesOnTrust: Type.Optional(Type.Boolean()),
    /** After so many hours without contact nobody has more than a cashier's rights; left out = the default's. */
    staffHours: Type.Optional(Type.Integer({ minimum: 1, maximum: 24 * 365 })),
    /** After so many hours without contact returns and hand-overs of others' orders need a manager. */
    dataHours: Type.Integer({ minimum: 1, maximum: 24 * 90 }),
  }),
});
export type Policy = Static<typeof Policy>;

/** What head office set: of the chain, or of one store, which then goes by its own alone. */
export const PolicySetting = Exact({ storeId: Nullable(IdSchema), policy: Policy });
export type PolicySetting = Static<typeof PolicySetting>;
