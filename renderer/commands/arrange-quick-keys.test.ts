import { describe, expect, test } from 'vitest';
import { pagesOf } from '#shared/domain/quick-keys/apply.ts';
import type { QuickKeys } from '#shared/domain/quick-keys/schema.ts';
import { fail } from '#shared/kernel/result.ts';
import { person } from '../store/people.fixture.ts';
import { ACTOR, AT, createTill, type TestTill } from '../store/till.fixture.ts';
import { arrangeQuickKeys } from './arrange-quick-keys.ts';

const MANAGER = person('saule', 'manager');
const APPROVED = { ...ACTOR, approvedBy: MANAGER.id };
const BREAD = [{ name: 'Bread', skus: ['LOAF', 'BUN'] }];
const MILK = [{ name: 'Milk', skus: ['MILK'] }];

const opened = async (): Promise<TestTill> => {
  const till = await createTill();
  await till.pull('references:ONE', { 'staff:saule': { type: 'staff', value: MANAGER } });
  return till;
};

/** Arranged at another till, which had seen `seen`. */
const elsewhere = (revision: number, seen: readonly string[] = []): QuickKeys => ({
  storeId: 'ONE',
  versions: [
    {
      operationId: 'ONE-02_1.0000000001',
      tillId: 'ONE-02',
      staffId: MANAGER.id,
      at: AT,
      seen: [...seen],
      revision,
      pages: MILK,
    },
  ],
});

const shown = ({ store }: TestTill) => pagesOf(store.view.quickKeys());

describe('arranging the quick keys', () => {
  test('R6: is a manager’s, or done with the leave of one', async () => {
    const till = await opened();
    const asked = { pages: BREAD, seen: null };
    expect(await arrangeQuickKeys(till.store, ACTOR, asked)).toEqual(
      fail({ type: 'manager_needed' }),
    );
    expect(shown(till)).toEqual([]);
    expect(await arrangeQuickKeys(till.store, APPROVED, asked)).toMatchObject({
      ok: true,
      value: { staffId: ACTOR.staffId, approvedBy: MANAGER.id },
    });
    expect(shown(till)).toEqual(BREAD);
  });

  test('J6: is there after a crash without any network', async () => {
    const till = await opened();
    await arrangeQuickKeys(till.store, APPROVED, { pages: BREAD, seen: null });
    expect(shown(await till.restart())).toEqual(BREAD);
  });

  test('is shown as the same object until it changes', async () => {
    const till = await opened();
    await arrangeQuickKeys(till.store, APPROVED, { pages: BREAD, seen: null });
    const before = till.store.view.quickKeys();
    await till.pull('references:ONE', {});
    expect(till.store.view.quickKeys()).toBe(before);
  });

  test('S2: what came down and had seen more holds; what was arranged here holds over what it had seen', async () => {
    const till = await opened();
    await till.pull('references:ONE', {
      'quickKeys:ONE': { type: 'quickKeys', value: elsewhere(4) },
    });
    expect(shown(till)).toEqual(MILK);
    const seen = till.store.view.quickKeys();
    await arrangeQuickKeys(till.store, APPROVED, { pages: BREAD, seen });
    expect(shown(till)).toEqual(BREAD);
    const value = elsewhere(9);
    await till.pull('references:ONE', { 'quickKeys:ONE': { type: 'quickKeys', value } });
    expect(shown(till)).toEqual(MILK);
  });

  test('is refused with a page that has no name', async () => {
    const till = await opened();
    const asked = { pages: [{ name: ' ', skus: ['LOAF'] }], seen: null };
    expect(await arrangeQuickKeys(till.store, APPROVED, asked)).toEqual(
      fail({ type: 'page_name_missing' }),
    );
  });
});
