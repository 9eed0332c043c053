import { Type, type Static } from 'typebox';
import { IdSchema, TimeSchema } from '#shared/kernel/ids.ts';
import { Exact, Nullable } from '#shared/kernel/schema.ts';

export const ExceptionKind = Type.Enum([
  'handed_over_twice',
  'collected_after_cancellation',
  'over_refund',
  'over_return',
  'overpaid',
  'unknown_order',
  'below_zero',
  'price_mismatch',
  'payment_without_sale',
  'chain_broken',
  'journal_forked',
  'server_restored',
]);
export type ExceptionKind = Static<typeof ExceptionKind>;

const ExceptionSubject = Exact({
  type: Type.Enum(['order', 'stock', 'operation', 'journal']),
  id: Type.String({ minLength: 1, maxLength: 200 }),
});

/** A contradiction found when facts met; its id is made of kind and subject, so that one is opened once (rule S5). */
export const Exception = Exact({
  id: Type.String({ minLength: 1, maxLength: 300 }),
  kind: ExceptionKind,
  storeId: IdSchema,
  subject: ExceptionSubject,
  /** Ids of the operations that contradict, or pointers into one of them. */
  evidence: Type.Array(Type.String({ maxLength: 300 })),
  owner: Type.Enum(['store_manager', 'head_office']),
  state: Type.Enum(['open', 'closed']),
  openedAt: TimeSchema,
  /** When the missing fact arrived that explains it. */
  closedAt: Nullable(TimeSchema),
});
export type Exception = Static<typeof Exception>;

/** A contradiction as the facts show it now, before anybody opened or closed it. */
export type Contradiction = Pick<
  Exception,
  'id' | 'kind' | 'storeId' | 'subject' | 'evidence' | 'owner'
>;
