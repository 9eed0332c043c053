import { Type, type Static } from 'typebox';
import { IdSchema, OperationIdSchema, TimeSchema } from '../kernel/ids.ts';
import { CurrencySchema, MinorSchema } from '../kernel/money.ts';
import { Exact, Nullable } from '../kernel/schema.ts';

/** What was done at a till that somebody may want to look into. */
export const SensitiveKind = Type.Enum([
  'line_voided',
  'basket_voided',
  'basket_discarded',
  'no_sale',
  'cash_out',
  'blind_return',
  'price_given',
  'reprinted',
  'approved',
  'pin_locked',
  'badge_unknown',
]);
export type SensitiveKind = Static<typeof SensitiveKind>;

export const SensitiveAct = Exact({
  operationId: OperationIdSchema,
  at: TimeSchema,
  storeId: IdSchema,
  tillId: IdSchema,
  kind: SensitiveKind,
  /** Who acted and who approved, by name; nobody acted where nobody was signed in. */
  by: Nullable(Type.String()),
  approvedBy: Nullable(Type.String()),
  /** False = by what policy says now it needed the leave of somebody who did not give it. */
  isAllowed: Type.Boolean(),
  /** Minor units; null = no money is in it. */
  amount: Nullable(Exact({ amount: MinorSchema, currency: CurrencySchema })),
  /** Why, by its id; of what was only approved the operation's type. */
  reason: Nullable(Type.String()),
  /** Of a locked PIN the name of whose it is. */
  note: Type.String(),
});
export type SensitiveAct = Static<typeof SensitiveAct>;

export const SensitiveActsQuery = Exact({ storeId: Type.Optional(IdSchema) });

/** The latest ones, newest first. */
export const SensitiveActsReply = Exact({ acts: Type.Array(SensitiveAct) });
export type SensitiveActsReply = Static<typeof SensitiveActsReply>;
