import { expect, test } from 'vitest';
import { units } from '#shared/kernel/quantity.ts';
import { applyAnnouncement, applyDeliveryReceipt } from './apply.ts';
import { deliveryState } from './difference.ts';
import type { Delivery } from './schema.ts';

const ANNOUNCED = applyAnnouncement(null, {
  id: 'd',
  toStoreId: 'ONE',
  supplier: 'Tea House',
  reference: 'D-1',
  sentAt: '2026-12-01T04:30:00.000Z',
  lines: [{ sku: 'TEA', quantity: units(6) }],
});

const received = (delivery: Delivery, seq: number, pieces: number, storeId = 'ONE'): Delivery =>
  applyDeliveryReceipt(
    delivery,
    { deliveryId: 'd', fromStoreId: null, lines: [{ sku: 'TEA', quantity: units(pieces) }] },
    {
      operationId: `${storeId}-01_1.${String(seq).padStart(10, '0')}`,
      journalId: `${storeId}-01_1`,
      seq,
      storeId,
      tillId: `${storeId}-01`,
      staffId: 'aigerim',
      at: '2026-12-01T05:00:00.000Z',
    },
  );

test('S5: a delivery is announced, then short until all of it came', () => {
  expect(deliveryState(ANNOUNCED)).toBe('announced');
  const short = received(ANNOUNCED, 1, 5);
  expect(deliveryState(short)).toBe('short');
  expect(deliveryState(received(short, 2, 1))).toBe('received');
});

test('S5: what came in excess, or to another store, came otherwise', () => {
  expect(deliveryState(received(ANNOUNCED, 1, 7))).toBe('differs');
  expect(deliveryState(received(ANNOUNCED, 1, 6, 'TWO'))).toBe('differs');
});
