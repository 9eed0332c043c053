import { Type, type Static } from 'typebox';
import { Exception } from '../domain/exception/schema.ts';
import { ExceptionRow } from './exceptions.ts';
import { PAYMENT_STATES } from '../domain/order/balance.ts';
import { Channel, Order } from '../domain/order/schema.ts';
import { PickupState } from '../domain/pickup/schema.ts';
import { IdSchema, JournalIdSchema, SkuSchema, TimeSchema } from '../kernel/ids.ts';
import { CurrencySchema } from '../kernel/money.ts';
import { LevelSchema } from '../kernel/quantity.ts';
import { Exact, Nullable } from '../kernel/schema.ts';
import { LocalizedText } from '../kernel/text.ts';
import { QuarantineReason } from './quarantine-reason.ts';

/** A sum over many documents, minor units, signed. */
const Sum = Type.Integer();
const Count = Type.Integer({ minimum: 0 });
/** A day of business in the store's own time zone. */
const DaySchema = Type.String({ pattern: '^[0-9]{4}-[01][0-9]-[0-3][0-9]$' });
export const Email = Type.String({ pattern: '^[^@\\s]+@[^@\\s]+$', maxLength: 200 });
/** Where the next page begins; opaque. */
const Cursor = Type.String({ minLength: 1, maxLength: 400 });

export const SignInRequest = Exact({
  email: Email,
  password: Type.String({ minLength: 1, maxLength: 200 }),
});
export type SignInRequest = Static<typeof SignInRequest>;

/** A password that somebody chooses. */
export const NewPassword = Type.String({ minLength: 10, maxLength: 200 });

/** The first administrator, by the one-time link that the server prints. */
export const SetupRequest = Exact({
  token: Type.String({ minLength: 20, maxLength: 200 }),
  name: Type.String({ minLength: 1, maxLength: 200 }),
  email: Email,
  password: NewPassword,
});
export type SetupRequest = Static<typeof SetupRequest>;

export const UserRole = Type.Enum(['head_office', 'store_manager']);
export type UserRole = Static<typeof UserRole>;

export const Me = Exact({
  userId: IdSchema,
  name: Type.String(),
  email: Type.String(),
  role: UserRole,
  /** Stores this person sees; null = all. */
  storeIds: Nullable(Type.Array(IdSchema)),
  /** The data is invented, and the sign-ins are public. */
  demo: Type.Boolean(),
});
export type Me = Static<typeof Me>;

export const StoreSummary = Exact({
  storeId: IdSchema,
  name: Type.String(),
  address: Type.String(),
  currency: CurrencySchema,
  timeZone: Type.String(),
});
export type StoreSummary = Static<typeof StoreSummary>;

export const StoresReply = Exact({ stores: Type.Array(StoreSummary) });
export type StoresReply = Static<typeof StoresReply>;

export const TillStatus = Exact({
  tillId: IdSchema,
  storeId: IdSchema,
  /** `free` = known, but no device has enrolled as it. */
  state: Type.Enum(['free', 'enrolled', 'revoked']),
  enrolledAt: Nullable(TimeSchema),
  revokedAt: Nullable(TimeSchema),
  lastContactAt: Nullable(TimeSchema),
  /** Operations it had yet to push when it was last in contact. */
  queued: Count,
  /** When it was last known that the server holds all of this till's operations. */
  completeAt: Nullable(TimeSchema),
});
export type TillStatus = Static<typeof TillStatus>;

/** How a till stands to whoever registers for it, from what has arrived of it. */
export const TillFiscal = Exact({
  tillId: IdSchema,
  /** Documents that nobody registered yet, and those that a device registered alone and did not send on. */
  waiting: Count,
  unsent: Count,
  /** The legal clock while documents do not reach the authority (`fiscalClock`). */
  clock: Nullable(
    Exact({
      since: TimeSchema,
      /** When its till stops selling; null = no law says when. */
      until: Nullable(TimeSchema),
      /** Milliseconds. */
      left: Nullable(Count),
      level: Type.Enum(['calm', 'warning', 'over']),
    }),
  ),
});
export type TillFiscal = Static<typeof TillFiscal>;

/** `fiscal`: of the tills that somebody registers for. */
export const TillsReply = Exact({
  tills: Type.Array(TillStatus),
  fiscal: Type.Array(TillFiscal),
});
export type TillsReply = Static<typeof TillsReply>;

/** `tillId: null` = a new till of that store; a till's id = a new device for that till. */
export const EnrolmentCodeRequest = Exact({ storeId: IdSchema, tillId: Nullable(IdSchema) });
export type EnrolmentCodeRequest = Static<typeof EnrolmentCodeRequest>;

export const EnrolmentCodeReply = Exact({
  /** Shown once; works once. */
  code: Type.String(),
  tillId: IdSchema,
  storeId: IdSchema,
  expiresAt: TimeSchema,
});
export type EnrolmentCodeReply = Static<typeof EnrolmentCodeReply>;

export const OverviewQuery = Exact({
  /** Default: today in the (first) store. */
  day: Type.Optional(DaySchema),
  storeId: Type.Optional(IdSchema),
  /** Sums never mix currencies; default: that of the (first) store. */
  currency: Type.Optional(CurrencySchema),
});
export type OverviewQuery = Static<typeof OverviewQuery>;

