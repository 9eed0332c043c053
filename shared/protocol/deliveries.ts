import { Type, type Static } from 'typebox';
import { SentLine } from '../domain/delivery/schema.ts';
import { IdSchema, SkuSchema, TimeSchema } from '../kernel/ids.ts';
import { LevelSchema } from '../kernel/quantity.ts';
import { Exact, Nullable } from '../kernel/schema.ts';
import { LocalizedText } from '../kernel/text.ts';

// What suppliers will bring, as head office announces it and sees what came of it.

/** A line of text with something in it. */
const words = (maxLength: number) =>
  Type.String({ minLength: 1, maxLength, pattern: String.raw`^(?=.*\S)[^\x00-\x1f]+$` });

/** What a supplier will bring to a store. Sent twice it is one delivery, as it was sent last. */
export const DeliveryDraft = Exact({
  /** Never a transfer's number, as such deliveries are another store's. */
  id: Type.String({ pattern: '^(?!T-)[A-Za-z0-9_-]{1,64}$' }),
  toStoreId: IdSchema,
  supplier: words(200),
  reference: words(100),
  expectedAt: TimeSchema,
  lines: Type.Array(SentLine, { minItems: 1, maxItems: 1000 }),
});
export type DeliveryDraft = Static<typeof DeliveryDraft>;

const DeliveryState = Type.Enum(['announced', 'received', 'short', 'differs']);

export const DeliveryRow = Exact({
  id: IdSchema,
  toStoreId: IdSchema,
  supplier: Type.String(),
  reference: Type.String(),
  /** null = nobody said when. */
  expectedAt: Nullable(TimeSchema),
  state: DeliveryState,
  /** When the last of it came; null = nothing did. */
  receivedAt: Nullable(TimeSchema),
  lines: Type.Array(
    Exact({ sku: SkuSchema, name: LocalizedText, sent: LevelSchema, received: LevelSchema }),
  ),
});
export type DeliveryRow = Static<typeof DeliveryRow>;

const Place = Type.String({ pattern: '^[0-9]{1,9}$' });

export const DeliveriesQuery = Exact({
  storeId: Type.Optional(IdSchema),
  page: Type.Optional(Place),
});
export type DeliveriesQuery = Static<typeof DeliveriesQuery>;

/** Those announced last first; `next` = the page after it. */
export const DeliveriesReply = Exact({
  deliveries: Type.Array(DeliveryRow),
  next: Nullable(Place),
});
export type DeliveriesReply = Static<typeof DeliveriesReply>;
