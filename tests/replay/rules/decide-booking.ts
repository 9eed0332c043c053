import { NO_PROMOTIONS } from '#shared/domain/pricing/promotion-book.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import type { PaymentProblem } from '#shared/domain/payment/settle.ts';
import type { Tender } from '#shared/domain/payment/schema.ts';
import type { BasketLine } from '#shared/domain/pricing/basket.ts';
import { decideReturn, type ReturnRequest } from '#shared/domain/return/decide.ts';
import type { ReturnProblem } from '#shared/domain/return/problems.ts';
import type { Condition, Disposition, Return, ReturnLine } from '#shared/domain/return/schema.ts';
import { decideSale } from '#shared/domain/sale/decide.ts';
import type { SaleProblem } from '#shared/domain/sale/problems.ts';
import { add, type Currency, type Minor, ZERO } from '#shared/kernel/money.ts';
import { addQuantity, NONE, priceTimes, quantity, UNIT, units } from '#shared/kernel/quantity.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { OperationContent } from '#shared/operations/operation.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';
import type { Booking, LinkedRow } from './booking.ts';
import { CATEGORY_ID } from './products-of.ts';
import type { Row } from './row.ts';
import { isService } from './service-codes.ts';

export const CURRENCY: Currency = 'GBP';

export type BookingProblem =
  | SaleProblem
  | PaymentProblem
  | ReturnProblem
  | { readonly type: 'sale_unknown' };

/** What the till that books knows. */
export type Counter = {
  readonly tillId: string;
  /** The order an earlier booking of this invoice became, with all that happened to it since; null = none did. */
  readonly orderOf: (invoice: string) => Order | null;
};

const lineIdOf = ({ line }: Row): string => `row-${line}`;

const nameOf = ({ sku, description }: Row): { en: string } => ({ en: description || sku });

const kindOf = ({ sku }: Row): 'goods' | 'service' => (isService(sku) ? 'service' : 'goods');

const amountOf = ({ price, pieces }: Row): Minor => priceTimes(price, units(Math.abs(pieces)));

const totalOf = (rows: readonly Row[]): Minor => add(...rows.map(amountOf));

/** Who is known has an account and pays by card; who is not pays cash. */
const tenderOf = ([row]: readonly Row[]): Tender => (row?.customerId ? 'card' : 'cash');

/** Of a service nothing comes back; goods are taken for sound, as the file says nothing else. */
const dispositionOf = (row: Row): Disposition => (isService(row.sku) ? 'missing' : 'restock');

const conditionOf = (row: Row): Condition => (isService(row.sku) ? 'missing_parts' : 'as_new');

const basketLineOf = (row: Row): BasketLine => ({
  id: lineIdOf(row),
  sku: row.sku,
  name: nameOf(row),
  categoryId: CATEGORY_ID,
  kind: kindOf(row),
  unit: 'piece',
  quantity: units(row.pieces),
  unitPrice: row.price,
  taxRate: 0,
  discount: null,
});

/** Prices are the invoice's and not of a price list, whose version is therefore 0. */
const decideSaleOf = (
  { number, at, rows }: Extract<Booking, { type: 'sale' }>,
  { tillId }: Counter,
): Result<OperationContent, BookingProblem> => {
  const orderId = `${tillId}-${number}`;
  const total = totalOf(rows);
  const offer = { id: `${orderId}-paid`, tender: tenderOf(rows), tendered: total, reference: null };
  const sale = decideSale({
    orderId,
    number,
    currency: CURRENCY,
    catalogVersion: 0,
    customerId: rows[0]?.customerId ?? null,
    basket: { taxInclusive: true, lines: rows.map(basketLineOf), discount: null },
    promotions: NO_PROMOTIONS,
    pricedAt: at,
    offers: total === 0 ? [] : [offer],
    cashIncrement: 1,
    at,
  });
  return sale.ok ? ok({ type: 'sale.completed', payload: sale.value }) : sale;
};

/** Rows that take back of one and the same line are one request. */
const requestsOf = (links: readonly LinkedRow[]): ReturnRequest[] => {
  const requests = new Map<string, ReturnRequest>();
  for (const { row, sold } of links) {
    const lineId = lineIdOf(sold);
    const before = requests.get(lineId)?.quantity ?? NONE;
    requests.set(lineId, {
      lineId,
      quantity: addQuantity(before, units(-row.pieces)),
      reason: 'other',
      condition: conditionOf(row),
      disposition: dispositionOf(row),
    });
  }
  return [...requests.values()];
};

const refundsOf = (returnId: string, rows: readonly Row[]) => {
  const amount = totalOf(rows);
  return amount === 0
    ? []
    : [{ id: `${returnId}-refunded`, tender: tenderOf(rows), amount, reference: null }];
};

const decideLinkedReturn = (
  { number, at, rows, links }: Extract<Booking, { type: 'linked_return' }>,
  { tillId, orderOf }: Counter,
): Result<OperationContent, BookingProblem> => {
  const order = orderOf(links[0]?.sold.invoice ?? '');
  if (order === null) return fail({ type: 'sale_unknown' });
  const returnId = `${tillId}-${number}`;
  const refunds = refundsOf(returnId, rows);
  const requests = requestsOf(links);
  const returned = decideReturn({
    returnId,
    number,
    order,
    proof: 'order',
    customer: null,
    requests,
    refunds,
    cashIncrement: 1,
    at,
  });
  return returned.ok ? ok({ type: 'return.completed', payload: returned.value }) : returned;
};

const blindLineOf = (row: Row): ReturnLine => ({
  id: lineIdOf(row),
  orderLineId: null,
  sku: row.sku,
  name: nameOf(row),
  kind: kindOf(row),
  unit: 'piece',
  quantity: units(-row.pieces),
  taxRate: 0,
  tax: ZERO,
  total: amountOf(row),
  reason: 'other',
  condition: conditionOf(row),
  disposition: dispositionOf(row),
});

const blindReturnOf = (
  { number, at, rows }: Extract<Booking, { type: 'blind_return' }>,
  { tillId }: Counter,
): Return => {
  const returnId = `${tillId}-${number}`;
  return {
    returnId,
    number,
    orderId: null,
    proof: 'none',
    customer: null,
    creditConsent: false,
    currency: CURRENCY,
    lines: rows.map(blindLineOf),
    total: totalOf(rows),
    rounding: ZERO,
    refunds: refundsOf(returnId, rows).map((refund) => ({ ...refund, state: 'refunded', at })),
  };
};

const adjustedLineOf = (row: Row) => ({
  id: lineIdOf(row),
  sku: row.sku,
  quantity: quantity(row.pieces * UNIT),
  reason: 'other' as const,
  note: row.description || 'no reason given',
});

/** A booking as the operation that its till writes. */
export const decideBooking = (
  booking: Booking,
  counter: Counter,
): Result<OperationContent, BookingProblem> => {
  switch (booking.type) {
    case 'sale':
      return decideSaleOf(booking, counter);
    case 'linked_return':
      return decideLinkedReturn(booking, counter);
    case 'blind_return':
      return ok({ type: 'return.completed', payload: blindReturnOf(booking, counter) });
    case 'stock_adjustment':
      return ok({
        type: 'stock.adjusted',
        payload: { lines: booking.rows.map(adjustedLineOf) },
      });
    default:
      return assertNever(booking);
  }
};
