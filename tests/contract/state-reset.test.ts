import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StateStore } from '#renderer/store/state-store.ts';
import { type Reference, referenceId } from '#shared/protocol/documents.ts';
import { streamName } from '#shared/protocol/pull.ts';
import { type Opened, stateStoreKinds } from './open-till-stores.ts';
import { settings } from './shop.ts';

const CHAIN = streamName('references');
const STORE = streamName('references', 'ONE');

const SETTINGS: Reference = { type: 'settings', value: settings('ONE') };
const version = (value: number): Reference => ({ type: 'catalogVersion', value });

/** What the references of the two streams are kept under. */
const IDS = {
  settings: referenceId('settings', 'ONE'),
  version: referenceId('catalogVersion', ''),
  second: referenceId('catalogVersion', 'second'),
} as const;

describe.each(stateStoreKinds)('P6: references after a reset, in $name', ({ create }) => {
  let open: () => Promise<Opened<StateStore>>;
  let state: Opened<StateStore>;

  const reopen = async (): Promise<void> => {
    await state.close();
    state = await open();
  };

  const apply = (
    stream: string,
    documents: Readonly<Record<string, Reference>>,
    complete = true,
  ): Promise<void> => {
    const changes = Object.entries(documents).map(([id, document]) => ({ id, document }));
    return state.applyPage(
      { stream, checkpoint: 1, complete, changes },
      { checkpoint: 1, appliedThrough: {} },
    );
  };

  const known = async (): Promise<string[]> =>
    (await state.references())
      .map(({ type, value }) => (type === 'catalogVersion' ? String(value) : type))
      .toSorted();

  beforeEach(async () => {
    open = create();
    state = await open();
    await apply(CHAIN, { [IDS.version]: version(1), [IDS.second]: version(2) });
    await apply(STORE, { [IDS.settings]: SETTINGS });
    await state.reset();
  });

  afterEach(() => state.close());

  test('are those of before, also when the till is started again', async () => {
    await reopen();
    expect(await state.positions()).toEqual({});
    expect(await known()).toEqual(['1', '2', 'settings']);
  });

  test('are replaced one by one, and what did not come again goes at the end of all streams', async () => {
    await apply(CHAIN, { [IDS.version]: version(7) }, false);
    await reopen();
    expect(await known()).toEqual(['2', '7', 'settings']);
    await apply(CHAIN, {});
    expect(await known()).toEqual(['2', '7', 'settings']);
    await apply(STORE, { [IDS.settings]: SETTINGS });
    expect(await known()).toEqual(['7', 'settings']);
    expect(Object.keys(await state.positions()).toSorted()).toEqual([CHAIN, STORE]);
  });

  test('stay through a second reset in the middle', async () => {
    await apply(CHAIN, { [IDS.version]: version(7) });
    await state.reset();
    await reopen();
    expect(await known()).toEqual(['2', '7', 'settings']);
    await apply(STORE, {});
    await apply(CHAIN, { [IDS.version]: version(8) });
    expect(await known()).toEqual(['8']);
  });
});
