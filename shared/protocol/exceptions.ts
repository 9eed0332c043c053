import { Type, type Static } from 'typebox';
import {
  Exception,
  ExceptionResolution,
  ResolutionAction,
  Task,
} from '../domain/exception/schema.ts';
import { OrderCustomer } from '../domain/order/schema.ts';
import { Refund, Tender } from '../domain/payment/schema.ts';
import { IdSchema, SkuSchema, TimeSchema } from '../kernel/ids.ts';
import { AmountSchema, CurrencySchema, MinorSchema } from '../kernel/money.ts';
import { Exact, Nullable } from '../kernel/schema.ts';
import { LocalizedText } from '../kernel/text.ts';

// Contradictions as head office and managers see and settle them.

/** Where the next page begins; opaque. */
const Cursor = Type.String({ minLength: 1, maxLength: 400 });

/** An exception as it stands in a list. */
export const ExceptionRow = Exact({
  ...Exception.properties,
  /** What there is to do. */
  task: Task,
  /** Names of those who answer for it. */
  people: Type.Array(Type.String()),
});
export type ExceptionRow = Static<typeof ExceptionRow>;

export const ExceptionsQuery = Exact({
  state: Type.Optional(Exception.properties.state),
  storeId: Type.Optional(IdSchema),
  cursor: Type.Optional(Cursor),
});
export type ExceptionsQuery = Static<typeof ExceptionsQuery>;

/** The latest changed first. */
export const ExceptionsReply = Exact({
  exceptions: Type.Array(ExceptionRow),
  next: Nullable(Cursor),
});
export type ExceptionsReply = Static<typeof ExceptionsReply>;

export const FactLine = Exact({
  sku: SkuSchema,
  name: Nullable(LocalizedText),
  /** Thousandths; below zero = it left the store's books. */
  quantity: Type.Integer(),
  /** Minor units; null = none is told. */
  total: Nullable(MinorSchema),
});
export type FactLine = Static<typeof FactLine>;

/** One of the facts that contradict, as people read it. */
export const EvidenceFact = Exact({
  /** As the exception names it. */
  id: Type.String(),
  /** An operation of a till; else what was done to the order from outside. */
  source: Type.Enum(['till', 'channel']),
  /** Type of the operation; of a channel `canceled`, `expired`, `edited`, `moved`. '' = it cannot be read. */
  type: Type.String(),
  at: Nullable(TimeSchema),
  storeName: Nullable(Type.String()),
  tillId: Nullable(Type.String()),
  staffName: Nullable(Type.String()),
  approvedByName: Nullable(Type.String()),
  /** Who took the goods, where it was not the customer. */
  collectedBy: Nullable(Type.String()),
  lines: Type.Array(FactLine),
  amounts: Type.Array(
    Exact({ type: Type.Enum(['paid', 'refunded']), tender: Tender, amount: AmountSchema }),
  ),
  /** JSON pointers to what in it is wrong. */
  places: Type.Array(Type.String()),
});
export type EvidenceFact = Static<typeof EvidenceFact>;

/** The money of the order that an exception is about: everything that moved, one by one. */
const OrderMoney = Exact({
  type: Type.Enum(['paid', 'refunded']),
  tender: Tender,
  amount: AmountSchema,
  at: TimeSchema,
  /** null = money came in. */
  state: Nullable(Refund.properties.state),
});

export const ExceptionDetail = Exact({
  exception: ExceptionRow,
  facts: Type.Array(EvidenceFact),
  order: Nullable(
    Exact({
      id: IdSchema,
      number: Nullable(IdSchema),
      currency: CurrencySchema,
      owed: MinorSchema,
      paid: AmountSchema,
      refunded: AmountSchema,
      money: Type.Array(OrderMoney),
      /** null = nobody has to call. */
      customer: Nullable(OrderCustomer),
    }),
  ),
  /** Thousandths; null = it is not about stock. */
  stock: Nullable(
    Exact({
      sku: SkuSchema,
      name: Nullable(LocalizedText),
      onHand: Type.Integer(),
      reserved: Type.Integer(),
    }),
  ),
  /** Those who are to be told from one another; nobody else is told here. */
  customers: Type.Array(
    Exact({
      id: IdSchema,
      name: Type.String(),
      phone: Type.String(),
      loyaltyCard: Nullable(Type.String()),
    }),
  ),
  /** How it may be settled, and what stands in the way of doing so from here; null = nothing. */
  offers: Type.Array(
    Exact({
      action: ResolutionAction,
      obstacle: Nullable(Type.Enum(['at_till', 'by_channel', 'nothing_to_refund'])),
    }),
  ),
  /** What a refund from here gives back through the channel's provider; minor units. */
  refundable: AmountSchema,
});
export type ExceptionDetail = Static<typeof ExceptionDetail>;

export const ResolveRequest = Exact({
  action: ResolutionAction,
  note: ExceptionResolution.properties.note,
});
export type ResolveRequest = Static<typeof ResolveRequest>;
