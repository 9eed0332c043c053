import { expect, test } from 'vitest';
import { DEFAULT_POLICY } from '#shared/domain/settings/default-policy.ts';
import type { Role } from '#shared/domain/staff/role.ts';
import { staffReference } from '../store/people.fixture.ts';
import { createTill } from '../store/till.fixture.ts';
import { ownDiscountLimit } from './own-discount-limit.ts';

const SAULE = { staffId: 'saule', isOld: false };

/** A till whose store lets cashiers take 10 % off, and how head office changes what Saule is. */
const opened = async () => {
  const till = await createTill();
  const make = (role: Role) =>
    till.pull('references:ONE', {
      'staff:saule': staffReference('saule', role),
      'policy:': { type: 'policy', value: { storeId: null, policy: DEFAULT_POLICY } },
    });
  await make('manager');
  const limit = (who = SAULE): number => ownDiscountLimit(till.store.view.references(), who);
  return { till, make, limit };
};

test('R6: a discount limit is that of the role which head office says now, not at sign-in', async () => {
  const { till, make, limit } = await opened();
  expect(limit()).toBe(10_000);
  await make('senior');
  expect(limit()).toBe(2000);
  await make('cashier');
  expect(limit()).toBe(1000);
  await make('manager');
  await till.pull('references:ONE', { 'staff:saule': null });
  expect(limit()).toBe(1000);
});

test('R5: nobody may take off more than a cashier when the server was silent for too long', async () => {
  const { limit } = await opened();
  expect(limit({ ...SAULE, isOld: true })).toBe(1000);
});
