import { describe, expect, test } from 'vitest';
import { anyBasket, AT, basketLine, basketOf } from '../domain/baskets.fixture.ts';
import fc from 'fast-check';
import { giftCardLine } from '../domain/pricing/gift-card.ts';
import { priceBasket } from '../domain/pricing/price-basket.ts';
import { NO_PROMOTIONS } from '../domain/pricing/promotion-book.ts';
import { reportOf } from '../domain/shift/report.ts';
import { minor, ZERO } from '../kernel/money.ts';
import { LOCALES } from '../kernel/text.ts';
import { applyToOrder } from '../operations/effects.ts';
import { fact, saleOf } from '../operations/facts.fixture.ts';
import { shiftEntryOf } from '../operations/shift-entry.ts';
import type { PaperLine } from './paper-line.ts';
import { paperWords } from './paper-words.ts';
import { receiptOf } from './receipt.ts';
import { receiptLines } from './receipt-lines.ts';
import { shiftLines } from './shift-lines.ts';

const SETTINGS = {
  storeId: 'ONE',
  name: 'Abay',
  chainName: 'Chain',
  address: 'Abay 1',
  currency: 'KZT' as const,
  timeZone: 'Asia/Almaty',
  taxInclusive: true,
  taxRates: [
    { id: 'standard', name: { en: 'VAT 20%' }, rate: 2000 },
    { id: 'none', name: { en: 'No VAT' }, rate: 0 },
  ],
  cashIncrement: 100,
  notes: [],
  discountLimit: 1000,
};

const CODE = 'SECRET-7F3K';
const BASKET = basketOf([basketLine(), giftCardLine('card', CODE, minor(500_000))]);
const SALE = fact(saleOf(BASKET));

const textOf = (lines: readonly PaperLine[]): string =>
  lines.map((line) => (line.type === 'row' ? `${line.name}|${line.value ?? ''}` : '')).join('\n');

const receiptFor = (basket: typeof BASKET) => {
  const order = applyToOrder(null, fact(saleOf(basket)));
  if (order === null) throw new Error('an order was expected');
  return receiptOf(order, SETTINGS, 'Aigerim');
};

describe.each(LOCALES)('a gift card on paper in %s', (locale) => {
  const words = paperWords(locale, SETTINGS.timeZone);
  const paper = (type: 'original' | 'gift') =>
    textOf(receiptLines({ receipt: receiptFor(BASKET), code: null, form: { type } }, words));

  test('R13: the receipt has its name, amount and the end of its code', () => {
    const text = paper('original');
    expect(text).toContain(words.say.tender.gift_card);
    expect(text).toContain(words.money(500_000, 'KZT'));
    expect(text).toContain('•••• 7F3K');
    expect(text).not.toContain(CODE);
    expect(text).not.toContain('No VAT');
  });

  test('R13: the receipt for who is given the goods has nothing of it', () => {
    for (const part of [words.say.tender.gift_card, '7F3K'])
      expect(paper('gift')).not.toContain(part);
  });

  test('R13: a report of the shift has what was sold of them beside the sales', () => {
    const report = reportOf(ZERO, [shiftEntryOf(SALE)], () => null);
    const about = {
      storeName: 'Abay',
      tillId: 'ONE-01',
      number: 1,
      currency: 'KZT' as const,
      openedAt: AT,
      openedBy: 'aigerim',
      at: AT,
      by: 'aigerim',
      report,
      closing: null,
      staffName: (id: string) => id,
      categoryName: () => null,
    };
    const { zReport } = words.say;
    const text = textOf(shiftLines({ ...about, isBlind: false }, words));
    expect(text).toContain(`${zReport.giftCards} (1)|${words.money(500_000, 'KZT')}`);
    expect(text).toContain(`${zReport.sales}|${words.money(1234, 'KZT')}`);
    expect(textOf(shiftLines({ ...about, isBlind: true }, words))).not.toContain(zReport.giftCards);
  });
});

test('R13: the taxes on a receipt are those of its goods', () => {
  fc.assert(
    fc.property(anyBasket, (basket) => {
      const lines = [...basket.lines, giftCardLine('card', CODE, minor(5000))];
      const taxed = receiptFor({ ...basket, lines }).taxes;
      expect(taxed).toEqual(receiptFor(basket).taxes);
      const { tax } = priceBasket(basket, NO_PROMOTIONS, AT).totals;
      expect(taxed.every((row) => row.tax <= tax)).toBe(true);
    }),
  );
});
