import type { ShiftEntry } from '../domain/shift/entry.ts';
import { negate, subtract, ZERO } from '../kernel/money.ts';
import type { Envelope } from './envelope.ts';
import { happenedAt } from './happened-at.ts';
import type { OperationContent } from './operation.ts';

/** An operation, or what will be one. */
export type ShiftAct = OperationContent & Pick<Envelope, 'at' | 'clockOffset' | 'staffId'>;

type Exchange = Extract<OperationContent, { readonly type: 'exchange.completed' }>['payload'];

type Moved = Pick<ShiftEntry, 'sold' | 'returned' | 'rounding' | 'payments' | 'refunds'>;

const NOTHING: Moved = { sold: null, returned: null, rounding: ZERO, payments: [], refunds: [] };

/** What was set off is a refund and a payment that pay each other: no money moved. */
const movedByExchange = ({ returned, sold, setOff }: Exchange): Moved => {
  const own = new Set(setOff.flatMap(({ refundId, paymentId }) => [refundId, paymentId]));
  const isMoved = ({ id }: { readonly id: string }): boolean => !own.has(id);
  const { orderId } = returned;
  return {
    sold: { lines: sold.lines },
    returned: { lines: returned.lines },
    rounding: subtract(sold.totals.rounding, returned.rounding),
    payments: sold.payments.filter(isMoved),
    refunds: returned.refunds.filter(isMoved).map((refund) => ({ ...refund, orderId })),
  };
};

type HandOver = Extract<OperationContent, { readonly type: 'pickup.handedOver' }>['payload'];

/**
 * A web order is sold when it is handed over, paid now or before, as in head office's figures. What was taken off its
 * prices was no act of this shift.
 */
const soldByHandOver = ({ lines, sold }: HandOver): Moved['sold'] =>
  sold === undefined
    ? null
    : {
        lines: sold.flatMap(({ lineId, taxRate, total, tax }) => {
          const line = lines.find((one) => one.lineId === lineId);
          if (!line) return [];
          return [{ sku: line.sku, kind: line.kind, taxRate, total, tax, discounts: [] }];
        }),
      };

const movedBy = ({ type, payload }: OperationContent): Moved => {
  if (type === 'sale.completed') {
    const { lines, totals, payments } = payload;
    return { ...NOTHING, sold: { lines }, rounding: totals.rounding, payments };
  }
  if (type === 'return.completed') {
    const { orderId, lines, rounding, refunds } = payload;
    const back = refunds.map((refund) => ({ ...refund, orderId }));
    return { ...NOTHING, returned: { lines }, rounding: negate(rounding), refunds: back };
  }
  if (type === 'exchange.completed') return movedByExchange(payload);
  if (type === 'pickup.handedOver') {
    const { rounding, payments } = payload;
    return { ...NOTHING, sold: soldByHandOver(payload), rounding, payments };
  }
  const orderId = 'orderId' in payload ? payload.orderId : null;
  const refunds = 'refunds' in payload ? payload.refunds : [];
  return {
    ...NOTHING,
    rounding: 'rounding' in payload ? payload.rounding : ZERO,
    payments: 'payments' in payload ? payload.payments : [],
    refunds: refunds.map((refund) => ({ ...refund, orderId })),
  };
};

const voidedBy = ({ type, payload }: OperationContent): ShiftEntry['voided'] => {
  if (type === 'line.voided') return { what: 'line', amount: payload.amount };
  if (type === 'basket.voided' || type === 'basket.discarded')
    return { what: 'basket', amount: payload.amount };
  return null;
};

/** What an operation adds to the report of its shift. */
export const shiftEntryOf = (operation: ShiftAct): ShiftEntry => ({
  ...movedBy(operation),
  at: happenedAt(operation),
  staffId: operation.staffId,
  isHandOver: operation.type === 'pickup.handedOver',
  move: operation.type === 'cash.moved' ? operation.payload : null,
  isDrawerOpening: operation.type === 'drawer.opened',
  voided: voidedBy(operation),
});
