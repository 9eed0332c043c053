import { randomUUID } from 'node:crypto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { beforeEach, expect, test } from 'vitest';
import { openRxdbStateStore } from '#renderer/store/rxdb/rxdb-state-store.ts';
import { openStateRows, type StateCollection } from '#renderer/store/rxdb/state-rows.ts';
import { type Reference, referenceId } from '#shared/protocol/documents.ts';
import { type Change, streamName } from '#shared/protocol/pull.ts';
import { settings } from './shop.ts';

// A damaged disk keeps how far a stream was pulled, and loses some of its documents.

const CHAIN = streamName('references');
const STORE = streamName('references', 'ONE');
const STOCK = streamName('stock', 'ONE');

let storage: ReturnType<typeof getRxStorageDexie>;
let name: string;

const open = () => openRxdbStateStore(storage, name);

const pull = async (pages: Readonly<Record<string, readonly Change[]>>): Promise<void> => {
  const state = await open();
  for (const [stream, changes] of Object.entries(pages))
    await state.applyPage(
      { stream, checkpoint: 1, complete: true, changes: [...changes] },
      { checkpoint: 1, appliedThrough: {} },
    );
  await state.close();
};

const isWhole = async (): Promise<boolean> => {
  const state = await open();
  const whole = await state.isWhole();
  await state.close();
  return whole;
};

const lose = async (target: StateCollection, id: string): Promise<void> => {
  const rows = await openStateRows(storage, name);
  await rows.remove(target, [id]);
  await rows.close();
};

const version = (id: string, value: number): Change => ({
  id,
  document: { type: 'catalogVersion', value } satisfies Reference,
});

const SETTINGS: Change = {
  id: referenceId('settings', 'ONE'),
  document: { type: 'settings', value: settings('ONE') } satisfies Reference,
};

const level = (id: string): Change => ({
  id,
  document: { storeId: 'ONE', sku: id, onHand: 1, reserved: 0, seen: {} },
});

const gone = (id: string): Change => ({ id, document: null });

beforeEach(() => {
  storage = getRxStorageDexie({ indexedDB: new IDBFactory(), IDBKeyRange });
  name = `disk-${randomUUID()}`;
});

test('P6: what is put twice, removed, or was never there is counted right', async () => {
  expect(await isWhole()).toBe(true);
  await pull({ [STOCK]: [level('a'), level('b'), gone('x')] });
  await pull({ [STOCK]: [level('b'), level('c'), gone('a')] });
  await pull({ [STOCK]: [] });
  expect(await isWhole()).toBe(true);
});

test('P6: what an earlier build pulled and did not count is whole, and counted from then on', async () => {
  await pull({ [STOCK]: [level('a'), level('b')] });
  await lose('stock', 'count');
  expect(await isWhole()).toBe(true);
  await pull({ [STOCK]: [level('b'), level('c')] });
  expect(await isWhole()).toBe(true);
  await lose('stock', 'a');
  expect(await isWhole()).toBe(false);
});

test('P6: without one of its documents it is not whole, whatever was pulled since', async () => {
  await pull({ [CHAIN]: [version('a', 1)], [STORE]: [SETTINGS], [STOCK]: [level('a')] });
  await lose('references', SETTINGS.id);
  expect(await isWhole()).toBe(false);
  await pull({ [CHAIN]: [version('b', 2)], [STOCK]: [level('b')] });
  expect(await isWhole()).toBe(false);
});

test('P6: reset and pulled anew it is whole again, also while references of before are kept', async () => {
  await pull({ [CHAIN]: [version('a', 1), version('b', 2)], [STORE]: [SETTINGS] });
  await pull({ [STOCK]: [level('a'), level('b')] });
  await lose('references', 'a');
  await lose('stock', 'a');
  const state = await open();
  await state.reset();
  await state.close();
  expect(await isWhole()).toBe(true);
  await pull({ [CHAIN]: [version('a', 1)] });
  expect(await isWhole()).toBe(true);
  await pull({ [STORE]: [SETTINGS], [STOCK]: [level('a')] });
  expect(await isWhole()).toBe(true);
  await lose('references', 'a');
  expect(await isWhole()).toBe(false);
});
