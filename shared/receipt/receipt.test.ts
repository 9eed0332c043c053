import { NO_PROMOTIONS } from '#shared/domain/pricing/promotion-book.ts';
import { describe, expect, test } from 'vitest';
import { applyReturn, applySale, type Fact } from '../domain/order/apply.ts';
import type { Order } from '../domain/order/schema.ts';
import type { Offer } from '../domain/payment/settle.ts';
import type { Return } from '../domain/return/schema.ts';
import type { BasketLine } from '../domain/pricing/basket.ts';
import { decideSale } from '../domain/sale/decide.ts';
import type { StoreSettings } from '../domain/settings/schema.ts';
import { minor } from '../kernel/money.ts';
import { quantity } from '../kernel/quantity.ts';
import { receiptOf } from './receipt.ts';

const AT = '2026-01-02T11:00:00.000Z';

const SETTINGS: StoreSettings = {
  storeId: 'ONE',
  name: 'Abay',
  chainName: 'Chain',
  address: 'Abay 1',
  currency: 'KZT',
  timeZone: 'Asia/Almaty',
  taxInclusive: true,
  taxRates: [
    { id: 'standard', name: { en: 'VAT 16%' }, rate: 1600 },
    { id: 'reduced', name: { en: 'VAT 5%' }, rate: 500 },
    { id: 'none', name: { en: 'No VAT' }, rate: 0 },
  ],
  cashIncrement: 100,
  notes: [],
  discountLimit: 1000,
};

const FACT: Fact = {
  operationId: 'ONE-01_1.0000000001',
  journalId: 'ONE-01_1',
  seq: 1,
  at: AT,
  tillId: 'ONE-01',
  storeId: 'ONE',
  staffId: 'aigerim',
};

const line = (id: string, unitPrice: number, taxRate: number, thousandths = 1000): BasketLine => ({
  id,
  sku: `SKU-${id}`,
  name: { en: id },
  categoryId: 'food',
  kind: 'goods',
  unit: 'piece',
  quantity: quantity(thousandths),
  unitPrice: minor(unitPrice),
  taxRate,
  discount: null,
});

const RETURNED: Return = {
  returnId: 'r',
  number: 'R-1',
  orderId: 'a',
  proof: 'order',
  customer: null,
  creditConsent: false,
  currency: 'KZT',
  lines: [],
  rounding: minor(0),
  total: minor(1_000),
  refunds: [
    {
      id: 'back',
      tender: 'cash',
      amount: minor(1_000),
      state: 'refunded',
      reference: null,
      at: AT,
    },
  ],
};

const offer = (tender: Offer['tender'], tendered: number): Offer => ({
  id: tender,
  tender,
  tendered: minor(tendered),
  reference: null,
});

const sold = (lines: readonly BasketLine[], offers: readonly Offer[]): Order => {
  const sale = decideSale({
    orderId: 'a',
    number: 'ONE-01-000001',
    currency: 'KZT',
    catalogVersion: 1,
    customerId: null,
    basket: { taxInclusive: true, lines, discount: { type: 'percent', rate: 1_000 } },
    promotions: NO_PROMOTIONS,
    pricedAt: AT,
    offers,
    cashIncrement: SETTINGS.cashIncrement,
    at: AT,
  });
  if (!sale.ok) throw new Error(sale.problem.type);
  return applySale(null, sale.value, FACT);
};

/** 17 999 + 3 × 5 050 + 0.333 × 10 000 = 36 479, less 10 %. */
const mixed = (): Order =>
  sold(
    [line('TEA', 17_999, 1600), line('MILK', 5_050, 500, 3_000), line('CHEESE', 10_000, 500, 333)],
    [offer('card', 20_000), offer('cash', 20_000)],
  );

