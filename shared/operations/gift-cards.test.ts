import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyBasket, anyGiftCards, basketLine, basketOf } from '../domain/baskets.fixture.ts';
import type { Basket } from '../domain/pricing/basket.ts';
import { giftCardLine } from '../domain/pricing/gift-card.ts';
import { returnLines } from '../domain/return/decide.ts';
import { returnableLines } from '../domain/return/returnable.ts';
import { reportOf } from '../domain/shift/report.ts';
import { minor, ZERO } from '../kernel/money.ts';
import { units } from '../kernel/quantity.ts';
import { applyToOrder, movementsOf } from './effects.ts';
import { fact, saleOf } from './facts.fixture.ts';
import { parseOperation } from './parse-operation.ts';
import { shiftEntryOf } from './shift-entry.ts';
import { storedValueOf } from './stored-value-effects.ts';

const withCards = fc.tuple(anyBasket, anyGiftCards).map(([basket, cards]) => ({
  basket,
  cards,
  all: { ...basket, lines: [...basket.lines, ...cards] },
}));

const reportFor = (basket: Basket) =>
  reportOf(ZERO, [shiftEntryOf(fact(saleOf(basket)))], () => 'any');

describe('a sale with gift cards', () => {
  test('R13: puts the amount of each on the ledger under its code, once, and moves stock of the goods alone', () => {
    fc.assert(
      fc.property(withCards, ({ basket, cards, all }) => {
        const sale = fact(saleOf(all));
        expect(parseOperation(sale).ok).toBe(true);
        const rows = storedValueOf(sale);
        expect(rows.map(({ code, amount }) => ({ code, amount }))).toEqual(
          cards.map(({ particulars, unitPrice }) => ({
            code: particulars?.giftCard,
            amount: unitPrice,
          })),
        );
        expect(new Set(rows.map(({ lineId }) => lineId)).size).toBe(cards.length);
        expect(movementsOf(sale)).toEqual(movementsOf(fact(saleOf(basket))));
      }),
    );
  });

  test('R13: is revenue, tax and categories of the goods alone, and its money is in the tenders', () => {
    fc.assert(
      fc.property(withCards, ({ basket, cards, all }) => {
        const { giftCards, tenders, ...report } = reportFor(all);
        const { tenders: ofGoods, ...expected } = reportFor(basket);
        expect(report).toEqual(expected);
        const total = cards.reduce((sum, { unitPrice }) => sum + unitPrice, 0);
        expect(giftCards).toEqual({ count: cards.length, total });
        expect((tenders[0]?.taken ?? 0) - (ofGoods[0]?.taken ?? 0)).toBe(total);
      }),
    );
  });

  test('R13: gives the goods back, and no card', () => {
    const card = giftCardLine('card', 'GIFT-1', minor(5000));
    const order = applyToOrder(null, fact(saleOf(basketOf([basketLine(), card]))));
    if (order === null) throw new Error('an order was expected');
    expect(returnableLines(order).map(({ line }) => line.id)).toEqual(['a']);
    const said = { reason: 'defect', condition: 'as_new', disposition: 'restock' } as const;
    const asked = (lineId: string) => returnLines(order, [{ lineId, quantity: units(1), ...said }]);
    expect(asked('a').ok).toBe(true);
    const problem = { type: 'gift_card_not_returned', lineId: 'card' };
    expect(asked('card')).toEqual({ ok: false, problem });
  });
});
