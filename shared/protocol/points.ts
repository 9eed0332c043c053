import { Type, type Static } from 'typebox';
import { SHORTEST_NAME } from '../domain/customer/find.ts';
import { ActIdSchema, IdSchema, TimeSchema } from '../kernel/ids.ts';
import { Exact, Nullable } from '../kernel/schema.ts';

/** The most accounts head office is shown at once, and of each the newest movements. */
export const FOUND_ACCOUNTS = 10;
export const SHOWN_MOVEMENTS = 50;

/** Head office looks for a customer's account: the end of a phone number, a loyalty card, part of a name. */
export const PointsRequest = Exact({
  text: Type.String({ minLength: SHORTEST_NAME, maxLength: 100 }),
});

/** What one operation, or an act of a channel, did to a customer's points. */
const PointsEntry = Exact({
  operationId: ActIdSchema,
  orderId: IdSchema,
  storeId: IdSchema,
  at: TimeSchema,
  earned: Type.Integer(),
  takenBack: Type.Integer(),
  spent: Type.Integer(),
  restored: Type.Integer(),
});

/** An account with its latest movements, the newest first; below zero when more was spent than there was. */
export const PointsAccount = Exact({
  customerId: IdSchema,
  name: Type.String(),
  /** As far as it takes to tell people apart. */
  phone: Type.String(),
  loyaltyCard: Nullable(Type.String()),
  balance: Type.Integer(),
  movements: Type.Array(PointsEntry, { maxItems: SHOWN_MOVEMENTS }),
});
export type PointsAccount = Static<typeof PointsAccount>;

export const PointsReply = Exact({
  accounts: Type.Array(PointsAccount, { maxItems: FOUND_ACCOUNTS }),
});
export type PointsReply = Static<typeof PointsReply>;

/** A channel asks for what is on a loyalty card's account: the number, and nothing of the person. */
export const BalanceRequest = Exact({ loyaltyCard: Type.String({ minLength: 1, maxLength: 40 }) });
export const BalanceReply = Exact({ loyaltyCard: Type.String(), balance: Type.Integer() });
export type BalanceReply = Static<typeof BalanceReply>;
