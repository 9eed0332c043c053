import { describe, expect, test } from 'vitest';
import { transferNumber, transferOfSlip } from './transfer-number.ts';

const AT = '2026-01-02T11:00:00.000Z';
const STORES = ['ALM1', 'ALM2', 'ALM1-1'];

describe('S8: goods come before anybody heard that they were sent', () => {
  test('the slip alone says which store sent them', () => {
    const slip = transferNumber('ALM2-01-000017');
    expect(transferOfSlip(slip, STORES, 'ALM1', AT)).toMatchObject({
      id: slip,
      fromStoreId: 'ALM2',
      toStoreId: 'ALM1',
      sent: null,
    });
    expect(transferOfSlip(transferNumber('ALM1-1-01-000017'), STORES, 'ALM2', AT)).toMatchObject({
      fromStoreId: 'ALM1-1',
    });
  });

  test('a slip of this store, of no store and a code of goods are no such slips', () => {
    for (const code of ['T-ALM1-01-000017', 'T-KRG1-01-000017', 'ALM2-01-000017', '4870001112223'])
      expect(transferOfSlip(code, STORES, 'ALM1', AT)).toBeNull();
  });
});
