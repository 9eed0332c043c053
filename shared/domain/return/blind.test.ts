import { priceBook } from '../pricing/price-book.ts';
import { NO_PROMOTIONS } from '#shared/domain/pricing/promotion-book.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, minor } from '#shared/kernel/money.ts';
import { quantity, units } from '#shared/kernel/quantity.ts';
import { decided } from '#shared/operations/facts.fixture.ts';
import { AT, bookOf, goods, isWhole, promotion } from '../baskets.fixture.ts';
import type { Product } from '../catalog/schema.ts';
import { storesOfCurrency } from '../settings/schema.ts';
import {
  type BlindRequest,
  blindTenders,
  type CompleteBlindReturn,
  decideBlindReturn,
  lowestPrice,
  permitBlindReturn,
} from './blind.ts';
import { sumOf, terms } from './returns.fixture.ts';

const tea: Product = {
  sku: 'TEA',
  barcodes: [],
  name: { en: 'Tea' },
  categoryId: 'food',
  kind: 'goods',
  unit: 'piece',
  price: minor(1000),
  storePrices: { ALM1: minor(1100), AST1: minor(900) },
  taxRateId: 'vat',
  tile: null,
  active: true,
};

const request = (change: Partial<BlindRequest> = {}): BlindRequest => ({
  id: '1',
  product: tea,
  quantity: units(1),
  reason: 'changed_mind',
  condition: 'as_new',
  disposition: 'restock',
  ...change,
});

/** The chain's own price is that of ONE. */
const ALL = ['ONE', 'ALM1', 'AST1'];

const OWN_PRICES = priceBook([], { storeId: 'ONE', channel: 'store' });

const settings = {
  currency: 'KZT' as const,
  timeZone: 'Asia/Almaty',
  taxInclusive: true,
  taxRates: [{ id: 'vat', name: { en: 'VAT' }, rate: 1200 }],
  cashIncrement: 100,
};

const blind = (change: Partial<CompleteBlindReturn> = {}) =>
  decideBlindReturn({
    returnId: 'back',
    number: 'R-1',
    customer: ' Dana ',
    creditConsent: true,
    requests: [request()],
    refundId: 'r',
    tender: 'store_credit',
    settings,
    promotions: NO_PROMOTIONS,
    prices: OWN_PRICES,
    storeIds: ALL,
    at: AT,
    pricedAt: AT,
    ...change,
  });

describe('given goods without a receipt', () => {
  test('then each is worth the least it is known to have cost', () => {
    const pricing = {
      promotions: NO_PROMOTIONS,
      prices: OWN_PRICES,
      storeIds: ALL,
      pricedAt: AT,
    };
    expect(lowestPrice(tea, pricing)).toBe(900);
    expect(lowestPrice(tea, { ...pricing, promotions: bookOf([promotion()]) })).toBe(810);
    expect(decided(blind())).toMatchObject({
      orderId: null,
      proof: 'none',
      customer: 'Dana',
      creditConsent: true,
      total: 900,
      lines: [{ orderLineId: null, total: 900, tax: 96 }],
      refunds: [
        {
          id: 'r',
          tender: 'store_credit',
          amount: 900,
          state: 'refunded',
          reference: 'R-1-BACK',
        },
      ],
    });
  });

  test('then what a store of another currency asks says nothing of it', () => {
    const stores = [
      { storeId: 'ALM1', name: 'Almaty', currency: 'KZT' as const },
      { storeId: 'AST1', name: 'Astana', currency: 'KZT' as const },
      { storeId: 'BER1', name: 'Berlin', currency: 'EUR' as const },
    ];
    const storePrices = { ALM1: minor(500_000), AST1: minor(450_000), BER1: minor(1000) };
    // The chain's own price is asked in no store, and in no currency that anybody knows.
    const abroad = { ...tea, price: minor(2000), storePrices };
    const least = (storeId: string, currency: 'KZT' | 'EUR') =>
      lowestPrice(abroad, {
        promotions: NO_PROMOTIONS,
        prices: priceBook([], { storeId, channel: 'store' }),
        storeIds: storesOfCurrency(stores, { currency }),
        pricedAt: AT,
      });
    expect([least('ALM1', 'KZT'), least('AST1', 'KZT')]).toEqual([450_000, 450_000]);
    expect(least('BER1', 'EUR')).toBe(1000);
  });

  test('R1 cash for them is rounded to coins that there are', () => {
    const result = decided(
      blind({
        tender: 'cash',
        promotions: bookOf([
          promotion({ offer: { type: 'percent', goods: goods({ skus: ['TEA'] }), rate: 750 } }),
        ]),
        requests: [request()],
      }),
    );
    expect([result.total, result.rounding, sumOf(result.refunds)]).toEqual([832, -32, 800]);
  });

  test('then lines and refunds add up, whatever is brought', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 50_000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(amounts, fc.boolean(), fc.boolean(), (counts, taxInclusive, isCash) => {
        const requests = counts.map((count, index) =>
          request({ id: `${index}`, quantity: quantity(count) }),
        );
        const result = decided(
          blind({
            requests,
            tender: isCash ? 'cash' : 'store_credit',
            settings: { ...settings, taxInclusive },
          }),
        );
        expect(isWhole(result)).toBe(true);
        expect(result.total).toBe(add(...result.lines.map(({ total }) => total)));
        expect(sumOf(result.refunds)).toBe(add(result.total, result.rounding));
        expect(Math.abs(result.rounding)).toBeLessThan(100);
      }),
    );
  });

  test.each([
    [{ requests: [] }, { type: 'nothing_to_return' }],
    [{ customer: '  ' }, { type: 'customer_missing' }],
    [
      { requests: [request({ quantity: quantity(0) })] },
      { type: 'quantity_not_positive', lineId: '1' },
    ],
  ])('%j is %j', (change, problem) => {
    expect(blind(change)).toEqual({ ok: false, problem });
  });
});