export const Figures = Exact({
  /** sales − returns, tax included. */
  netSales: Sum,
  sales: Sum,
  returns: Sum,
  tax: Sum,
  /** Orders with at least one line sold. */
  receipts: Count,
  /** sales ÷ receipts. */
  averageBasket: Sum,
  /** returns ÷ sales in basis points. */
  returnsShare: Count,
});
export type Figures = Static<typeof Figures>;

export const HourSales = Exact({
  hour: Type.Integer({ minimum: 0, maximum: 23 }),
  netSales: Sum,
  /** The same hour of the same weekday a week before. */
  lastWeek: Sum,
});
export type HourSales = Static<typeof HourSales>;

export const Overview = Exact({
  at: TimeSchema,
  day: DaySchema,
  storeId: Nullable(IdSchema),
  currency: CurrencySchema,
  /** Currencies of all stores this person sees. */
  currencies: Type.Array(CurrencySchema),
  figures: Figures,
  /** Put on gift cards: owed to customers, in none of the figures (rule R13). */
  giftCardsSold: Sum,
  /** The same weekday a week before, up to the same time of day when `day` is today. */
  lastWeek: Figures,
  /** All 24 hours of the day. */
  hours: Type.Array(HourSales),
  channels: Type.Array(Exact({ channel: Channel, netSales: Sum, receipts: Count })),
  stores: Type.Array(
    Exact({
      storeId: IdSchema,
      name: Type.String(),
      netSales: Sum,
      receipts: Count,
      /** The oldest of its tills' times: until then the figures are complete. */
      completeAt: Nullable(TimeSchema),
      lastContactAt: Nullable(TimeSchema),
      queued: Count,
    }),
  ),
  /** Orders that customers have yet to collect, whatever the day. */
  pickups: Exact({
    states: Type.Array(Exact({ state: PickupState, orders: Count })),
    overdue: Count,
  }),
  tills: Type.Array(TillStatus),
  exceptions: Exact({ open: Count, newest: Type.Array(ExceptionRow) }),
  quarantined: Count,
  topProducts: Type.Array(
    Exact({ sku: SkuSchema, name: LocalizedText, quantity: LevelSchema, netSales: Sum }),
  ),
});
export type Overview = Static<typeof Overview>;

export const ReceiptsQuery = Exact({
  storeId: Type.Optional(IdSchema),
  day: Type.Optional(DaySchema),
  /** Part of a number, a customer's name or phone. */
  text: Type.Optional(Type.String({ maxLength: 100 })),
  /** Only orders that customers collect and that stand there. */
  pickupState: Type.Optional(PickupState),
  cursor: Type.Optional(Cursor),
});
export type ReceiptsQuery = Static<typeof ReceiptsQuery>;

export const ReceiptRow = Exact({
  orderId: IdSchema,
  number: Nullable(IdSchema),
  channel: Channel,
  storeId: IdSchema,
  tillId: Nullable(IdSchema),
  placedAt: TimeSchema,
  /** When goods first left: at once at a counter, else at the hand-over; null = they have not. */
  soldAt: Nullable(TimeSchema),
  customerName: Nullable(Type.String()),
  currency: CurrencySchema,
  total: Sum,
  refunded: Sum,
  paymentState: Type.Enum([...PAYMENT_STATES]),
  pickupState: Nullable(PickupState),
  /** Until when the goods are kept for the customer; null = nothing is collected. */
  pickupBy: Nullable(TimeSchema),
  canceledAt: Nullable(TimeSchema),
});
export type ReceiptRow = Static<typeof ReceiptRow>;

/** Newest first; `next` = the cursor of the page after it. */
export const ReceiptsReply = Exact({ receipts: Type.Array(ReceiptRow), next: Nullable(Cursor) });
export type ReceiptsReply = Static<typeof ReceiptsReply>;

/** An operation as it was received: the evidence behind a receipt. */
export const Evidence = Exact({
  journalId: JournalIdSchema,
  seq: Type.Integer({ minimum: 1 }),
  receivedAt: TimeSchema,
  status: Type.Enum(['applied', 'quarantined']),
  text: Type.String(),
});
export type Evidence = Static<typeof Evidence>;

export const ReceiptDetail = Exact({
  order: Order,
  paymentState: Type.Enum([...PAYMENT_STATES]),
  operations: Type.Array(Evidence),
  exceptions: Type.Array(Exception),
});
export type ReceiptDetail = Static<typeof ReceiptDetail>;

export const QuarantineQuery = Exact({
  storeId: Type.Optional(IdSchema),
  cursor: Type.Optional(Cursor),
});
export type QuarantineQuery = Static<typeof QuarantineQuery>;

export const QuarantinedOperation = Exact({
  journalId: JournalIdSchema,
  seq: Type.Integer({ minimum: 1 }),
  tillId: IdSchema,
  storeId: IdSchema,
  receivedAt: TimeSchema,
  /** null = a fork: another operation holds this sequence (rule P4). */
  reason: Nullable(QuarantineReason),
  hash: Type.String(),
  /** As received, its first 4,000 characters; the whole is a request of its own. */
  text: Type.String(),
  characters: Count,
});
export type QuarantinedOperation = Static<typeof QuarantinedOperation>;

export const QuarantineReply = Exact({
  operations: Type.Array(QuarantinedOperation),
  next: Nullable(Cursor),
});
export type QuarantineReply = Static<typeof QuarantineReply>;
