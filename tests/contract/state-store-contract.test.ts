import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OrderPlace } from '#renderer/store/order-lists.ts';
import type { StateStore, StreamPosition } from '#renderer/store/state-store.ts';
import type { Exception } from '#shared/domain/exception/schema.ts';
import { applyCancellation } from '#shared/domain/order/apply.ts';
import { placeOrder } from '#shared/domain/order/place.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { type StockLevel, stockLevelId } from '#shared/domain/stock/schema.ts';
import { NONE, units } from '#shared/kernel/quantity.ts';
import {
  type OperationStatus,
  type Reference,
  referenceId,
  statusId,
} from '#shared/protocol/documents.ts';
import { type Change, streamName } from '#shared/protocol/pull.ts';
import { type Opened, stateStoreKinds } from './open-till-stores.ts';
import { AT } from './pushing-till.ts';
import { placement, settings } from './shop.ts';

const ORDERS = streamName('orders', 'ONE');
const STOCK = streamName('stock', 'ONE');
const REFERENCES = streamName('references');
const STATUSES = streamName('statuses', 'ONE-01');
const EXCEPTIONS = streamName('exceptions', 'ONE');

const position = (checkpoint: number): StreamPosition => ({
  checkpoint,
  appliedThrough: { 'ONE-01_1': checkpoint },
});

const webOrder = (id: string, placedAt = AT): Order =>
  placeOrder(null, { ...placement('ONE'), id, placedAt });

const change = <Document extends { readonly id: string }>(document: Document): Change => ({
  id: document.id,
  document,
});

const gone = (id: string): Change => ({ id, document: null });

const level = (storeId: string, sku: string, count: number): StockLevel => ({
  storeId,
  sku,
  onHand: units(count),
  reserved: NONE,
  seen: { 'ONE-01_1': 7 },
});

const levelChange = (document: StockLevel): Change => ({
  id: stockLevelId(document.storeId, document.sku),
  document,
});

const exception = (id: string, state: Exception['state']): Exception => ({
  id,
  kind: 'below_zero',
  storeId: 'ONE',
  subject: { type: 'stock', id: 'ONE:TEA' },
  evidence: [],
  otherStoreIds: [],
  amount: null,
  owner: 'store_manager',
  state,
  openedAt: AT,
  closedAt: state === 'open' ? null : AT,
  resolution: null,
});

const idsOf = (documents: readonly { readonly id: string }[]): string[] =>
  documents.map(({ id }) => id);

