import type { Fact } from '../order/apply.ts';
import type { Delivery, DeliveryReceipt, SentLine } from './schema.ts';

const seenWith = ({ seen }: Delivery, { journalId, seq }: Fact): Delivery['seen'] => ({
  ...seen,
  [journalId]: Math.max(seen[journalId] ?? 0, seq),
});

const unknownDelivery = (
  deliveryId: string,
  { fromStoreId, toStoreId }: Pick<Delivery, 'fromStoreId' | 'toStoreId'>,
  at: string,
): Delivery => ({
  id: deliveryId,
  fromStoreId,
  toStoreId,
  supplier: '',
  reference: deliveryId,
  sentAt: at,
  sentBy: null,
  sent: null,
  receipts: [],
  seen: {},
});

type Sending = {
  readonly deliveryId: string;
  readonly toStoreId: string;
  readonly lines: readonly SentLine[];
};

/** A store sent goods to another; the receipt may have been heard of before. */
export const applySending = (
  delivery: Delivery | null,
  { deliveryId, toStoreId, lines }: Sending,
  fact: Fact,
): Delivery => {
  const stores = { fromStoreId: fact.storeId, toStoreId };
  const base = delivery ?? unknownDelivery(deliveryId, stores, fact.at);
  return {
    ...base,
    ...stores,
    sentAt: fact.at,
    sentBy: fact.operationId,
    sent: lines.map(({ sku, quantity }) => ({ sku, quantity })),
    seen: seenWith(base, fact),
  };
};

type Receipt = {
  readonly deliveryId: string;
  readonly fromStoreId: string | null;
  readonly lines: readonly DeliveryReceipt['lines'][number][];
};

const byOperation = (left: DeliveryReceipt, right: DeliveryReceipt): number =>
  left.operationId < right.operationId ? -1 : 1;

/** Until somebody tells what was sent, a delivery is where and when the first of it came. */
const placedByReceipts = (delivery: Delivery): Delivery => {
  const [first] = delivery.receipts;
  return delivery.sent === null && first
    ? { ...delivery, toStoreId: first.storeId, sentAt: first.at }
    : delivery;
};

/** Goods of a delivery came; one that nobody told of yet is known from now on. */
export const applyDeliveryReceipt = (
  delivery: Delivery | null,
  { deliveryId, fromStoreId, lines }: Receipt,
  fact: Fact,
): Delivery => {
  const { operationId, storeId, staffId, at } = fact;
  const base = delivery ?? unknownDelivery(deliveryId, { fromStoreId, toStoreId: storeId }, at);
  const receipt: DeliveryReceipt = {
    operationId,
    storeId,
    staffId,
    at,
    lines: lines.map(({ sku, quantity }) => ({ sku, quantity })),
  };
  const others = base.receipts.filter((other) => other.operationId !== operationId);
  const receipts = [...others, receipt].toSorted(byOperation);
  return { ...placedByReceipts({ ...base, receipts }), seen: seenWith(base, fact) };
};

export type Announcement = Pick<
  Delivery,
  'id' | 'toStoreId' | 'supplier' | 'reference' | 'sentAt' | 'expectedAt'
> & { readonly lines: readonly SentLine[] };

/** Head office says what a supplier will bring; what came before that was said is kept. */
export const applyAnnouncement = (
  delivery: Delivery | null,
  { id, lines, ...told }: Announcement,
): Delivery => ({
  ...(delivery ?? unknownDelivery(id, { fromStoreId: null, ...told }, told.sentAt)),
  ...told,
  sent: [...lines],
});
