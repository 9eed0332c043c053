import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Order, Seen } from '#shared/domain/order/schema.ts';
import { stockLevelId } from '#shared/domain/stock/schema.ts';
import { minor } from '#shared/kernel/money.ts';
import { units } from '#shared/kernel/quantity.ts';
import { ok } from '#shared/kernel/result.ts';
import { applyToOrder, movementsOf, orderIdsOf } from '#shared/operations/effects.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { type OperationStatus, statusId } from '#shared/protocol/documents.ts';
import { completeSale } from '../commands/complete-sale.ts';
import { handOver } from '../commands/hand-over.ts';
import { preparePickup } from '../commands/prepare-pickup.ts';
import { createMemoryLedger } from './memory-ledger.ts';
import { readSyncState, writeSyncState } from './sync-state.ts';
import {
  ACTOR,
  AT,
  basketOf,
  createTill,
  JOURNAL,
  received,
  SETTINGS,
  type TestTill,
  webOrder,
} from './till.fixture.ts';

const ORDERS = 'orders:ONE';
const STOCK = 'stock:ONE';
const STATUSES = 'statuses:ONE-01';

const written = (result: { ok: true; value: Operation } | { ok: false }): Operation => {
  if (!result.ok) throw new Error('an operation was expected');
  return result.value;
};

const receive = async ({ store }: TestTill, count = 1): Promise<Operation> =>
  written(await store.journal.write(ACTOR, async () => ok(received('TEA', count))));

const sell = async ({ store }: TestTill, orderId: string): Promise<Operation> =>
  written(
    await completeSale(store, ACTOR, {
      orderId,
      basket: basketOf('TEA'),
      customerId: null,
      offers: [{ id: `paid-${orderId}`, tender: 'cash', tendered: minor(10_000), reference: null }],
      pricedAt: AT,
    }),
  );

const onHand = async ({ store }: TestTill): Promise<number | undefined> =>
  (await store.view.stockLevels(['TEA'])).get('TEA')?.onHand;

const listed = async ({ store }: TestTill): Promise<string[]> =>
  (await store.view.recentOrders(100, null)).map(({ id }) => id);

const level = (count: number, seen: Seen) => ({
  storeId: 'ONE',
  sku: 'TEA',
  onHand: units(count),
  reserved: units(0),
  seen,
});

const TEA = stockLevelId('ONE', 'TEA');

const acknowledge = async ({ store: { ledger } }: TestTill, seq: number): Promise<void> =>
  writeSyncState(ledger, { ...(await readSyncState(ledger)), acknowledged: { [JOURNAL]: seq } });

const syncOf = async ({ store: { view } }: TestTill, orderId: string) => {
  const order = await view.order(orderId);
  return order && view.orderSync(order);
};

/** A server: what it applied of the till's operations, what it keeps aside, and what others did. */
const createServer = () => {
  const applied: Operation[] = [];
  const kept: Operation[] = [];
  let others = 0;
  let taken = 0;
  return {
    takeNext: (operations: readonly Operation[], isKept: boolean): void => {
      const next = operations[taken];
      if (!next) return;
      taken += 1;
      (isKept ? kept : applied).push(next);
    },
    othersReceive: () => (others += 1),
    /** Everything there is, as one reply brings it. */
    sendTo: async (till: TestTill): Promise<number> => {
      const orders: Record<string, Order | null> = {};
      for (const operation of applied) {
        for (const id of orderIdsOf(operation))
          orders[id] = applyToOrder(orders[id] ?? null, operation, id);
      }
      const moving = applied.filter((operation) => movementsOf(operation).length > 0);
      const moved = moving.flatMap(movementsOf).reduce((sum, { quantity }) => sum + quantity, 0);
      const last = moving.at(-1);
      const tea = level(moved / 1000 + others, last ? { [JOURNAL]: last.seq } : {});
      const statuses = kept.map((operation): [string, OperationStatus] => [
        statusId(operation),
        { id: operation.id, hash: operation.hash, status: 'quarantined', reason: 'apply_failed' },
      ]);
      await till.pull(ORDERS, orders, taken);
      await till.pull(STOCK, { [TEA]: tea }, taken);
      await till.pull(STATUSES, Object.fromEntries(statuses), taken);
      return others;
    },
  };
};

