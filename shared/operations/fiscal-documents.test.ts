import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyBasket, basketLine, basketOf } from '../domain/baskets.fixture.ts';
import { EMPTY_BOOK } from '../domain/fiscal/book.ts';
import { placeOrder } from '../domain/order/place.ts';
import type { Order } from '../domain/order/schema.ts';
import { add, minor } from '../kernel/money.ts';
import { units } from '../kernel/quantity.ts';
import { applyToOrder } from './effects.ts';
import { fact, handOverOf, placementOf, returnOf, saleOf } from './facts.fixture.ts';
import { fiscalDocumentsOf } from './fiscal-documents.ts';
import { applyToFiscalBook } from './fiscal-effects.ts';
import type { Operation, OperationContent } from './operation.ts';

const marked = basketLine({
  id: 'a',
  quantity: units(1),
  particulars: { mark: '01…21…', serial: 'S-1' },
});

describe('J8 what is registered of an operation', () => {
  test('of a sale its lines with their tax and marks, and what was paid in which tender', () => {
    const sale = fact(saleOf(basketOf([marked])));
    const [document, ...others] = fiscalDocumentsOf(sale);
    expect(others).toEqual([]);
    expect(document).toMatchObject({
      documentId: `${sale.id}-sale`,
      kind: 'sale',
      orderId: 'order',
      lines: [{ sku: marked.sku, mark: '01…21…', total: 1234 }],
      money: [{ tender: 'card', amount: 1234 }],
      total: 1234,
      buyerTaxNumber: null,
    });
  });

  test('of a return a refund, with the mark of the piece that came back', () => {
    const order = applyToOrder(null, fact(saleOf(basketOf([marked]))));
    if (!order) throw new Error('an order was expected');
    const back = fact(returnOf(order, [{ lineId: 'a', quantity: units(1) }]), 1, 2);
    expect(fiscalDocumentsOf(back)).toMatchObject([
      { kind: 'refund', lines: [{ mark: '01…21…' }], total: 1234 },
    ]);
  });

  test('of a web order what was paid at the counter; what its channel took the channel registers', () => {
    const basket = basketOf([basketLine({ id: 'a' })]);
    const unpaid = placeOrder(null, placementOf(basket, false));
    const collected = fact(handOverOf(unpaid));
    const [document] = fiscalDocumentsOf(collected, unpaid);
    expect(document).toMatchObject({ kind: 'sale', number: 'W-1', money: [{ tender: 'cash' }] });
    expect(document?.lines).toHaveLength(1);
    const paid = placeOrder(null, placementOf(basket, true));
    const free: OperationContent = {
      type: 'pickup.handedOver',
      payload: { ...handedOver(handOverOf(unpaid)), payments: [] },
    };
    expect(fiscalDocumentsOf(fact(free), paid)).toEqual([]);
  });

  test('of a web order each marked piece that leaves with its own mark, and all of them what is paid', () => {
    const basket = basketOf([basketLine({ id: 'a', quantity: units(3) }), basketLine({ id: 'b' })]);
    const order = placeOrder(null, placementOf(basket, false));
    const whole = handedOver(handOverOf(order));
    const marks = ['01…21…1', '01…21…2', '01…21…3'];
    const lines = whole.lines.map((line) =>
      line.lineId === 'a' ? { ...line, particulars: marks.map((mark) => ({ mark })) } : line,
    );
    const collected = fact({ type: 'pickup.handedOver', payload: { ...whole, lines } });
    const [document] = fiscalDocumentsOf(collected, applyToOrder(order, collected));
    expect(document?.lines.map(({ quantity, mark }) => [quantity, mark])).toEqual([
      ...marks.map((mark) => [units(1), mark]),
      [units(1), null],
    ]);
    expect(add(...(document?.lines ?? []).map(({ total }) => total))).toBe(order.totals.total);
  });

  test('of a marked piece of a web order that comes back its mark', () => {
    const basket = basketOf([basketLine({ id: 'a', quantity: units(2) })]);
    const order = placeOrder(null, placementOf(basket, false));
    const whole = handedOver(handOverOf(order));
    const particulars = ['1', '2'].map((piece) => ({ serial: piece, mark: `01…21…${piece}` }));
    const lines = whole.lines.map((line) => ({ ...line, particulars }));
    const collected = applyToOrder(
      order,
      fact({ type: 'pickup.handedOver', payload: { ...whole, lines } }),
    );
    if (!collected) throw new Error('an order was expected');
    const request = { lineId: 'a', quantity: units(1), serial: '2' };
    expect(fiscalDocumentsOf(fact(returnOf(collected, [request]), 1, 2))).toMatchObject([
      { kind: 'refund', lines: [{ mark: '01…21…2' }] },
    ]);
  });

  test('of a web order that is collected in parts each piece once, also when it is asked for again later', () => {
    const lines = ['a', 'b'].map((id) => basketLine({ id, sku: id, quantity: units(2) }));
    const order = placeOrder(null, placementOf(basketOf(lines), false));
    const part = (lineId: string, pieces: number, seq: number): Operation => {
      const quantity = units(pieces);
      const total = minor(((order.lines[0]?.total ?? 0) * pieces) / 2);
      const whole = handedOver(handOverOf(order));
      const payments = whole.payments.map((paid) => ({ ...paid, amount: total, tendered: total }));
      const leaving = whole.lines.filter((one) => one.lineId === lineId);
      const payload = { ...whole, lines: leaving.map((one) => ({ ...one, quantity })), payments };
      return fact({ type: 'pickup.handedOver', payload }, 1, seq);
    };
    const parts = [part('a', 1, 1), part('a', 1, 2), part('b', 2, 3)];
    const after = parts.reduce<Order>((now, one) => applyToOrder(now, one) ?? now, order);
    const documents = parts.flatMap((one) => fiscalDocumentsOf(one, after));
    expect(documents.map((one) => one.lines.map(({ sku, quantity }) => [sku, quantity]))).toEqual([
      [['a', units(1)]],
      [['a', units(1)]],
      [['b', units(2)]],
    ]);
    for (const one of documents)
      expect(add(...one.lines.map(({ total }) => total))).toBe(one.total);
  });

  test('R8 of an exchange two documents, and of what moves neither goods nor money nothing', () => {
    const sale = saleOf(basketOf([basketLine({ id: 'a' })]), 'new');
    const order = applyToOrder(null, fact(saleOf(basketOf([basketLine({ id: 'a' })]))));
    if (!order || sale.type !== 'sale.completed') throw new Error('a sale was expected');
    const { payload: returned } = returnOf(order, [{ lineId: 'a', quantity: units(1) }]);
    const exchange = fact({
      type: 'exchange.completed',
      payload: { currency: 'KZT', returned, sold: sale.payload, setOff: [] },
    });
    const documents = fiscalDocumentsOf(exchange);
    expect(documents.map(({ kind, orderId }) => [kind, orderId])).toEqual([
      ['refund', 'order'],
      ['sale', 'new'],
    ]);
    const opening = { openingId: 'o', reason: 'change' as const, note: '' };
    expect(fiscalDocumentsOf(fact({ type: 'drawer.opened', payload: opening }))).toEqual([]);
  });

  test('what is paid is what is registered, to the minor unit', () => {
    fc.assert(
      fc.property(anyBasket, (basket) => {
        const sale = saleOf(basket);
        if (sale.type !== 'sale.completed') throw new Error('a sale was expected');
        const [document] = fiscalDocumentsOf(fact(sale));
        const { total } = sale.payload.totals;
        expect(document?.total).toBe(total);
        expect(document?.lines.reduce((sum, line) => sum + line.total, 0)).toBe(total);
      }),
    );
  });
});

const handedOver = (content: OperationContent) => {
  if (content.type !== 'pickup.handedOver') throw new Error('a hand-over was expected');
  return content.payload;
};

test('J8 a till whose shift nobody registers has nothing to register, and none of it later', () => {
  const opened = (fiscal: 'simulated' | null, seq: number) =>
    fact(
      {
        type: 'shift.opened',
        payload: {
          shiftId: `s${seq}`,
          number: seq,
          currency: 'KZT',
          float: minor(0),
          ...(fiscal === null ? {} : { fiscal }),
        },
      },
      1,
      seq,
    );
  const sale = saleOf(basketOf([basketLine({ id: 'a' })]));
  const before = [opened(null, 1), fact(sale, 1, 2)].reduce(applyToFiscalBook, EMPTY_BOOK);
  expect(before.waiting).toEqual([]);
  const after = [opened('simulated', 3), fact(sale, 1, 4)].reduce(applyToFiscalBook, before);
  expect(after.waiting.map(({ kind }) => kind)).toEqual(['shift_opened', 'sale']);
});
