import { describe, expect, test } from 'vitest';
import { minor } from '#shared/kernel/money.ts';
import { units } from '#shared/kernel/quantity.ts';
import { applyToOrder } from '#shared/operations/effects.ts';
import { fact, returnOf, saleOf } from '#shared/operations/facts.fixture.ts';
import type { OperationContent } from '#shared/operations/operation.ts';
import { completeSale } from '../commands/complete-sale.ts';
import { matchesReceipt } from '../screens/receipts/matches-receipt.ts';
import { ACTOR, AT, basketOf, createTill, type TestTill } from '../store/till.fixture.ts';
import { listReceipts } from './use-orders.ts';

/** A kettle comes back, and nobody knows from which sale. */
const blind = (number: string): OperationContent => {
  const order = applyToOrder(null, fact(saleOf(basketOf('KETTLE'))));
  if (!order) throw new Error('no order');
  const { type, payload } = returnOf(order, [{ lineId: '1', quantity: units(1) }]);
  const lines = payload.lines.map((line) => ({ ...line, orderLineId: null }));
  return { type, payload: { ...payload, number, orderId: null, customer: 'Dana', lines } };
};

const write = async ({ store }: TestTill, content: OperationContent): Promise<string> => {
  const written = await store.journal.write(ACTOR, async () => ({ ok: true, value: content }));
  if (!written.ok) throw new Error('not written');
  return written.value.hash;
};

const sell = ({ store }: TestTill, orderId: string) =>
  completeSale(store, ACTOR, {
    orderId,
    basket: basketOf('TEA'),
    customerId: null,
    offers: [{ id: orderId, tender: 'cash', tendered: minor(10_000), reference: null }],
    pricedAt: AT,
  });

describe('the receipts', () => {
  test('list returns without an order among the others, newest first, as far as each has come', async () => {
    const till = await createTill();
    const at = (minute: number): void => {
      till.clock.now = `2026-01-02T11:0${minute}:00.000Z`;
    };
    at(1);
    const first = await write(till, blind('R-1'));
    at(2);
    await sell(till, 'a');
    at(3);
    // Listed once before: what comes after is followed.
    expect(await listReceipts(till.store.view, 10)).toHaveLength(2);
    await write(till, blind('R-2'));
    const shown = async (now: TestTill) =>
      (await listReceipts(now.store.view, 10)).map(({ of, sync }) => [
        of.type === 'return' ? of.returned.payload.number : of.order.id,
        sync,
      ]);
    expect(await shown(till)).toEqual([
      ['R-2', 'waiting'],
      ['a', 'waiting'],
      ['R-1', 'waiting'],
    ]);
    const id = 'ONE-01_1.0000000001';
    const kept = { id, hash: first, status: 'quarantined', reason: 'apply_failed' };
    await till.pull('statuses:ONE-01', { [`${id}.${first}`]: kept });
    const again = await till.restart();
    expect((await shown(again)).at(-1)).toEqual(['R-1', 'unprocessed']);
  });

  test('without an order are found by number, product and customer', async () => {
    const till = await createTill();
    await write(till, blind('R-1'));
    const [row] = await listReceipts(till.store.view, 10);
    if (!row) throw new Error('no row');
    for (const query of ['', 'r-1', 'kettle', 'dana'])
      expect(matchesReceipt(row, query)).toBe(true);
    expect(matchesReceipt(row, 'tea')).toBe(false);
  });
});
