import { describe, expect, test } from 'vitest';
import { minor } from '#shared/kernel/money.ts';
import type { OperationContent } from '#shared/operations/operation.ts';
import { readSyncState, writeSyncState } from '../store/sync-state.ts';
import { staffReference } from '../store/people.fixture.ts';
import { ACTOR, AT, createTill, SETTINGS, type TestTill } from '../store/till.fixture.ts';
import { fiscalRefusal } from './in-shift.ts';
import { may } from './may.ts';

const HOUR = 3_600_000;

const at = (hours: number): string => new Date(Date.parse(AT) + hours * HOUR).toISOString();

const meet = async ({ store: { ledger } }: TestTill): Promise<void> =>
  writeSyncState(ledger, { ...(await readSyncState(ledger)), clockOffset: 0, lastContactAt: AT });

const write = ({ store }: TestTill, content: OperationContent) =>
  store.journal.write(ACTOR, async () => ({ ok: true, value: content }));

const shift = (shiftId: string, number: number): OperationContent => ({
  type: 'shift.opened',
  payload: { shiftId, number, currency: 'KZT', float: minor(0), fiscal: 'simulated' },
});

describe('a till whose clock is set back while it has no contact', () => {
  test('J7 gives nobody their authority back, also after a restart', async () => {
    const till = await createTill();
    await meet(till);
    await till.pull('references:ONE', { boss: staffReference('boss', 'manager') });
    const boss = { staffId: 'boss', approvedBy: null };
    expect(await may(till.store, boss, 'decisions')).toBe(true);
    till.clock.now = at(169);
    expect(await may(till.store, boss, 'decisions')).toBe(false);
    till.clock.now = at(2);
    expect(await may(till.store, boss, 'decisions')).toBe(false);
    expect(await may((await till.restart()).store, boss, 'decisions')).toBe(false);
  });

  const inShift = async (): Promise<TestTill> => {
    const till = await createTill();
    const fiscal = {
      driver: 'simulated' as const,
      offlineHours: null,
      offlineHoursPerMonth: null,
      shiftHours: 24,
    };
    const settings = { ...SETTINGS, fiscal };
    await till.pull('references:ONE', { 'settings:ONE': { type: 'settings', value: settings } });
    await meet(till);
    await write(till, shift('shift-1', 1));
    till.clock.now = at(25);
    return till;
  };
  const isOver = { problem: { type: 'fiscal_shift_over' } };

  test('R5, J7: a shift that is over by law takes no more money, also after a restart', async () => {
    const till = await inShift();
    expect(await fiscalRefusal(till.store)).toMatchObject(isOver);
    till.clock.now = at(1);
    expect(await fiscalRefusal(till.store)).toMatchObject(isOver);
    expect(await fiscalRefusal((await till.restart()).store)).toMatchObject(isOver);
  });

  test('R5, J7: the next shift lasts its whole time, also after a restart', async () => {
    const till = await inShift();
    expect(await fiscalRefusal(till.store)).toMatchObject(isOver);
    till.clock.now = at(1);
    await write(till, shift('shift-2', 2));
    expect(await fiscalRefusal(till.store)).toBeNull();
    till.clock.now = at(24);
    const again = await till.restart();
    expect(await fiscalRefusal(again.store)).toBeNull();
    again.clock.now = at(26);
    expect(await fiscalRefusal(again.store)).toMatchObject(isOver);
  });
});
