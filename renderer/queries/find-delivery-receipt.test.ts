import { expect, test } from 'vitest';
import type { OperationContent } from '#shared/operations/operation.ts';
import { units } from '#shared/kernel/quantity.ts';
import { createMemoryLedger } from '../store/memory-ledger.ts';
import { ACTOR, AT, createTill, received } from '../store/till.fixture.ts';
import { findDeliveryReceipt } from './find-delivery-receipt.ts';

const SLIP = { id: 'T-TWO-01-000001', receipts: [] };

const transferred: OperationContent = {
  type: 'stock.transferReceived',
  payload: {
    deliveryId: SLIP.id,
    fromStoreId: 'TWO',
    lines: [{ id: '1', sku: 'TEA', quantity: units(2), expected: null }],
  },
};

test('a delivery that was received here is known by this till’s journal, when and by whom', async () => {
  const till = await createTill(createMemoryLedger());
  const write = (content: OperationContent) =>
    till.store.journal.write(ACTOR, async () => ({ ok: true, value: content }));
  const { ledger } = till.store;
  await write(received('TEA', 5));
  expect(await findDeliveryReceipt(ledger, SLIP)).toBeNull();
  await write(transferred);
  await write(received('TEA', 1));
  expect(await findDeliveryReceipt(ledger, SLIP)).toEqual({ at: AT, staffId: ACTOR.staffId });
});

test('of a delivery that is known it says the last receipt, whichever till it was', async () => {
  const till = await createTill(createMemoryLedger());
  const receipt = (operationId: string, at: string) => ({
    operationId,
    at,
    storeId: 'ONE',
    staffId: `who-${at}`,
    lines: [],
  });
  const [first, last] = ['2026-01-02T09:00:00.000Z', '2026-01-02T10:00:00.000Z'];
  const receipts = [receipt('ONE-02_1.0000000002', last), receipt('ONE-02_1.0000000001', first)];
  expect(await findDeliveryReceipt(till.store.ledger, { ...SLIP, receipts })).toEqual({
    at: last,
    staffId: `who-${last}`,
  });
});
