import { expect, test } from 'vitest';
import type { Currency } from '#shared/kernel/money.ts';
import { contradictionsOfStoredValue } from './stored-value-overdrawn.ts';

const moved = (operationId: string, storeId: string, currency: Currency, amount: number) => ({
  operationId,
  storeId,
  at: '2026-01-02T03:04:05.678Z',
  currency,
  amount,
});

test('R13 money of one currency on a card does not hide that too much was spent in another', () => {
  const told = contradictionsOfStoredValue('GIFT-2', [
    moved('a', 'BER1', 'EUR', 2000),
    moved('b', 'ALM1', 'KZT', 500),
    moved('c', 'ALM1', 'KZT', -700),
  ]);
  expect(told).toMatchObject([{ storeId: 'ALM1', amount: 200, evidence: ['b', 'c'] }]);
});

test('R13 within what was put on it in each currency nothing is told', () => {
  const told = contradictionsOfStoredValue('GIFT-2', [
    moved('a', 'BER1', 'EUR', 2000),
    moved('b', 'ALM1', 'KZT', 500),
    moved('c', 'BER1', 'EUR', -2000),
    moved('d', 'ALM1', 'KZT', -500),
  ]);
  expect(told).toEqual([]);
});
