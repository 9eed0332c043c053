import { describe, expect, test } from 'vitest';
import type { Check } from './checks.ts';
import { isReconciled, type Reconciliation, reportLines } from './report.ts';

const money = (server: number, expected: number): Check => ({
  name: 'money by day and SKU',
  measure: 'money',
  server: new Map([['2010-12-01 85123A', server]]),
  expected: new Map([['2010-12-01 85123A', expected]]),
});

const reconciliation = (given: Partial<Reconciliation> = {}): Reconciliation => ({
  rowsIn: 3,
  rowsByKind: new Map([['sale of goods', 2]]),
  refusedByReason: new Map([['quantity_zero', 1]]),
  operationsByType: new Map([['sale.completed', 1]]),
  checks: [money(1530, 1530)],
  ...given,
});

const lastLine = (given: Partial<Reconciliation>): string | undefined =>
  reportLines(reconciliation(given)).at(-1);

test('rows, operations and refused add up, and nothing differs', () => {
  expect(isReconciled(reconciliation())).toBe(true);
  expect(lastLine({})).toBe('replay: rows=3 operations=1 refused=1 difference=0');
});

describe('it does not reconcile', () => {
  test('when a row went nowhere', () => {
    expect(isReconciled(reconciliation({ rowsIn: 4 }))).toBe(false);
  });

  test('by a penny, and pennies too many do not make up for pennies too few', () => {
    const checks = [money(1531, 1530), money(1529, 1530)];
    expect(isReconciled(reconciliation({ checks }))).toBe(false);
    expect(lastLine({ checks })).toBe('replay: rows=3 operations=1 refused=1 difference=2');
  });

  test('when pieces differ, or the server has what nobody wrote', () => {
    const extra: Check = {
      name: 'stock levels by SKU',
      measure: 'pieces',
      server: new Map([['71053', 1000]]),
      expected: new Map(),
    };
    const given = { checks: [extra] };
    expect(isReconciled(reconciliation(given))).toBe(false);
    expect(lastLine(given)).toContain('difference=0');
    expect(reportLines(reconciliation(given))).toContainEqual(
      '    71053: server 1 pieces, expected 0 pieces',
    );
  });
});
