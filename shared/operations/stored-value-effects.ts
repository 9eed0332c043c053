import { isStoredValue, type Payment, type Refund } from '../domain/payment/schema.ts';
import { isGiftCard } from '../domain/pricing/gift-card.ts';
import type { Sale } from '../domain/sale/schema.ts';
import type { Currency } from '../kernel/money.ts';
import { happenedAt } from './happened-at.ts';
import type { Operation } from './operation.ts';

/** A line of the ledger of stored value, unique by operation and line: issued is positive, spent negative. */
export type StoredValueLine = {
  readonly operationId: string;
  readonly lineId: string;
  /** What the customer shows. */
  readonly code: string;
  readonly orderId: string | null;
  readonly storeId: string;
  readonly at: string;
  readonly currency: Currency;
  /** Minor units. */
  readonly amount: number;
};

type Moved = {
  readonly orderId: string | null;
  readonly currency: Currency;
  readonly refunds: readonly Refund[];
  readonly payments: readonly Payment[];
};

/** What an exchange settled with itself moved no money, and issued and spent nothing. */
const movedByExchange = (operation: Operation & { type: 'exchange.completed' }): Moved[] => {
  const { returned, sold, setOff, currency } = operation.payload;
  const own = new Set(setOff.flatMap(({ refundId, paymentId }) => [refundId, paymentId]));
  const isMoved = ({ id }: { readonly id: string }): boolean => !own.has(id);
  const { orderId } = returned;
  return [
    { orderId, currency, refunds: returned.refunds.filter(isMoved), payments: [] },
    { orderId: sold.orderId, currency, refunds: [], payments: sold.payments.filter(isMoved) },
  ];
};

const movedBy = (operation: Operation): readonly Moved[] => {
  if (operation.type === 'exchange.completed') return movedByExchange(operation);
  const { payload } = operation;
  if (!('orderId' in payload) || !('currency' in payload)) return [];
  const { orderId, currency } = payload;
  const refunds = 'refunds' in payload ? payload.refunds : [];
  const payments = 'payments' in payload ? payload.payments : [];
  return [{ orderId, currency, refunds, payments }];
};

/** Before the id of a line of a sale; refunds and payments stand under their own. */
export const SOLD_CARD = 'card-';

const saleIn = (operation: Operation): Sale | null => {
  if (operation.type === 'sale.completed') return operation.payload;
  return operation.type === 'exchange.completed' ? operation.payload.sold : null;
};

/** What an operation puts on gift cards that it sells or loads: to be spent once the server knows it (rule R13). */
export const cardsSoldBy = (operation: Operation): StoredValueLine[] => {
  const sale = saleIn(operation);
  if (sale === null) return [];
  const { id: operationId, storeId } = operation;
  const { orderId, currency } = sale;
  const at = happenedAt(operation);
  return sale.lines.filter(isGiftCard).map(({ id, particulars, total }) => ({
    operationId,
    lineId: `${SOLD_CARD}${id}`,
    code: particulars?.giftCard ?? id,
    orderId,
    storeId,
    at,
    currency,
    amount: total,
  }));
};

/**
 * What an operation issues of store credit and on gift cards by giving it back, and what it spends of them. The reference
 * of the refund or the payment is their code; of what was given none, the refund's own id.
 */
export const creditMovedBy = (operation: Operation): StoredValueLine[] => {
  const { id: operationId, storeId } = operation;
  const at = happenedAt(operation);
  return movedBy(operation).flatMap(({ orderId, currency, refunds, payments }) => {
    const source = { operationId, orderId, storeId, at, currency };
    const isCredit = ({ tender }: Refund | Payment): boolean => isStoredValue(tender);
    return [
      ...refunds.filter(isCredit).map(({ id, reference, amount }) => ({
        ...source,
        lineId: id,
        code: reference ?? id,
        amount,
      })),
      ...payments.filter(isCredit).map(({ id, reference, amount }) => ({
        ...source,
        lineId: id,
        code: reference ?? id,
        amount: 0 - amount,
      })),
    ];
  });
};

/** All that an operation writes into the ledger of stored value. */
export const storedValueOf = (operation: Operation): StoredValueLine[] => [
  ...creditMovedBy(operation),
  ...cardsSoldBy(operation),
];
