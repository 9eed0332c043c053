import { minor } from '#shared/kernel/money.ts';
import type { Quantity } from '#shared/kernel/quantity.ts';
import { units } from '#shared/kernel/quantity.ts';
import { applyToOrder } from '#shared/operations/effects.ts';
import { decided, fact, placementOf } from '#shared/operations/facts.fixture.ts';
import type { OperationContent } from '#shared/operations/operation.ts';
import { AT, basketLine, basketOf } from '../baskets.fixture.ts';
import { dueOf } from '../order/balance.ts';
import { placeOrder } from '../order/place.ts';
import type { Order } from '../order/schema.ts';
import type { Offer } from '../payment/settle.ts';
import { afterAmendment, decideAmendment } from '../pickup/amend.ts';
import {
  decideHandOver,
  decideOrderPayment,
  dueForGoods,
  type LinePart,
} from '../pickup/decide.ts';
import { linesToHandOver } from '../pickup/open-pickup.ts';
import { proposeCounterRefunds } from '../pickup/refunds.ts';
import { decideReturn, returnLines } from '../return/decide.ts';
import { proposeRefunds } from '../return/refunds.ts';
import { returnableLines } from '../return/returnable.ts';
import { mostToSpend } from './earn.ts';
import type { PickupTerms } from './of-pickup.ts';
import type { PointsRule } from './schema.ts';

/** A discount at the counter, which a web order does not care for. */
export const RULE: PointsRule = {
  perHundred: 500,
  worth: 100,
  smallestSpend: 1,
  asTender: false,
  offlineLimit: null,
};

export const TERMS: PickupTerms = {
  customerId: 'dana',
  rule: RULE,
  known: { balance: 100, at: AT },
};

const namedBy = (order: Order, accountId: string | null): Order => {
  const { customer } = order;
  return accountId === null || customer === null
    ? order
    : { ...order, customer: { ...customer, accountId } };
};

/** Pieces of 100.00, ordered by somebody whose loyalty card the channel named. */
export const ordered = (
  pieces: number,
  isPaid = false,
  accountId: string | null = 'dana',
): Order => {
  const lines = [basketLine({ quantity: units(pieces), unitPrice: minor(10_000) })];
  return namedBy(placeOrder(null, placementOf(basketOf(lines), isPaid)), accountId);
};

/** Of Dana's, one line for each of these, of so many pieces at so much. */
export const orderedLines = (
  all: readonly { readonly pieces: number; readonly price: number }[],
): Order => {
  const lines = all.map(({ pieces, price }, index) =>
    basketLine({ id: `${index + 1}`, quantity: units(pieces), unitPrice: minor(price) }),
  );
  return namedBy(placeOrder(null, placementOf(basketOf(lines), false)), 'dana');
};

const offerOf = (tender: Offer['tender'], tendered: number, id: string): Offer => ({
  id: `${tender}-${id}`,
  tender,
  tendered: minor(tendered),
  reference: null,
});

type Paying = { readonly points?: number; readonly terms?: PickupTerms | null };

/** So many points, and cash for the rest. */
export const offersFor = (due: number, { points = 0 }: Paying, id: string): Offer[] => {
  const byPoints = points * RULE.worth;
  return [
    ...(byPoints > 0 ? [offerOf('points', byPoints, id)] : []),
    ...(due > byPoints ? [offerOf('cash', due - byPoints, id)] : []),
  ];
};

const HOW = { proof: { type: 'code' }, collectedBy: null, cashIncrement: 1, at: AT } as const;

export const give = (order: Order, seq: number, pieces: number | null, paying: Paying = {}) => {
  const parts: LinePart[] | null =
    pieces === null ? null : [{ lineId: 'a', quantity: units(pieces) }];
  const lines = linesToHandOver(order).map((line) =>
    pieces === null ? line : { ...line, quantity: units(pieces) },
  );
  const offers = offersFor(dueForGoods(order, lines), paying, `${seq}`);
  const points = paying.terms === undefined ? TERMS : paying.terms;
  return decideHandOver(order, { ...HOW, parts, offers, points });
};

export const after = (order: Order, content: OperationContent, seq: number): Order =>
  applyToOrder(order, fact(content, 1, seq)) ?? order;

export const given = (
  order: Order,
  seq: number,
  pieces: number | null,
  paying: Paying = {},
): Order => {
  const payload = decided(give(order, seq, pieces, paying));
  return after(order, { type: 'pickup.handedOver', payload }, seq);
};

