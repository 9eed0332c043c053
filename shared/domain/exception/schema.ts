import { Type, type Static } from 'typebox';
import { IdSchema, TimeSchema } from '#shared/kernel/ids.ts';
import { AmountSchema, MinorSchema } from '#shared/kernel/money.ts';
import { Exact, Nullable } from '#shared/kernel/schema.ts';
import { Tender } from '../payment/schema.ts';

export const ExceptionKind = Type.Enum([
  'handed_over_twice',
  'collected_after_cancellation',
  'collected_after_expiry',
  'collected_after_edit',
  'collected_elsewhere',
  'edited_twice',
  'over_refund',
  'other_serial',
  'overpaid',
  'unpaid_collected',
  'unknown_order',
  'below_zero',
  'oversold',
  'count_uncertain',
  'delivery_differs',
  'basket_recalled_twice',
  'price_mismatch',
  'payment_without_sale',
  'refund_without_return',
  'money_unknown',
  'blind_too_often',
  'cash_difference',
  'shift_number_broken',
  'shift_sums_differ',
  'stored_value_overdrawn',
  'points_overdrawn',
  'code_used_twice',
  'customer_twice',
  'fiscal_unregistered',
  'chain_broken',
  'journal_forked',
  'server_restored',
]);
export type ExceptionKind = Static<typeof ExceptionKind>;

export const Task = Type.Enum([
  'recover_goods',
  'recover_money',
  'charge_again',
  'give_back',
  'call_customer',
  'correct_stock',
  'count_stock',
  'look_into',
]);
export type Task = Static<typeof Task>;

export const ResolutionAction = Type.Enum([
  'accept',
  'accept_loss',
  'refund',
  'charge_again',
  'call_customer',
  'correct_stock',
]);

/** Who settled it and how (rule S6): a member of staff at a till or a person of head office. */
export const ExceptionResolution = Exact({
  action: ResolutionAction,
  by: Type.String({ minLength: 1, maxLength: 200 }),
  at: TimeSchema,
  note: Type.String({ maxLength: 400 }),
});
export type ExceptionResolution = Static<typeof ExceptionResolution>;

const ExceptionSubject = Exact({
  type: Type.Enum([
    'order',
    'stock',
    'delivery',
    'stored_value',
    'promo_code',
    'customer',
    'operation',
    'journal',
  ]),
  id: Type.String({ minLength: 1, maxLength: 200 }),
});

/** What a machine gave back, or was asked to, for an order. */
export const ToldRefund = Exact({
  refundId: IdSchema,
  orderId: IdSchema,
  tender: Tender,
  amount: AmountSchema,
});
export type ToldRefund = Static<typeof ToldRefund>;

/** A contradiction found when facts met; its id is made of kind and subject, so that one is opened once (rule S5). */
export const Exception = Exact({
  id: Type.String({ minLength: 1, maxLength: 300 }),
  kind: ExceptionKind,
  storeId: IdSchema,
  /** Further stores whose people see it. */
  otherStoreIds: Type.Array(IdSchema),
  subject: ExceptionSubject,
  /** Ids of the facts that contradict, or pointers into one of them. */
  evidence: Type.Array(Type.String({ maxLength: 300 })),
  /** Which refund nothing carries, so that no till of the store gives it again; left out = it is about none, or its till did not say. */
  refund: Type.Optional(ToldRefund),
  /** Minor units at stake; null = no money is. */
  amount: Nullable(MinorSchema),
  owner: Type.Enum(['store_manager', 'head_office']),
  state: Type.Enum(['open', 'closed']),
  openedAt: TimeSchema,
  /** When the missing fact arrived that explains it, or somebody settled it. */
  closedAt: Nullable(TimeSchema),
  resolution: Nullable(ExceptionResolution),
});
export type Exception = Static<typeof Exception>;

/** A contradiction as the facts show it now, before anybody opened or closed it. */
export type Contradiction = Pick<
  Exception,
  | 'id'
  | 'kind'
  | 'storeId'
  | 'otherStoreIds'
  | 'subject'
  | 'evidence'
  | 'refund'
  | 'amount'
  | 'owner'
>;
