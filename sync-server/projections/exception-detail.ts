import { CONSEQUENCES } from '#shared/domain/exception/consequences.ts';
import type { Exception } from '#shared/domain/exception/schema.ts';
import { obstacleTo, refundableOnline } from '#shared/domain/exception/settle.ts';
import { owedOf, paidOf, refundedOf } from '#shared/domain/order/balance.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { ZERO } from '#shared/kernel/money.ts';
import { referenceId } from '#shared/protocol/documents.ts';
import type { ExceptionDetail } from '#shared/protocol/exceptions.ts';
import type { Tables } from '../tables.ts';
import { readExceptionFacts } from './exception-facts.ts';
import { exceptionRows } from './exceptions.ts';
import { readDocuments } from './read-documents.ts';
import { staffOf, storesOf } from './references.ts';

type OrderPart = NonNullable<ExceptionDetail['order']>;

const moneyOf = ({ payments, refunds }: Order): OrderPart['money'] =>
  [
    ...payments.map(({ tender, amount, at }) => ({
      type: 'paid' as const,
      tender,
      amount,
      at,
      state: null,
    })),
    ...refunds.map(({ tender, amount, at, state }) => ({
      type: 'refunded' as const,
      tender,
      amount,
      at,
      state,
    })),
  ].toSorted((left, right) => (left.at < right.at ? -1 : 1));

/** A customer's name and phone are told to those alone who have to speak with them. */
const orderPart = (order: Order, isToBeCalled: boolean): OrderPart => ({
  id: order.id,
  number: order.number,
  currency: order.currency,
  owed: owedOf(order),
  paid: paidOf(order),
  refunded: refundedOf(order),
  money: moneyOf(order),
  customer: isToBeCalled ? order.customer : null,
});

const subjectOrder = async (db: Tables, { subject }: Exception): Promise<Order | null> =>
  subject.type === 'order'
    ? ((await readDocuments(db, 'orders', [subject.id])).get(subject.id) ?? null)
    : null;

const stockPart = async (
  db: Tables,
  { subject }: Exception,
  sku: string | null,
): Promise<ExceptionDetail['stock']> => {
  const level = (await readDocuments(db, 'stock', [subject.id])).get(subject.id);
  if (sku === null || !level) return null;
  const name = (await readDocuments(db, 'products', [sku])).get(sku)?.name ?? null;
  return { sku, name, onHand: level.onHand, reserved: level.reserved };
};

const customersPart = async (
  db: Tables,
  { kind, subject, evidence }: Exception,
): Promise<ExceptionDetail['customers']> => {
  if (kind !== 'customer_twice') return [];
  const ids = [subject.id, ...evidence].map((id) => referenceId('customer', id));
  const known = await readDocuments(db, 'references', ids);
  return ids.flatMap((referred) => {
    const reference = known.get(referred);
    if (reference?.type !== 'customer') return [];
    const { id, name, phone, loyaltyCard } = reference.value;
    return [{ id, name, phone, loyaltyCard }];
  });
};

/** An exception with its evidence as people read it and the ways to settle it. */
export const readExceptionDetail = async (
  db: Tables,
  exception: Exception,
): Promise<ExceptionDetail> => {
  const { kind, subject } = exception;
  const order = await subjectOrder(db, exception);
  // The id of a level is its store and its SKU, which may hold any sign.
  const sku = subject.type === 'stock' ? subject.id.slice(subject.id.indexOf(':') + 1) : null;
  const [staff, stores] = await Promise.all([staffOf(db), storesOf(db)]);
  const names = {
    staff: new Map(staff.map(({ id, name }) => [id, name])),
    stores: new Map(stores.map(({ storeId, name }) => [storeId, name])),
  };
  const { resolutions } = CONSEQUENCES[kind];
  const [row] = await exceptionRows(db, [exception]);
  if (!row) throw new Error('a row for each exception');
  return {
    exception: row,
    facts: await readExceptionFacts(db, exception, { order, sku }, names),
    order: order === null ? null : orderPart(order, resolutions.includes('call_customer')),
    stock: await stockPart(db, exception, sku),
    customers: await customersPart(db, exception),
    offers: resolutions.map((action) => ({ action, obstacle: obstacleTo(action, order) })),
    refundable: order === null ? ZERO : refundableOnline(order),
  };
};
