import { describe, expect, test } from 'vitest';
import { ZERO } from '#shared/kernel/money.ts';
import { bookRows } from './book-rows.ts';
import { row } from './row.fixture.ts';
import type { Row } from './row.ts';

const back = (given: Partial<Row> = {}): Row =>
  row({ invoice: 'C536379', pieces: -2, at: '2010-12-01T09:41:00.000Z', ...given });

/** Type, number and lines of each booking. */
const shapesOf = (rows: readonly Row[]) =>
  bookRows(rows).bookings.map((booking) => [
    booking.type,
    booking.number,
    booking.rows.map(({ line }) => line),
  ]);

describe('sales', () => {
  test('the rows of an invoice are one sale, also when the same article is on it twice', () => {
    const rows = [row(), row(), row({ sku: '71053' })];
    expect(shapesOf(rows)).toEqual([['sale', '536365', rows.map(({ line }) => line)]]);
  });

  test('it happened when its last row was written, and sales come in the order of time', () => {
    const late = row({ at: '2010-12-01T08:28:00.000Z' });
    const other = row({ invoice: '536366', at: '2010-12-01T08:27:00.000Z' });
    expect(bookRows([row(), late, other]).bookings.map(({ number, at }) => [number, at])).toEqual([
      ['536366', '2010-12-01T08:27:00.000Z'],
      ['536365', '2010-12-01T08:28:00.000Z'],
    ]);
  });

  test('goods free of charge beside priced ones, or for a known customer, are sold for nothing', () => {
    const free = row({ price: ZERO, customerId: null });
    expect(shapesOf([row({ customerId: null }), free])).toHaveLength(1);
    expect(shapesOf([row({ price: ZERO })])).toMatchObject([['sale', '536365', {}]]);
  });
});

describe('returns', () => {
  test('goods come back to the latest sale of that customer, article and price', () => {
    const older = row();
    const sold = row({ invoice: '536366', at: '2010-12-01T09:00:00.000Z' });
    const returned = back();
    expect(bookRows([older, sold, returned]).bookings.at(-1)).toMatchObject({
      type: 'linked_return',
      links: [{ row: returned, sold }],
    });
  });

  test.each([
    ['another customer', { customerId: '13047' }],
    ['nobody known', { customerId: null }],
    ['another article', { sku: '71053' }],
    ['another price', { price: ZERO }],
    ['more than was sold', { pieces: -7 }],
  ])('of %s they are a blind return', (_, given) => {
    expect(bookRows([row(), back(given)]).bookings.at(-1)?.type).toBe('blind_return');
  });

  test('what came back already cannot come back again', () => {
    const rows = [row(), back({ pieces: -5 }), back({ invoice: 'C536380', pieces: -2 })];
    expect(shapesOf(rows).map(([type]) => type)).toEqual(['sale', 'linked_return', 'blind_return']);
  });

  test('before its sale it is a blind return', () => {
    const early = back({ at: '2010-12-01T08:00:00.000Z' });
    expect(shapesOf([row(), early]).map(([type]) => type)).toEqual(['blind_return', 'sale']);
  });

  test('one cancellation of two sales and of something unknown is three returns', () => {
    const rows = [
      row(),
      row({ invoice: '536366', sku: '71053' }),
      back(),
      back({ sku: '71053' }),
      back({ sku: '22423' }),
    ];
    expect(shapesOf(rows).slice(2)).toEqual([
      ['linked_return', 'C536379', [rows[2]?.line]],
      ['linked_return', 'C536379-2', [rows[3]?.line]],
      ['blind_return', 'C536379-3', [rows[4]?.line]],
    ]);
  });
});

describe('stock', () => {
  const note = (given: Partial<Row> = {}): Row => row({ price: ZERO, customerId: null, ...given });

  test.each([
    ['lost', { pieces: -10, description: 'damages' }],
    ['found', { pieces: 53, description: 'Found' }],
    ['said nothing about', { pieces: -1, description: '' }],
  ])('goods that were %s are an adjustment', (_, given) => {
    expect(shapesOf([note(given)])).toMatchObject([['stock_adjustment', '536365', {}]]);
  });

  test('goods lost on an invoice that also sells are one of each', () => {
    const rows = [row({ customerId: null }), note({ pieces: -1 })];
    expect(shapesOf(rows)).toEqual([
      ['sale', '536365', [rows[0]?.line]],
      ['stock_adjustment', '536365-2', [rows[1]?.line]],
    ]);
  });
});

describe('refused', () => {
  test('nothing_to_book: a service for nothing and for nobody', () => {
    const postage = row({ sku: 'POST', price: ZERO, customerId: null });
    expect(bookRows([postage])).toEqual({
      bookings: [],
      refused: [{ line: postage.line, reason: 'nothing_to_book' }],
    });
  });

  test('customer_differs: one invoice has one customer', () => {
    const rows = [row(), row({ customerId: '13047' })];
    expect(bookRows(rows)).toMatchObject({
      bookings: [{ rows: [rows[0]] }],
      refused: [{ line: rows[1]?.line, reason: 'customer_differs' }],
    });
  });
});