describe('a return without a receipt', () => {
  const manager = terms({ approverId: 'dana' });

  test('R6 is always approved by a manager, who is somebody else', () => {
    const result = decided(blind());
    expect(permitBlindReturn(result, 0, terms())).toEqual({
      type: 'manager_needed',
      reasons: ['no_receipt'],
    });
    expect(permitBlindReturn(result, 0, terms({ approverId: 'aigerim' }))).toEqual({
      type: 'approver_is_actor',
    });
    expect(permitBlindReturn(result, 0, manager)).toBeNull();
  });

  test('is worth no more than the limit, and so often a month for one customer', () => {
    const dear = decided(blind({ requests: [request({ quantity: units(2000) })] }));
    expect(permitBlindReturn(dear, 0, manager)).toEqual({ type: 'blind_limit', limit: 1_000_000 });
    expect(permitBlindReturn(decided(blind()), 3, manager)).toEqual({
      type: 'blind_too_often',
      count: 3,
    });
  });

  test('R17 of what is taken back with a defect only is taken with a defect only', () => {
    const at = (skus: string[], categoryIds: string[]) =>
      terms({ approverId: 'dana' }, { notReturnable: { skus, categoryIds } });
    const refused = { type: 'not_returnable', lineId: '1' };
    expect(permitBlindReturn(decided(blind()), 0, at(['TEA'], []))).toEqual(refused);
    expect(permitBlindReturn(decided(blind()), 0, at([], ['food']))).toEqual(refused);
    expect(permitBlindReturn(decided(blind()), 0, at(['MILK'], ['drinks']))).toBeNull();
    const broken = decided(blind({ requests: [request({ reason: 'defect' })] }));
    expect(permitBlindReturn(broken, 0, at(['TEA'], ['food']))).toBeNull();
  });

  test('R14 is given as store credit that the customer agrees to; in cash by policy only', () => {
    const cash = decided(blind({ tender: 'cash' }));
    expect(permitBlindReturn(cash, 0, manager)).toEqual({ type: 'blind_not_allowed' });
    const forCash = terms({ approverId: 'dana' }, { cashForOthers: true });
    expect(permitBlindReturn(cash, 0, forCash)).toBeNull();
    const forced = decided(blind({ creditConsent: false }));
    expect(permitBlindReturn(forced, 0, manager)).toEqual({ type: 'consent_missing' });
    expect(blindTenders(manager.policy)).toEqual(['store_credit']);
    expect(blindTenders(forCash.policy)).toEqual(['store_credit', 'cash']);
  });
});