/** All that is due is paid, so much of it by points; the goods stay. */
const paying = (order: Order, id: string, points: number): OperationContent => {
  const offers = offersFor(dueOf(order), { points }, id);
  const payload = decided(
    decideOrderPayment(order, { offers, isTaken: false, points: TERMS, cashIncrement: 1, at: AT }),
  );
  return { type: 'order.paid', payload };
};

export const paid = (order: Order, seq: number, points: number): Order =>
  after(order, paying(order, `${seq}`, points), seq);

type Part = { readonly lineId: string; readonly quantity: Quantity };

/** These come back, and the money as it was paid. */
const bringing = (order: Order, id: string, parts: readonly Part[]) => {
  const requests = parts.map((part) => ({
    ...part,
    reason: 'defect' as const,
    condition: 'as_new' as const,
    disposition: 'restock' as const,
  }));
  const lines = decided(returnLines(order, requests));
  const total = minor(lines.reduce((sum, line) => sum + line.total, 0));
  return decided(
    decideReturn({
      returnId: `r${id}`,
      number: `R-${id}`,
      order,
      proof: 'order',
      customer: null,
      requests,
      refunds: proposeRefunds(order, total, 1).map((part) => ({
        ...part,
        id: `r${id}-${part.tender}`,
        reference: null,
      })),
      cashIncrement: 1,
      at: AT,
    }),
  );
};

export const back = (order: Order, seq: number, pieces: number) =>
  bringing(order, `${seq}`, [{ lineId: 'a', quantity: units(pieces) }]);

export const returned = (order: Order, seq: number, pieces: number): Order =>
  after(order, { type: 'return.completed', payload: back(order, seq, pieces) }, seq);

/** These are not there, and what was paid for them goes back. */
const lessening = (order: Order, id: string, parts: readonly Part[]) => {
  const suffix = id.padStart(8, '0');
  const amend = { reason: 'short', parts, substitutes: [], consent: null, suffix } as const;
  const refunds = proposeCounterRefunds(decided(afterAmendment(order, amend)), 1).map((part) => ({
    ...part,
    id: `x${id}-${part.tender}`,
    reference: null,
  }));
  const points = TERMS;
  return decided(decideAmendment(order, { ...amend, refunds, points, cashIncrement: 1, at: AT }));
};

export const lessened = (order: Order, seq: number, pieces: number): Order => {
  const payload = lessening(order, `${seq}`, [{ lineId: 'a', quantity: units(pieces) }]);
  return after(order, { type: 'order.amended', payload }, seq);
};

/** Something done with a web order; `pieces` and `points`: at most so many. */
export type Act = {
  readonly what: 'give' | 'back' | 'lessen' | 'pay';
  /** Which of the lines that it may be done with. */
  readonly line: number;
  readonly pieces: number;
  readonly points: number;
};

const someOf = (parts: readonly Part[], { line, pieces }: Act): Part[] => {
  const part = parts[line % Math.max(1, parts.length)];
  return part ? [{ ...part, quantity: units(Math.min(pieces, part.quantity / 1000)) }] : [];
};

/** What the act comes to at a till that knows the order like this; null = there is nothing to do it with. */
export const contentOf = (order: Order, act: Act, id: string): OperationContent | null => {
  const { what, points } = act;
  if (what === 'back') {
    const kept = returnableLines(order).map(({ line, left }) => ({
      lineId: line.id,
      quantity: left,
    }));
    const parts = someOf(
      kept.filter(({ quantity }) => quantity > 0),
      act,
    );
    return parts.length === 0
      ? null
      : { type: 'return.completed', payload: bringing(order, id, parts) };
  }
  const waiting = linesToHandOver(order);
  if (what === 'pay') {
    const due = dueOf(order);
    if (waiting.length === 0 || due === 0) return null;
    return paying(order, id, mostToSpend(RULE, points, due));
  }
  // What came back in part is no more changed.
  const touched = new Set(order.returns.flatMap(({ lines }) => lines.map(({ lineId }) => lineId)));
  const [part] = someOf(
    what === 'give' ? waiting : waiting.filter(({ lineId }) => !touched.has(lineId)),
    act,
  );
  if (!part) return null;
  const { lineId, quantity } = part;
  if (what === 'lessen')
    return { type: 'order.amended', payload: lessening(order, id, [{ lineId, quantity }]) };
  const left = linesToHandOver(order).flatMap((line) =>
    line.lineId === lineId ? [{ ...line, quantity }] : [],
  );
  const due = dueForGoods(order, left);
  const offers = offersFor(due, { points: mostToSpend(RULE, points, due) }, id);
  const parts = [{ lineId, quantity }];
  const payload = decided(decideHandOver(order, { ...HOW, parts, offers, points: TERMS }));
  return { type: 'pickup.handedOver', payload };
};
