import { expect, test } from 'vitest';
import type { StoredValueAnswer } from '#shared/domain/payment/stored-value.ts';
import { minor } from '#shared/kernel/money.ts';
import { fail } from '#shared/kernel/result.ts';
import { statusId } from '#shared/protocol/documents.ts';
import { ACTOR, AT, basketOf, createTill } from '../store/till.fixture.ts';
import { readSyncState, writeSyncState } from '../store/sync-state.ts';
import { offerStoredValue } from './check-stored-value.ts';
import { completeSale } from './complete-sale.ts';

const told = (balance: number) => async (): Promise<StoredValueAnswer> => ({
  type: 'told',
  currency: 'KZT',
  balance: minor(balance),
});

test('R13: what this till took of a gift card is not taken again before the server has heard of it, and once only after', async () => {
  const till = await createTill();
  const part = { tender: 'gift_card' as const, code: 'GIFT-1', left: minor(10_000), beside: [] };
  const pay = async (orderId: string, balance: number) => {
    const offer = await offerStoredValue(till.store, told(balance), part);
    if (!offer.ok) return offer;
    return completeSale(till.store, ACTOR, {
      orderId,
      basket: basketOf('TEA'),
      customerId: null,
      offers: [offer.value],
      pricedAt: AT,
      discountLimit: 0,
    });
  };
  const first = await pay('one', 12_000);
  expect(first.ok).toBe(true);
  expect(await offerStoredValue(till.store, told(12_000), part)).toMatchObject({
    ok: true,
    value: { tendered: 2000 },
  });
  if (!first.ok) return;
  const { journalId, seq } = first.value;
  const known = await readSyncState(till.store.ledger);
  await writeSyncState(till.store.ledger, { ...known, acknowledged: { [journalId]: seq } });
  expect(await offerStoredValue(till.store, told(2000), part)).toMatchObject({
    ok: true,
    value: { tendered: 2000 },
  });
  const { id, hash } = first.value;
  const keptAside = { id, hash, status: 'quarantined', reason: 'apply_failed' } as const;
  await till.pull('statuses:ONE-01', { [statusId(first.value)]: keptAside });
  // Kept aside there, it is in no balance of the server's.
  expect(await pay('two', 10_000)).toEqual(fail({ type: 'stored_value_empty' }));
});