describe('what was done here', () => {
  test('§1.4: shows at once, and the same before and after the server knows it', async () => {
    const till = await createTill();
    await sell(till, 'a');
    expect([await listed(till), await onHand(till)]).toEqual([['a'], units(-1)]);
    const sold = await till.store.view.order('a');
    await acknowledge(till, 1);
    expect(await till.store.view.order('a')).toEqual(sold);
    await till.pull(STOCK, { [TEA]: level(-1, { [JOURNAL]: 1 }) }, 1);
    await till.pull(ORDERS, { a: sold }, 1);
    expect([await listed(till), await onHand(till)]).toEqual([['a'], units(-1)]);
    expect(await till.store.view.order('a')).toEqual(sold);
  });

  test('§1.4: counts once, however operations, pages and restarts follow each other', async () => {
    const step = fc.constantFrom(
      'receive',
      'sell',
      'take',
      'keep',
      'others',
      'pull',
      'restart',
      'reset',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        let till = await createTill();
        const server = createServer();
        const done: Operation[] = [];
        let known = 0;
        for (const [index, next] of steps.entries()) {
          if (next === 'receive') done.push(await receive(till, 10));
          if (next === 'sell') done.push(await sell(till, `order-${index}`));
          if (next === 'take' || next === 'keep') server.takeNext(done, next === 'keep');
          if (next === 'others') server.othersReceive();
          if (next === 'pull') known = await server.sendTo(till);
          if (next === 'restart') till = await till.restart();
          if (next === 'reset') {
            await till.store.view.sink.reset();
            await till.pull('references:ONE', {
              'settings:ONE': { type: 'settings', value: SETTINGS },
            });
            known = 0;
          }
          const moved = done.flatMap(movementsOf).reduce((sum, { quantity }) => sum + quantity, 0);
          const orders = done.flatMap(orderIdsOf);
          expect(await onHand(till)).toBe(moved + units(known));
          expect((await listed(till)).toSorted()).toEqual(orders.toSorted());
        }
      }),
      { numRuns: 150 },
    );
  });

  test('P3: stays when the server keeps it aside, and is shown as unprocessed until it is repaired', async () => {
    const till = await createTill();
    const operation = await sell(till, 'a');
    await sell(till, 'b');
    await acknowledge(till, 2);
    const status = { id: operation.id, hash: operation.hash, reason: 'apply_failed' };
    const id = statusId(operation);
    await till.pull(STATUSES, { [id]: { ...status, status: 'quarantined' } }, 2);
    await till.pull(STOCK, { [TEA]: level(-1, { [JOURNAL]: 2 }) }, 2);
    const b = await till.store.view.order('b');
    await till.pull(ORDERS, { b }, 2);

    for (const now of [till, await till.restart()]) {
      expect(await onHand(now)).toBe(units(-2));
      expect((await listed(now)).toSorted()).toEqual(['a', 'b']);
      expect([await syncOf(now, 'a'), await syncOf(now, 'b')]).toEqual(['unprocessed', 'synced']);
    }

    const a = await till.store.view.order('a');
    await till.pull(ORDERS, { a }, 2);
    await till.pull(STOCK, { [TEA]: level(-2, { [JOURNAL]: 2 }) }, 2);
    await till.pull(STATUSES, { [id]: { ...status, status: 'applied' } }, 2);
    expect(await onHand(till)).toBe(units(-2));
    expect(await syncOf(till, 'a')).toBe('synced');
  });

  test('P3: shows over an order that seems to contain it until its status is known', async () => {
    const till = await createTill();
    await till.pull(ORDERS, { w: webOrder('w', 'TEA') });
    written(await preparePickup(till.store, ACTOR, { orderId: 'w', shelf: 'B-7' }));
    const prepared = await till.store.view.order('w');
    // Kept aside at the server, whose order counts it; what said so was lost with the power.
    await till.pull(ORDERS, { w: { ...webOrder('w', 'TEA'), seen: { [JOURNAL]: 1 } } }, 1);
    for (const now of [till, await till.restart()])
      expect(await now.store.view.order('w')).toEqual(prepared);
    // And where the server did take it in, told again it changes nothing.
    await till.pull(ORDERS, { w: prepared }, 1);
    expect(await till.store.view.order('w')).toEqual(prepared);
  });

  test('P4: waits until the server says it holds it', async () => {
    const till = await createTill();
    await sell(till, 'a');
    expect(await syncOf(till, 'a')).toBe('waiting');
    await acknowledge(till, 1);
    expect(await syncOf(till, 'a')).toBe('synced');
  });

  test('P6: shows while the state is gone, and after', async () => {
    const till = await createTill();
    await sell(till, 'a');
    const sold = await till.store.view.order('a');
    await till.pull(ORDERS, { a: sold, w: webOrder('w', 'TEA') }, 1);
    await till.pull(STOCK, { [TEA]: level(-1, { [JOURNAL]: 1 }) }, 1);
    await till.pull(STATUSES, {}, 1);
    await till.store.view.sink.reset();
    expect(await listed(till)).toEqual(['a']);
    expect(await onHand(till)).toBe(units(-1));
    await sell(till, 'b');
    expect((await listed(till)).toSorted()).toEqual(['a', 'b']);
  });

  test('J4: is all there after a restart, however long the queue', async () => {
    const till = await createTill();
    for (let count = 0; count < 501; count += 1) await receive(till);
    await sell(till, 'a');
    const again = await till.restart();
    expect(await onHand(again)).toBe(units(500));
    expect(await listed(again)).toEqual(['a']);
  });

  test('a text on the disk that this program cannot read is left out, and nothing else', async () => {
    const memory = createMemoryLedger();
    const till = await createTill({
      ...memory,
      read: async (journalId, after, limit) =>
        (await memory.read(journalId, after, limit)).map((sealed) =>
          sealed.seq === 1 ? { ...sealed, text: sealed.text.replace('1', 'x') } : sealed,
        ),
    });
    await sell(till, 'a');
    await sell(till, 'b');
    expect(await listed(await till.restart())).toEqual(['b']);
  });
});

