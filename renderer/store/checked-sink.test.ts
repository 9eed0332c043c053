import { expect, test } from 'vitest';
import type { StreamPage } from '#shared/protocol/pull.ts';
import { createCheckedSink } from './checked-sink.ts';
import { createMemoryStateStore } from './memory-state-store.ts';
import { AT, createTill, SETTINGS, webOrder } from './till.fixture.ts';

const page = (stream: string, documents: Readonly<Record<string, unknown>>): StreamPage => ({
  stream,
  checkpoint: 1,
  complete: true,
  changes: Object.entries(documents).map(([id, document]) => ({ id, document })),
});

const POSITION = { checkpoint: 1, appliedThrough: {} };

test('S2: a malformed document is left out and told of, and stops nothing that follows', async () => {
  const { store } = await createTill();
  const reported: string[] = [];
  const sink = createCheckedSink(store.view.sink, ({ message }) => reported.push(message));
  const good = webOrder('a', 'TEA');
  await sink.applyPage(
    page('orders:ONE', {
      broken: { id: 'broken', pickup: { state: 'reserved' }, placedAt: AT, provisional: false },
      nothing: 'text',
      a: good,
    }),
    POSITION,
  );
  await sink.applyPage(
    page('references:ONE', {
      'settings:ONE': { type: 'settings', value: { ...SETTINGS, currency: null } },
      'catalogVersion:': { type: 'catalogVersion', value: 7 },
    }),
    POSITION,
  );
  await sink.applyPage(page('stock:ONE', { 'ONE:TEA': { storeId: 'ONE', sku: 'TEA' } }), POSITION);
  expect(await store.view.openPickups()).toEqual([good]);
  expect((await store.view.stockLevels(['TEA'])).get('TEA')?.onHand).toBe(0);
  // What was known before stays.
  expect(store.view.references()).toMatchObject({ settings: SETTINGS, catalogVersion: 7 });
  expect(reported).toEqual([
    'malformed document broken in orders:ONE',
    'malformed document nothing in orders:ONE',
    'malformed document settings:ONE in references:ONE',
    'malformed document ONE:TEA in stock:ONE',
  ]);
});

test('S1: what a newer server adds to a document, and what is gone, is let in', async () => {
  const state = createMemoryStateStore();
  const sink = createCheckedSink(state, (error) => {
    throw error;
  });
  const order = webOrder('a', 'TEA');
  await sink.applyPage(page('orders:ONE', { a: { ...order, gift: true } }), POSITION);
  expect(await state.orders(['a'])).toMatchObject([order]);
  await sink.applyPage(page('orders:ONE', { a: null }), POSITION);
  expect(await state.orders(['a'])).toEqual([]);
});