describe('receiptOf', () => {
  test('says who sold what, where and when', () => {
    expect(receiptOf(mixed(), SETTINGS, 'Aigerim')).toMatchObject({
      chainName: 'Chain',
      storeName: 'Abay',
      address: 'Abay 1',
      number: 'ONE-01-000001',
      at: AT,
      tillId: 'ONE-01',
      cashier: 'Aigerim',
      customer: null,
      currency: 'KZT',
      lines: [{ sku: 'SKU-TEA' }, { sku: 'SKU-MILK' }, { sku: 'SKU-CHEESE' }],
    });
  });

  test('R1 R2: adds up: lines less discount, rounding, and what was given less change', () => {
    const receipt = receiptOf(mixed(), SETTINGS, null);
    const { lines, gross, discount, rounding, total, payments, change } = receipt;
    const sum = (amounts: readonly number[]) => amounts.reduce((all, amount) => all + amount, 0);
    expect({ gross, discount, rounding, total, change }).toEqual({
      gross: 36_479,
      discount: 3_648,
      rounding: -31,
      total: 32_800,
      change: 7_200,
    });
    expect(sum(lines.map((each) => each.total))).toBe(gross - discount);
    expect(gross - discount + rounding).toBe(total);
    expect(sum(payments.map(({ tendered }) => tendered)) - change).toBe(total);
  });

  test('names each tax once, the highest first, and none that nothing bears', () => {
    const { taxes, lines } = receiptOf(mixed(), SETTINGS, null);
    expect(taxes.map(({ name }) => name?.en)).toEqual(['VAT 16%', 'VAT 5%']);
    const [tea, ...reduced] = lines;
    expect(taxes.map(({ tax }) => tax)).toEqual([
      tea?.tax,
      reduced.reduce((all, { tax }) => all + tax, 0),
    ]);
  });

  test('what was taxed stays taxed at a rate that the store has changed since, or has twice', () => {
    const sums = ({ taxes }: ReturnType<typeof receiptOf>) =>
      taxes.map(({ rate, tax }) => [rate, tax]);
    const before = sums(receiptOf(mixed(), SETTINGS, null));
    const changed = { ...SETTINGS, taxRates: [{ id: 'vat', name: { en: 'VAT 20%' }, rate: 2000 }] };
    const after = receiptOf(mixed(), changed, null);
    expect(sums(after)).toEqual(before);
    expect(after.taxes.map(({ name }) => name)).toEqual([null, null]);
    const twice = { id: 'other', name: { en: 'VAT 16% other' }, rate: 1600 };
    const doubled = { ...SETTINGS, taxRates: [...SETTINGS.taxRates, twice] };
    expect(sums(receiptOf(mixed(), doubled, null))).toEqual(before);
  });

  test('names the customer where one is named, and an order without a number by its id', () => {
    const order = mixed();
    const customer = { customerId: null, name: 'Dana', phone: '' };
    expect(receiptOf({ ...order, customer }, SETTINGS, null).customer).toBe('Dana');
    const nameless = { ...order, customer: { ...customer, name: '' }, number: null };
    expect(receiptOf(nameless, SETTINGS, null)).toMatchObject({ customer: null, number: 'a' });
  });

  test('carries every document that was registered of its money, by time, and none of a return', () => {
    const bought = mixed();
    const documents = [
      { documentId: 'c-sale', operationId: 'c', kind: 'sale', at: '2026-01-02T12:00:00.000Z' },
      { documentId: 'r-refund', operationId: 'r', kind: 'refund', at: '2026-01-02T14:00:00.000Z' },
      { documentId: 'b-sale', operationId: 'b', kind: 'sale', at: '2026-01-02T11:00:00.000Z' },
      { documentId: 'd-refund', operationId: 'd', kind: 'refund', at: '2026-01-02T13:00:00.000Z' },
    ] as const;
    const proof = { number: '1', sign: '', code: null, mode: 'online' } as const;
    const fiscal = documents.map((document) => ({ ...document, ...proof }));
    const back = applyReturn(bought, RETURNED, { ...FACT, operationId: 'r', seq: 2 });
    const receipt = receiptOf({ ...back, fiscal }, SETTINGS, null);
    expect(receipt.fiscal.map(({ documentId }) => documentId)).toEqual([
      'b-sale',
      'c-sale',
      'd-refund',
    ]);
  });

  test('stays what it was when goods come back', () => {
    const order = mixed();
    const before = receiptOf(order, SETTINGS, null);
    const returned = applyReturn(order, RETURNED, {
      ...FACT,
      operationId: 'ONE-01_1.0000000002',
      seq: 2,
    });
    expect(receiptOf(returned, SETTINGS, null)).toEqual(before);
  });
});
