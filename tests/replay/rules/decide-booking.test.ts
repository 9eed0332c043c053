import { describe, expect, test } from 'vitest';
import { Value } from 'typebox/value';
import type { Order } from '#shared/domain/order/schema.ts';
import { minor, ZERO } from '#shared/kernel/money.ts';
import { GENESIS_HASH } from '#shared/operations/envelope.ts';
import { applyToOrder } from '#shared/operations/effects.ts';
import {
  definitionOf,
  type Operation,
  type OperationContent,
} from '#shared/operations/operation.ts';
import { bookRows } from './book-rows.ts';
import { decideBooking } from './decide-booking.ts';
import { row } from './row.fixture.ts';
import type { Row } from './row.ts';

const operationOf = (content: OperationContent, seq: number): Operation => ({
  id: `T-01_1.${String(seq).padStart(10, '0')}`,
  journalId: 'T-01_1',
  tillId: 'T-01',
  storeId: 'T',
  seq,
  at: '2010-12-01T08:26:00.000Z',
  clockOffset: null,
  staffId: 'cashier',
  shiftId: null,
  approvedBy: null,
  version: 1,
  previousHash: GENESIS_HASH,
  hash: GENESIS_HASH,
  ...content,
});

/** What the bookings of rows come to, one after another at one till. */
const contentsOf = (rows: readonly Row[]): OperationContent[] => {
  let order: Order | null = null;
  return bookRows(rows).bookings.map((booking, index) => {
    const decided = decideBooking(booking, { tillId: 'T-01', orderOf: () => order });
    if (!decided.ok) throw new Error(JSON.stringify(decided.problem));
    order = applyToOrder(order, operationOf(decided.value, index + 1));
    return decided.value;
  });
};

const back = (given: Partial<Row> = {}): Row =>
  row({ invoice: 'C536379', pieces: -2, at: '2010-12-02T09:41:00.000Z', ...given });

test('every operation is what its schema says', () => {
  const rows = [
    row(),
    row({ sku: 'POST', description: 'POSTAGE', pieces: 1, price: minor(1800) }),
    back(),
    back({ sku: 'D', pieces: -1, price: minor(2750) }),
    row({ invoice: '536589', price: ZERO, customerId: null, pieces: -10, description: '' }),
  ];
  const contents = contentsOf(rows);
  expect(contents.map(({ type }) => type).toSorted()).toEqual([
    'return.completed',
    'return.completed',
    'sale.completed',
    'stock.adjusted',
  ]);
  for (const { type, payload } of contents)
    expect(Value.Errors(definitionOf(type)?.payload ?? {}, payload)).toEqual([]);
});

describe('a sale', () => {
  test('of a known customer is paid by card, of any other in cash, to the penny', () => {
    expect(contentsOf([row()])[0]?.payload).toMatchObject({
      orderId: 'T-01-536365',
      number: '536365',
      currency: 'GBP',
      customerId: '17850',
      totals: { gross: 1530, discount: 0, tax: 0, total: 1530, rounding: 0 },
      payments: [{ tender: 'card', amount: 1530 }],
    });
    expect(contentsOf([row({ customerId: null })])[0]?.payload).toMatchObject({
      customerId: null,
      payments: [{ tender: 'cash', amount: 1530, change: 0 }],
    });
  });

  test('free of charge has no payment', () => {
    expect(contentsOf([row({ price: ZERO })])[0]?.payload).toMatchObject({ payments: [] });
  });

  test('calls goods without a description by their stock code, and tells services from goods', () => {
    const rows = [row({ description: '' }), row({ sku: 'GIFT_0001_20' })];
    expect(contentsOf(rows)[0]?.payload).toMatchObject({
      lines: [
        { name: { en: '85123A' }, kind: 'goods' },
        { sku: 'GIFT_0001_20', kind: 'service' },
      ],
    });
  });
});

describe('a linked return', () => {
  test('gives back what was paid, by the tender that paid it, and restocks', () => {
    const sold = row();
    expect(contentsOf([sold, back()])[1]?.payload).toMatchObject({
      returnId: 'T-01-C536379',
      orderId: 'T-01-536365',
      lines: [
        { orderLineId: `row-${sold.line}`, quantity: 2000, total: 510, disposition: 'restock' },
      ],
      total: 510,
      refunds: [{ tender: 'card', amount: 510, state: 'refunded' }],
    });
  });

  test('in parts adds up to the whole', () => {
    const parts = [-1, -2, -3].map((pieces, index) => back({ pieces, invoice: `C53638${index}` }));
    const totals = contentsOf([row(), ...parts])
      .slice(1)
      .map(({ payload }) => ('total' in payload ? payload.total : 0));
    expect(totals).toEqual([255, 510, 765]);
  });

  test('of two rows against one line is one line', () => {
    expect(contentsOf([row(), back(), back()])[1]?.payload).toMatchObject({
      lines: [{ quantity: 4000, total: 1020 }],
      refunds: [{ amount: 1020 }],
    });
  });

  test('of a sale that no till made is refused', () => {
    const [, booking] = bookRows([row(), back()]).bookings;
    if (!booking) throw new Error('a return was expected');
    expect(decideBooking(booking, { tillId: 'T-01', orderOf: () => null })).toEqual({
      ok: false,
      problem: { type: 'sale_unknown' },
    });
  });
});

describe('a blind return', () => {
  test('names no order and gives back the price of the cancellation', () => {
    expect(contentsOf([back({ customerId: null })])[0]?.payload).toMatchObject({
      orderId: null,
      lines: [{ orderLineId: null, quantity: 2000, total: 510, disposition: 'restock' }],
      refunds: [{ tender: 'cash', amount: 510 }],
    });
  });

  test('of a discount or a fee puts nothing on the shelf', () => {
    const fee = back({ sku: 'AMAZONFEE', pieces: -1, price: minor(1_688_802), customerId: null });
    expect(contentsOf([fee])[0]?.payload).toMatchObject({
      lines: [{ kind: 'service', disposition: 'missing', total: 1_688_802 }],
    });
  });
});

test('an adjustment has the sign of the file and its remark for a note', () => {
  const note = { price: ZERO, customerId: null };
  const rows = [
    row({ ...note, invoice: '540564', pieces: -2600, description: 'mouldy, thrown away.' }),
    row({ ...note, invoice: '540673', pieces: 144, description: 'found' }),
    row({ ...note, invoice: '540674', pieces: -1, description: '' }),
  ];
  const lines = contentsOf(rows).map(({ payload }) =>
    'lines' in payload ? payload.lines[0] : null,
  );
  expect(lines).toMatchObject([
    { sku: '85123A', quantity: -2_600_000, reason: 'other', note: 'mouldy, thrown away.' },
    { quantity: 144_000, reason: 'other', note: 'found' },
    { quantity: -1000, reason: 'other', note: 'no reason given' },
  ]);
});
