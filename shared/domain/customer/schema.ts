import { Type, type Static } from 'typebox';
import { IdSchema, OperationIdSchema, TimeSchema } from '#shared/kernel/ids.ts';
import { Exact, Nullable } from '#shared/kernel/schema.ts';
import { LOCALES } from '#shared/kernel/text.ts';
import { CustomerPoints } from '../points/schema.ts';
import { CodeUse } from '../pricing/schema.ts';

const Name = Type.String({ minLength: 1, maxLength: 200 });
const Phone = Type.String({ maxLength: 40 });
/** Groups that one customer may be in. */
export const MOST_GROUPS = 50;

const LoyaltyCard = Type.String({ minLength: 1, maxLength: 40 });
const Email = Type.String({ maxLength: 200, pattern: String.raw`^$|^[^\s@]+@[^\s@]+$` });
/** What the customer reads; '' = nobody said. */
const CustomerLanguage = Type.Enum(['', ...LOCALES]);

/** What somebody wrote down of a customer, and no more than that; null or left out = it stays as it was, '' = there is none. */
export const SavedCustomer = Exact({
  customerId: IdSchema,
  name: Nullable(Name),
  phone: Nullable(Phone),
  loyaltyCard: Nullable(LoyaltyCard),
  email: Type.Optional(Nullable(Email)),
  language: Type.Optional(Nullable(CustomerLanguage)),
});
export type SavedCustomer = Static<typeof SavedCustomer>;

/** A customer as all that was written down of them says: each part as it was said last (rule S7). */
export const Customer = Exact({
  id: IdSchema,
  name: Type.String({ maxLength: 200 }),
  /** '' = none is known. */
  phone: Phone,
  loyaltyCard: Nullable(LoyaltyCard),
  /** '' or left out = none is known. */
  email: Type.Optional(Email),
  /** Their receipts are in it; '' or left out = in the till's. */
  language: Type.Optional(CustomerLanguage),
  /** Head office erased who it was: nothing is known of them any more, and nothing that was written down comes back. */
  erasedAt: Type.Optional(TimeSchema),
  /** When each part was last said; null = never. */
  saidAt: Exact({
    name: Nullable(TimeSchema),
    phone: Nullable(TimeSchema),
    loyaltyCard: Nullable(TimeSchema),
    email: Type.Optional(TimeSchema),
    language: Type.Optional(TimeSchema),
  }),
  /** Codes that each customer has once, as they used them: one line for each operation and promotion, by time. */
  codeUses: Type.Optional(
    Type.Array(
      Exact({
        ...CodeUse.properties,
        operationId: OperationIdSchema,
        storeId: IdSchema,
        at: TimeSchema,
      }),
    ),
  ),
  /** As the server's ledger has them; left out = none were ever earned or spent. */
  points: Type.Optional(CustomerPoints),
  /** As head office said, by id; left out = none. */
  groupIds: Type.Optional(Type.Array(IdSchema, { maxItems: MOST_GROUPS, uniqueItems: true })),
  /** Where they were written down or bought something: the tills that know them. */
  storeIds: Type.Array(IdSchema),
});
export type Customer = Static<typeof Customer>;