describe.each(stateStoreKinds)('the state in $name', ({ create }) => {
  let open: () => Promise<Opened<StateStore>>;
  let state: Opened<StateStore>;

  beforeEach(async () => {
    open = create();
    state = await open();
  });

  afterEach(() => state.close());

  const apply = (stream: string, changes: readonly Change[], checkpoint = 1): Promise<void> =>
    state.applyPage(
      { stream, checkpoint, complete: true, changes: [...changes] },
      position(checkpoint),
    );

  test('knows nothing before the first page', async () => {
    expect(await state.positions()).toEqual({});
    expect(await state.orders(['a'])).toEqual([]);
    expect(await state.openPickups()).toEqual([]);
    expect(await state.recentOrders(10, null)).toEqual([]);
    expect(await state.stockLevels('ONE', ['TEA'])).toEqual([]);
    expect(await state.references()).toEqual([]);
    expect(await state.statuses()).toEqual([]);
    expect(await state.openExceptions()).toEqual([]);
  });

  test('keeps every document as it came down', async () => {
    const order = webOrder('a');
    const reference: Reference = { type: 'settings', value: settings('ONE') };
    const status: OperationStatus = {
      id: 'ONE-01_1.0000000003',
      hash: 'a'.repeat(64),
      status: 'quarantined',
      reason: 'apply_failed',
    };
    await apply(ORDERS, [change(order)]);
    await apply(STOCK, [levelChange(level('ONE', 'TEA', 5))]);
    await apply(REFERENCES, [{ id: referenceId('settings', 'ONE'), document: reference }]);
    await apply(STATUSES, [{ id: statusId(status), document: status }]);
    await apply(EXCEPTIONS, [change(exception('below_zero:ONE:TEA', 'open'))]);
    expect(await state.orders(['a'])).toEqual([order]);
    expect(await state.stockLevels('ONE', ['TEA'])).toEqual([level('ONE', 'TEA', 5)]);
    expect(await state.references()).toEqual([reference]);
    expect(await state.statuses()).toEqual([status]);
    expect(await state.openExceptions()).toEqual([exception('below_zero:ONE:TEA', 'open')]);
  });

  test('S2: remembers of each stream how far it was pulled and what it contains', async () => {
    await apply(ORDERS, [change(webOrder('a'))], 4);
    await apply(STOCK, [], 9);
    await apply(ORDERS, [], 5);
    expect(await state.positions()).toEqual({ [ORDERS]: position(5), [STOCK]: position(9) });
  });

  test('is not changed by a page that is pulled twice', async () => {
    await apply(ORDERS, [change(webOrder('a')), change(webOrder('b'))], 1);
    const page = [
      change(applyCancellation(webOrder('a'), { actId: 'a', at: AT })),
      gone('b'),
      gone('c'),
    ];
    await apply(ORDERS, page, 2);
    const once = await state.recentOrders(10, null);
    await apply(ORDERS, page, 2);
    expect(idsOf(once)).toEqual(['a']);
    expect(await state.recentOrders(10, null)).toEqual(once);
    expect(await state.positions()).toEqual({ [ORDERS]: position(2) });
  });

  test('S1: drops a document that left the scope, and takes it back when it returns', async () => {
    await apply(ORDERS, [change(webOrder('a'))], 1);
    await apply(ORDERS, [gone('a')], 2);
    expect(await state.orders(['a'])).toEqual([]);
    expect(await state.openPickups()).toEqual([]);
    expect(await state.recentOrders(10, null)).toEqual([]);
    await apply(ORDERS, [change(webOrder('a'))], 3);
    expect(idsOf(await state.openPickups())).toEqual(['a']);
    expect(idsOf(await state.recentOrders(10, null))).toEqual(['a']);
  });

  test('finds orders by id, each once, and leaves out those it does not have', async () => {
    await apply(ORDERS, [change(webOrder('a')), change(webOrder('b')), change(webOrder('c'))]);
    expect(idsOf(await state.orders(['c', 'x', 'a'])).toSorted()).toEqual(['a', 'c']);
    expect(await state.orders([])).toEqual([]);
  });

  test('lists the orders whose goods still wait, as they change', async () => {
    const prepared = webOrder('b');
    const { pickup } = prepared;
    if (!pickup) throw new Error('a pickup was expected');
    await apply(ORDERS, [
      change(webOrder('a')),
      change({ ...prepared, pickup: { ...pickup, state: 'prepared' } }),
      change({ ...webOrder('c'), pickup: { ...pickup, state: 'completed' } }),
      change({ ...webOrder('d'), pickup: null }),
      change({ ...webOrder('e'), provisional: true }),
    ]);
    expect(idsOf(await state.openPickups()).toSorted()).toEqual(['a', 'b']);
    await apply(ORDERS, [change(applyCancellation(webOrder('a'), { actId: 'a', at: AT }))], 2);
    expect(idsOf(await state.openPickups())).toEqual(['b']);
  });

  test('lists orders newest first, page by page, those of one moment too', async () => {
    const days = ['05', '02', '04', '04', '04', '01', '03'];
    await apply(
      ORDERS,
      days.map((day, index) => change(webOrder(`o${index}`, `2026-01-${day}T10:00:00.000Z`))),
    );
    const listed: string[] = [];
    let before: OrderPlace | null = null;
    for (;;) {
      const page: Order[] = await state.recentOrders(2, before);
      if (page.length === 0) break;
      expect(page.length).toBeLessThanOrEqual(2);
      listed.push(...idsOf(page));
      before = page.at(-1) ?? null;
    }
    expect(listed).toEqual(['o0', 'o2', 'o3', 'o4', 'o6', 'o1', 'o5']);
  });

  test('goes on after an order that is not there any more', async () => {
    const orders = ['03', '02', '01'].map((day) => webOrder(day, `2026-01-${day}T10:00:00.000Z`));
    await apply(ORDERS, orders.map(change));
    await apply(ORDERS, [gone('02')], 2);
    expect(idsOf(await state.recentOrders(10, orders[1] ?? null))).toEqual(['01']);
  });

  test('knows the levels of one store and the products asked for', async () => {
    await apply(STOCK, [
      levelChange(level('ONE', 'TEA', 5)),
      levelChange(level('ONE', 'A b/c:1', -2)),
      levelChange(level('ONE', 'CAKE', 3)),
      levelChange(level('TWO', 'TEA', 8)),
    ]);
    const levels = await state.stockLevels('ONE', ['TEA', 'A b/c:1', 'MILK']);
    expect(Object.fromEntries(levels.map(({ sku, onHand }) => [sku, onHand]))).toEqual({
      'A b/c:1': units(-2),
      TEA: units(5),
    });
    expect(await state.stockLevels('TWO', ['CAKE'])).toEqual([]);
  });

  test('lists exceptions while they are open', async () => {
    const long = `below_zero:${'x'.repeat(180)}`;
    await apply(EXCEPTIONS, [
      change(exception('a', 'open')),
      change(exception('b', 'closed')),
      change(exception(long, 'open')),
    ]);
    expect(idsOf(await state.openExceptions()).toSorted()).toEqual(['a', long]);
    await apply(EXCEPTIONS, [change(exception('a', 'closed'))], 2);
    expect(idsOf(await state.openExceptions())).toEqual([long]);
    expect(idsOf(await state.exceptions(['a', 'c', long]))).toEqual(['a', long]);
  });

  test('lists what runs out in one store, and no longer when more of it came', async () => {
    await apply(STOCK, [
      levelChange(level('ONE', 'TEA', 5)),
      levelChange(level('ONE', 'MILK', 6)),
      levelChange({ ...level('ONE', 'SALT', 9), reserved: units(4) }),
      levelChange(level('TWO', 'TEA', 0)),
    ]);
    const low = async () => (await state.lowStock('ONE')).map(({ sku }) => sku).toSorted();
    expect(await low()).toEqual(['SALT', 'TEA']);
    await apply(STOCK, [levelChange(level('ONE', 'TEA', 30))], 2);
    await apply(STOCK, [levelChange(level('ONE', 'MILK', -1))], 3);
    expect(await low()).toEqual(['MILK', 'SALT']);
  });

  test('keeps the collections apart, whatever the ids', async () => {
    await apply(ORDERS, [change(webOrder('a'))]);
    await apply(EXCEPTIONS, [change(exception('a', 'open'))]);
    await apply(EXCEPTIONS, [gone('a')], 2);
    expect(idsOf(await state.orders(['a']))).toEqual(['a']);
    expect(await state.openExceptions()).toEqual([]);
  });

  test('refuses a stream it does not know, and leaves its position as it was', async () => {
    await expect(apply('secrets:ONE', [gone('a')])).rejects.toThrow(RangeError);
    expect(await state.positions()).toEqual({});
  });

  test('P6: forgets everything at once, and learns it anew', async () => {
    await apply(ORDERS, [change(webOrder('a'))], 4);
    await apply(STOCK, [levelChange(level('ONE', 'TEA', 5))], 4);
    await state.reset();
    expect(await state.positions()).toEqual({});
    expect(await state.recentOrders(10, null)).toEqual([]);
    expect(await state.stockLevels('ONE', ['TEA'])).toEqual([]);
    await apply(ORDERS, [change(webOrder('b'))], 1);
    expect(idsOf(await state.recentOrders(10, null))).toEqual(['b']);
    expect(await state.positions()).toEqual({ [ORDERS]: position(1) });
  });

  test('holds what it was given when it is opened again', async () => {
    await apply(ORDERS, [change(webOrder('a')), change(webOrder('b'))], 1);
    await apply(ORDERS, [gone('b')], 2);
    await state.close();
    state = await open();
    expect(idsOf(await state.openPickups())).toEqual(['a']);
    expect(await state.positions()).toEqual({ [ORDERS]: position(2) });
  });
});
