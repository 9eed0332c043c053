import type { FiscalDocument, FiscalLine } from '../domain/fiscal/document.ts';
import type { FiscalKind } from '../domain/fiscal/schema.ts';
import { allLinesOf } from '../domain/order/balance.ts';
import type { Order } from '../domain/order/schema.ts';
import type { Payment, Refund } from '../domain/payment/schema.ts';
import type { HandedOverLine } from '../domain/pickup/schema.ts';
import type { Particulars } from '../domain/pricing/particulars.ts';
import { partOfLine } from '../domain/pricing/part-of-line.ts';
import type { PricedLine } from '../domain/pricing/schema.ts';
import type { Return } from '../domain/return/schema.ts';
import type { Sale } from '../domain/sale/schema.ts';
import { add, type Currency, type Minor, ZERO } from '../kernel/money.ts';
import { quantity, UNIT, units } from '../kernel/quantity.ts';
import { happenedAt } from './happened-at.ts';
import type { Operation } from './operation.ts';

type Content = Pick<FiscalDocument, 'kind' | 'currency' | 'money' | 'total'> &
  Partial<Pick<FiscalDocument, 'orderId' | 'number' | 'lines' | 'buyerTaxNumber'>>;

const lineOf = ({
  sku,
  name,
  quantity,
  total,
  taxRate,
  tax,
  particulars,
}: PricedLine): FiscalLine => ({
  sku,
  name,
  quantity,
  total,
  taxRate,
  tax,
  mark: particulars?.mark ?? null,
});

type Moved = Pick<Payment | Refund, 'tender' | 'amount'>;

/** What a channel's provider takes and gives back the channel registers itself. */
const atCounter = (money: readonly Moved[]): Moved[] =>
  money
    .filter(({ tender }) => tender !== 'online')
    .map(({ tender, amount }) => ({ tender, amount }));

const sumOf = (money: readonly Moved[]): Minor => add(ZERO, ...money.map(({ amount }) => amount));

const saleOf = ({ orderId, number, currency, lines, payments, buyerTaxNumber }: Sale): Content => {
  const money = atCounter(payments);
  const buyer = { buyerTaxNumber: buyerTaxNumber ?? null };
  return {
    ...buyer,
    kind: 'sale',
    orderId,
    number,
    currency,
    lines: lines.map(lineOf),
    money,
    total: sumOf(money),
  };
};

const refundOf = ({ orderId, number, currency, lines, refunds }: Return): Content => {
  const money = atCounter(refunds);
  return {
    kind: 'refund',
    orderId,
    number,
    currency,
    lines: lines.map(({ sku, name, quantity, total, taxRate, tax, mark }) => ({
      sku,
      name,
      quantity,
      total,
      taxRate,
      tax,
      mark: mark ?? null,
    })),
    money,
    total: sumOf(money),
  };
};

/** Money of a web order at the counter; what it is for is known where the order is. */
const ofOrder = (
  kind: 'sale' | 'refund',
  { orderId, currency }: { readonly orderId: string; readonly currency: Currency },
  moved: readonly Moved[],
  { number, lines }: { readonly number: string | null; readonly lines: readonly PricedLine[] },
): Content[] => {
  const money = atCounter(moved);
  if (money.length === 0) return [];
  const total = sumOf(money);
  return [{ kind, orderId, number, currency, lines: lines.map(lineOf), money, total }];
};

type Part = { readonly lineId: string; readonly quantity: number };

const piecesOf = (parts: readonly Part[], lineId: string): number =>
  parts.filter((part) => part.lineId === lineId).reduce((sum, { quantity }) => sum + quantity, 0);

const marksOf = (leaving: readonly HandedOverLine[], lineId: string): readonly Particulars[] =>
  leaving
    .filter((line) => line.lineId === lineId)
    .flatMap(({ particulars = [] }) => particulars)
    .filter(({ mark }) => mark !== undefined);

