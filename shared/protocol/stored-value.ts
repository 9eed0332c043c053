import { Type, type Static } from 'typebox';
import { IdSchema, TimeSchema } from '../kernel/ids.ts';
import { CurrencySchema } from '../kernel/money.ts';
import { Exact, Nullable } from '../kernel/schema.ts';

/** What a customer shows of store credit. */
const CreditCode = Type.String({ minLength: 4, maxLength: 100, pattern: '^[!-~]+$' });

/** What a till asks before it counts on store credit. */
export const CreditRequest = Exact({ code: CreditCode });
export type CreditRequest = Static<typeof CreditRequest>;

/** What is left of it as far as the server has heard; minor units, below zero when it was spent twice offline. */
export const CreditReply = Exact({
  code: CreditCode,
  currency: CurrencySchema,
  balance: Type.Integer(),
});
export type CreditReply = Static<typeof CreditReply>;

/** What is left in each currency that was put on it; issued is positive, spent negative, the latest first. */
export const CreditHistory = Exact({
  code: CreditCode,
  credits: Type.Array(
    Exact({
      ...CreditReply.properties,
      movements: Type.Array(
        Exact({
          operationId: Type.String(),
          orderId: Nullable(IdSchema),
          storeId: IdSchema,
          at: TimeSchema,
          amount: Type.Integer(),
        }),
      ),
    }),
    { minItems: 1 },
  ),
});
export type CreditHistory = Static<typeof CreditHistory>;
