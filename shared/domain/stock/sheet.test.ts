import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quantity, units } from '#shared/kernel/quantity.ts';
import type { Delivery } from '../delivery/schema.ts';
import { decideSheet } from './decide.ts';
import {
  addToSheet,
  asExpected,
  differenceOf,
  emptySheet,
  SHEET_KINDS,
  sheetOfDelivery,
  type SheetKind,
  type SheetLine,
  setOnSheet,
  type StockSheet,
} from './sheet.ts';

const at = (minute: number): string => `2026-01-02T10:${String(minute).padStart(2, '0')}:00.000Z`;
const NUMBER = 'T-ONE-01-000007';

const delivery: Delivery = {
  id: 'IN-1',
  fromStoreId: null,
  toStoreId: 'ONE',
  supplier: 'Dairy',
  reference: 'N-1040',
  sentAt: at(0),
  sentBy: null,
  sent: [
    { sku: 'TEA', quantity: units(6) },
    { sku: 'MILK', quantity: units(10) },
  ],
  receipts: [],
  seen: {},
};

const scanned = (kind: SheetKind, ...skus: readonly string[]): StockSheet =>
  skus.reduce(
    (sheet, sku, place) =>
      addToSheet(sheet, sku, units(1), { at: at(place), onHand: units(9 - place) }),
    emptySheet('job', kind),
  );

const decided = (sheet: StockSheet) => {
  const decision = decideSheet(sheet, NUMBER);
  if (!decision.ok) throw new Error(decision.problem.type);
  return decision.value;
};

describe('a sheet', () => {
  test('S4: a count holds the first and the last scan, and the books of the last', () => {
    expect(decided(scanned('count', 'TEA', 'MILK', 'TEA')).payload).toEqual({
      lines: [
        { id: 'job-1', sku: 'MILK', counted: 1000, expected: units(8), from: at(1), at: at(1) },
        { id: 'job-2', sku: 'TEA', counted: 2000, expected: units(7), from: at(0), at: at(2) },
      ],
    });
  });

  test('S4: a product of which nothing was found is counted as nothing', () => {
    const sheet = setOnSheet(emptySheet('job', 'count'), 'TEA', quantity(0), {
      at: at(0),
      onHand: units(3),
    });
    expect(decided(sheet).payload.lines).toMatchObject([{ sku: 'TEA', counted: 0 }]);
  });

  test('what is left to come of a delivery is taken as it is told, or as it is counted', () => {
    const begun = sheetOfDelivery('job', delivery, at(0));
    expect(begun.lines.map((line) => differenceOf(begun, line))).toEqual([-6000, -10_000]);
    const whole = asExpected(begun);
    expect(whole.lines.map((line) => differenceOf(whole, line))).toEqual([0, 0]);
    const short = setOnSheet(whole, 'MILK', units(9), { at: at(1), onHand: quantity(0) });
    expect(decided(short)).toEqual({
      type: 'stock.received',
      payload: {
        deliveryId: 'IN-1',
        reference: 'N-1040',
        lines: [
          { id: 'job-1', sku: 'TEA', quantity: 6000, expected: 6000 },
          { id: 'job-2', sku: 'MILK', quantity: 9000, expected: 10_000 },
        ],
      },
    });
  });

  test('what of a delivery did not come is told as nothing; what of other goods came of nothing is not told', () => {
    const begun = sheetOfDelivery('job', delivery, at(0));
    const extra = setOnSheet(begun, 'SALT', quantity(0), { at: at(1), onHand: quantity(0) });
    expect(decided(extra).payload.lines.map(({ sku }) => sku)).toEqual(['TEA', 'MILK']);
  });

  test('what another store sent is a transfer, by the store that sent it', () => {
    const sheet = asExpected(sheetOfDelivery('job', { ...delivery, fromStoreId: 'TWO' }, at(0)));
    expect(decided(sheet)).toMatchObject({
      type: 'stock.transferReceived',
      payload: { deliveryId: 'IN-1', fromStoreId: 'TWO' },
    });
  });

  test('is not written before it says what its job needs', () => {
    const problemOf = (sheet: StockSheet) => {
      const decision = decideSheet(sheet, NUMBER);
      return decision.ok ? null : decision.problem.type;
    };
    for (const kind of SHEET_KINDS) expect(problemOf(emptySheet('job', kind))).toBe('sheet_empty');
    expect(problemOf(scanned('send', 'TEA'))).toBe('store_missing');
    expect(problemOf(scanned('writeOff', 'TEA'))).toBe('reason_missing');
    expect(problemOf(scanned('adjust', 'TEA'))).toBe('reason_missing');
    expect(problemOf({ ...scanned('adjust', 'TEA'), reason: 'stolen' })).toBe('reason_missing');
    expect(problemOf({ ...scanned('send', 'TEA'), toStoreId: 'TWO' })).toBeNull();
    expect(problemOf({ ...scanned('writeOff', 'TEA'), reason: 'damaged' })).toBeNull();
  });

  test('holds each product once, however it is scanned, and only an adjustment goes below nothing', () => {
    const scans = fc.array(
      fc.record({
        sku: fc.constantFrom('TEA', 'MILK', 'SALT'),
        more: fc.integer({ min: -5, max: 5 }),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(fc.constantFrom(...SHEET_KINDS), scans, (kind, all) => {
        const sheet = all.reduce(
          (before, { sku, more }) =>
            addToSheet(before, sku, units(1) * more, { at: at(0), onHand: quantity(0) }),
          emptySheet('job', kind),
        );
        const skus = sheet.lines.map(({ sku }) => sku);
        expect(new Set(skus).size).toBe(skus.length);
        expect(new Set(skus)).toEqual(new Set(all.map(({ sku }) => sku)));
        const sumOf = (sku: string): number =>
          all.filter((scan) => scan.sku === sku).reduce((sum, { more }) => sum + more * 1000, 0);
        const least = kind === 'adjust' ? -Infinity : 0;
        expect(sheet.lines.every(({ quantity: held }) => held >= least)).toBe(true);
        const isExact = ({ sku, quantity: held }: SheetLine): boolean => held === sumOf(sku);
        expect(kind !== 'adjust' || sheet.lines.every(isExact)).toBe(true);
      }),
    );
  });
});