/** So much of a line after what left before; pieces that bear a code of their own are a line each. */
const piecesWithMarks = (
  line: PricedLine,
  { before, paid }: { readonly before: number; readonly paid: number },
  marked: readonly Particulars[],
): PricedLine[] => {
  const ofPieces = marked.slice(0, paid / UNIT).map((particulars, index) => ({
    ...partOfLine(line, line.id, units(1), before + index * UNIT),
    particulars,
  }));
  const others = paid - ofPieces.length * UNIT;
  if (others === 0) return ofPieces;
  if (others === line.quantity) return [line];
  return [...ofPieces, partOfLine(line, line.id, quantity(others), before + paid - others)];
};

/**
 * What of an order is paid for by an operation: the pieces that leave with it, or all that had not left before. Each piece is
 * registered once, whatever became of the order meanwhile.
 */
const paidLines = (operation: Operation, order: Order | null): PricedLine[] => {
  if (order === null) return [];
  const handOvers = order.pickup?.handOvers ?? [];
  const own = handOvers.findIndex(({ operationId }) => operationId === operation.id);
  const earlier =
    own < 0 ? handOvers.filter(({ at }) => at <= happenedAt(operation)) : handOvers.slice(0, own);
  const gone = earlier.flatMap(({ lines }) => lines);
  const leaving = operation.type === 'pickup.handedOver' ? operation.payload.lines : null;
  const known = leaving === null ? order.lines : allLinesOf(order);
  return known.flatMap((line) => {
    const before = Math.min(line.quantity, piecesOf(gone, line.id));
    const left = line.quantity - before;
    const paid = leaving === null ? left : Math.min(left, piecesOf(leaving, line.id));
    if (paid === 0) return [];
    return piecesWithMarks(line, { before, paid }, marksOf(leaving ?? [], line.id));
  });
};

const ofShift = (
  kind: 'shift_opened' | 'shift_closed',
  { number, currency }: { readonly number: number; readonly currency: Currency },
  total: Minor,
): Content => ({ kind, number: String(number), currency, money: [], total });

const contentsOf = (operation: Operation, order: Order | null): Content[] => {
  const { type, payload } = operation;
  if (type === 'sale.completed') return [saleOf(payload)];
  if (type === 'return.completed') return [refundOf(payload)];
  if (type === 'exchange.completed') return [refundOf(payload.returned), saleOf(payload.sold)];
  if (type === 'order.paid' || type === 'pickup.handedOver')
    return ofOrder('sale', payload, payload.payments, {
      number: order?.number ?? null,
      lines: paidLines(operation, order),
    });
  if (type === 'order.amended' || type === 'order.canceled' || type === 'pickup.rejected')
    return ofOrder('refund', payload, payload.refunds, {
      number: order?.number ?? null,
      lines: [],
    });
  if (type === 'cash.moved') {
    const { kind, currency, amount } = payload;
    const money = [{ tender: 'cash' as const, amount }];
    return [{ kind: kind === 'in' ? 'cash_in' : 'cash_out', currency, money, total: amount }];
  }
  if (type === 'shift.opened') return [ofShift('shift_opened', payload, payload.float)];
  if (type === 'shift.closed') return [ofShift('shift_closed', payload, payload.counted)];
  return [];
};

/** Ids of what is registered have the operation's in them, so that no crash makes another one. */
const documentIdOf = (operationId: string, kind: FiscalKind): string => `${operationId}-${kind}`;

/**
 * What is to be registered of an operation: every sale, refund, movement of cash and act of a shift (retail rules). An exchange
 * keeps its two documents (rule R8). `order`: the web order it is about, where it is known.
 */
export const fiscalDocumentsOf = (
  operation: Operation,
  order: Order | null = null,
): FiscalDocument[] => {
  const { id: operationId, storeId, tillId, staffId } = operation;
  return contentsOf(operation, order).map((content) => ({
    orderId: null,
    number: null,
    lines: [],
    buyerTaxNumber: null,
    ...content,
    documentId: documentIdOf(operationId, content.kind),
    operationId,
    at: happenedAt(operation),
    storeId,
    tillId,
    staffId,
  }));
};
