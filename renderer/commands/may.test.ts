import { describe, expect, test } from 'vitest';
import { DEFAULT_POLICY } from '#shared/domain/settings/default-policy.ts';
import { DEFAULT_ROLES } from '#shared/domain/staff/rights.ts';
import type { Role } from '#shared/domain/staff/role.ts';
import { ACTOR, AT, createTill } from '../store/till.fixture.ts';
import { staffReference } from '../store/people.fixture.ts';
import { readSyncState, writeSyncState } from '../store/sync-state.ts';
import { may, mayBy } from './may.ts';

const NO_VOIDS = {
  ...DEFAULT_POLICY,
  roles: { ...DEFAULT_ROLES, cashier: { rights: [], discountLimit: null } },
};

const opened = async (lastContactAt: string) => {
  const till = await createTill();
  await till.pull('references:ONE', {
    'staff:aigerim': staffReference('aigerim', 'cashier'),
    'staff:saule': staffReference('saule', 'manager'),
    'policy:': { type: 'policy', value: { storeId: null, policy: DEFAULT_POLICY } },
  });
  const known = await readSyncState(till.store.ledger);
  await writeSyncState(till.store.ledger, { ...known, clockOffset: 0, lastContactAt });
  return till.store;
};

const approved = { ...ACTOR, approvedBy: 'saule' };

describe('what a till lets people do', () => {
  test('R6 is what its last-known roles say, or what somebody else who may approved', async () => {
    const store = await opened(AT);
    expect(await may(store, ACTOR, 'void')).toBe(true);
    expect(await may(store, ACTOR, 'cash_out')).toBe(false);
    expect(await may(store, approved, 'cash_out')).toBe(true);
    expect(await may(store, { ...approved, staffId: 'saule' }, 'cash_out')).toBe(true);
    expect(await may(store, { ...ACTOR, approvedBy: ACTOR.staffId }, 'cash_out')).toBe(false);
  });

  test('R5 is a cashier’s alone when the server was silent for longer than policy trusts it', async () => {
    const store = await opened('2025-12-20T11:00:00.000Z');
    expect(await may(store, approved, 'cash_out')).toBe(false);
    expect(await may(store, { ...ACTOR, staffId: 'saule' }, 'cash_out')).toBe(false);
    expect(await may(store, ACTOR, 'void')).toBe(true);
  });

  test('R6 is said by what is known now, of whoever signed in when they were something else', async () => {
    const till = await createTill();
    const allowed = () => mayBy(till.store.view.references(), 'void', { ...ACTOR, isOld: false });
    const make = (role: Role) =>
      till.pull('references:ONE', {
        'staff:aigerim': staffReference('aigerim', role),
        'policy:': { type: 'policy', value: { storeId: null, policy: NO_VOIDS } },
      });
    await make('senior');
    expect(allowed()).toBe(true);
    await make('cashier');
    expect(allowed()).toBe(false);
    await make('senior');
    await till.pull('references:ONE', { 'staff:aigerim': null });
    expect(allowed()).toBe(false);
  });
});