describe('what the server knew', () => {
  test('S2: an order that left the scope does not come back from what was done here', async () => {
    const till = await createTill();
    await sell(till, 'a');
    const sold = await till.store.view.order('a');
    await till.pull(ORDERS, { a: sold }, 1);
    await till.pull(STATUSES, {}, 1);
    await till.pull(ORDERS, { a: null }, 1);
    expect(await listed(till)).toEqual([]);
    expect(await till.store.view.order('a')).toBeNull();
    expect(await listed(await till.restart())).toEqual([]);
  });

  test('S2: an operation later than what the absent document contained shows', async () => {
    const till = await createTill();
    await receive(till, 3);
    await till.pull(STOCK, { [TEA]: null }, 1);
    await till.pull(STATUSES, {}, 1);
    expect(await onHand(till)).toBe(0);
    await receive(till, 4);
    expect(await onHand(till)).toBe(units(4));
  });

  test('a web order waits until it is handed over here, also after a restart', async () => {
    const till = await createTill();
    await till.pull(ORDERS, { w: webOrder('w', 'TEA'), v: webOrder('v', 'TEA') });
    const waiting = async (now: TestTill) =>
      (await now.store.view.openPickups()).map(({ id }) => id).toSorted();
    expect(await waiting(till)).toEqual(['v', 'w']);
    const offers = [
      { id: 'paid', tender: 'card' as const, tendered: minor(10_000), reference: null },
    ];
    await handOver(till.store, ACTOR, { orderId: 'w', offers, proof: { type: 'code' } });
    expect(await waiting(till)).toEqual(['v']);
    expect(await waiting(await till.restart())).toEqual(['v']);
  });

  test('receipts come newest first, page by page, whoever knows them', async () => {
    const till = await createTill();
    const times = ['05', '01', '03'].map((day) => `2026-01-${day}T10:00:00.000Z`);
    await till.pull(
      ORDERS,
      Object.fromEntries(
        times.map((placedAt, index) => [
          `w${index}`,
          { ...webOrder(`w${index}`, 'TEA'), placedAt },
        ]),
      ),
    );
    for (const day of ['02', '04', '06']) {
      till.clock.now = `2026-01-${day}T10:00:00.000Z`;
      await sell(till, `s${day}`);
    }
    const pages: string[][] = [];
    let before: Order | null = null;
    for (;;) {
      const page: Order[] = await till.store.view.recentOrders(2, before);
      if (page.length === 0) break;
      pages.push(page.map(({ id }) => id));
      before = page.at(-1) ?? null;
    }
    expect(pages).toEqual([
      ['s06', 'w0'],
      ['s04', 'w2'],
      ['s02', 'w1'],
    ]);
  });
});

describe('onChange', () => {
  test('tells of each operation and each page, until one leaves', async () => {
    const till = await createTill();
    let told = 0;
    const leave = till.store.view.onChange(() => (told += 1));
    await receive(till);
    expect(told).toBe(1);
    await till.pull(STOCK, { [TEA]: level(1, { [JOURNAL]: 1 }) }, 1);
    expect(told).toBe(2);
    await till.store.view.sink.reset();
    expect(told).toBe(3);
    leave();
    await receive(till);
    expect(told).toBe(3);
  });
});
