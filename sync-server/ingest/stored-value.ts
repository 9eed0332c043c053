import { isStoredValue, type Payment, type Refund } from '#shared/domain/payment/schema.ts';
import { happenedAt } from '#shared/operations/happened-at.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { Currency } from '#shared/kernel/money.ts';
import type { StoredValueRow } from '../store/store.ts';

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

/**
 * What an operation issues of store credit and on gift cards by giving it back, and what it spends of them. The reference
 * of the refund or the payment is their code; of what was given none, the refund's own id.
 */
export const storedValueOf = (operation: Operation): StoredValueRow[] => {
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
