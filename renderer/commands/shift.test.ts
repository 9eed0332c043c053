import { describe, expect, test } from 'vitest';
import type { StaffMember } from '#shared/domain/staff/schema.ts';
import { minor } from '#shared/kernel/money.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { readCounting } from '../store/drawer-counting.ts';
import { newestOperations } from '../store/newest-operations.ts';
import { basketOf, createTill, JOURNAL, type TestTill } from '../store/till.fixture.ts';
import { trustedNow } from '../store/trusted-time.ts';
import { writeSyncState } from '../store/sync-state.ts';
import { closeShift } from './close-shift.ts';
import { completeSale } from './complete-sale.ts';
import { countDrawer, showDrawer } from './drawer-counts.ts';
import { moveCash, openDrawer } from './move-cash.ts';
import { openShift } from './open-shift.ts';

const CASHIER = { staffId: 'aigerim', shiftId: null, approvedBy: null };

const actor = ({ store }: TestTill, staffId = 'aigerim', approvedBy: string | null = null) => ({
  staffId,
  shiftId: store.view.shift()?.shiftId ?? null,
  approvedBy,
});

const manager: StaffMember = {
  id: 'bolat',
  name: 'Bolat',
  role: 'manager',
  storeIds: ['ONE'],
  pin: { salt: 'c2FsdA', iterations: 10, hash: 'aGFzaA' },
  active: true,
};

const opened = async (float = 5_000_00): Promise<TestTill> => {
  const till = await createTill();
  await openShift(till.store, CASHIER, { float: minor(float) });
  return till;
};

/** A cash sale of one loaf at 100.00. */
const sell = (till: TestTill, orderId: string, by = actor(till)) =>
  completeSale(till.store, by, {
    orderId,
    basket: basketOf('loaf'),
    customerId: null,
    pricedAt: till.clock.now,
    offers: [{ id: `${orderId}-cash`, tender: 'cash', tendered: minor(20_000), reference: null }],
    discountLimit: 1000,
  });

const count = (till: TestTill, amount: number, by = actor(till)) =>
  countDrawer(till.store, by, { pieces: [{ value: minor(100), pieces: amount / 100 }] });

const closed = async (till: TestTill, note = ''): Promise<Operation> => {
  const done = await closeShift(till.store, actor(till), { note });
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
  return done.value;
};

const types = async ({ store }: TestTill): Promise<string[]> =>
  (await store.ledger.read(JOURNAL, 0, 100)).map(
    ({ text }) => /"type":"([^"]+)"/.exec(text)?.[1] ?? '',
  );

const expectProblem = async (act: Promise<unknown>, type: string) =>
  expect(await act).toMatchObject({ ok: false, problem: { type } });

describe('opening', () => {
  test('J2 two who open at once share one shift; after a restart it is still open', async () => {
    const till = await createTill();
    const float = { float: minor(100) };
    const [one, two] = await Promise.all([
      openShift(till.store, CASHIER, float),
      openShift(till.store, { ...CASHIER, staffId: 'bolat' }, float),
    ]);
    expect(one.ok).toBe(true);
    expect(two).toMatchObject({ ok: false, problem: { type: 'already_done' } });
    const again = await till.restart();
    expect(again.store.view.shift()).toEqual(till.store.view.shift());
    expect(again.store.view.shift()).toMatchObject({ number: 1, float: 100, openedBy: 'aigerim' });
  });

  test('J1 shifts are numbered without a gap, over all journals of the till', async () => {
    const till = await opened(0);
    await count(till, 0);
    await closed(till);
    const head = await till.store.ledger.head(JOURNAL);
    if (!head) throw new Error('no head');
    await till.store.journal.continueAs('ONE-01_2', head);
    await openShift(till.store, CASHIER, { float: minor(0) });
    expect(till.store.view.shift()).toMatchObject({ number: 2, journalId: 'ONE-01_2' });
  });

  test('J1 on a new device the till goes on from the number that the server knows', async () => {
    const till = await createTill();
    const value = { tillId: 'ONE-01', number: 41 };
    const of = { tillId: 'ONE-02', number: 99 };
    await till.pull('references:ONE', {
      'lastShift:ONE-01': { type: 'lastShift', value },
      'lastShift:ONE-02': { type: 'lastShift', value: of },
    });
    await openShift(till.store, CASHIER, { float: minor(0) });
    expect(till.store.view.shift()?.number).toBe(42);
  });

  test('a till that knows no currency yet opens none', async () => {
    const till = await createTill();
    await till.pull('references:ONE', { 'settings:ONE': null });
    await expectProblem(openShift(till.store, CASHIER, { float: minor(0) }), 'settings_missing');
    expect(await types(till)).toEqual([]);
  });
});

describe('closing', () => {
  test('R2 the Z report has the sales, cash in and out, and agrees with the drawer', async () => {
    const till = await opened();
    await till.pull('references:ONE', { 'staff:bolat': { type: 'staff', value: manager } });
    await sell(till, 'one');
    await sell(till, 'two');
    await moveCash(till.store, actor(till), {
      moveId: 'in',
      kind: 'in',
      amount: minor(1000),
      reason: 'change_fund',
      note: '',
    });
    const out = { moveId: 'out', kind: 'out', amount: minor(3000), reason: 'expense' } as const;
    await expectProblem(moveCash(till.store, actor(till), { ...out, note: '' }), 'manager_needed');
    await moveCash(till.store, actor(till, 'aigerim', 'bolat'), { ...out, note: 'taxi' });
    await openDrawer(till.store, actor(till), { openingId: 'o', reason: 'change', note: '' });
    expect(await count(till, 518_000)).toMatchObject({
      ok: true,
      value: { isBlind: true, counted: 518_000, expected: 518_000 },
    });
    const { payload } = await closed(till);
    expect(payload).toMatchObject({
      number: 1,
      difference: 0,
      report: {
        sales: { count: 2, total: 20_000 },
        drawer: { float: 500_000, tendered: 40_000, change: 20_000, cashIn: 1000, cashOut: 3000 },
        drawerOpenings: 1,
      },
      operations: [{ journalId: JOURNAL, count: 6 }],
    });
  });

  test('R5 a closed shift is over: nothing is sold or moved in it, and the next has its own number', async () => {
    const till = await opened();
    const earlier = actor(till);
    await count(till, 500_000);
    await closed(till);
    expect(till.store.view.shift()).toBeNull();
    await expectProblem(sell(till, 'late', earlier), 'shift_closed');
    const move = { moveId: 'm', kind: 'in', amount: minor(1), reason: 'change_fund' } as const;
    await expectProblem(moveCash(till.store, earlier, { ...move, note: '' }), 'shift_closed');
    await expectProblem(closeShift(till.store, earlier, { note: '' }), 'shift_closed');
    await openShift(till.store, CASHIER, { float: minor(0) });
    await expectProblem(sell(till, 'late', earlier), 'shift_closed');
    expect((await sell(till, 'next')).ok).toBe(true);
  });

  test('R5 money that a machine took before the shift closed still finds its sale', async () => {
    const till = await opened();
    const earlier = actor(till);
    await count(till, 500_000);
    await closed(till);
    const paid = await completeSale(till.store, earlier, {
      orderId: 'paid',
      basket: basketOf('loaf'),
      customerId: null,
      pricedAt: till.clock.now,
      offers: [{ id: 'card', tender: 'card', tendered: minor(10_000), reference: null }],
    });
    expect(paid.ok).toBe(true);
  });

  test('R2 a sale after the count asks for another count', async () => {
    const till = await opened();
    await count(till, 500_000);
    await sell(till, 'one');
    await expectProblem(closeShift(till.store, actor(till), { note: '' }), 'count_outdated');
    await count(till, 510_000);
    expect((await closed(till)).payload).toMatchObject({ difference: 0 });
  });

  test('R2 a difference needs a reason', async () => {
    const till = await opened();
    await count(till, 499_900);
    await expectProblem(
      closeShift(till.store, actor(till), { note: ' ' }),
      'difference_unexplained',
    );
    expect((await closed(till, 'a coin fell')).payload).toMatchObject({ difference: -100 });
  });

  test('J1 a shift that went through two journals says how much of each it was made from', async () => {
    const till = await opened();
    await sell(till, 'one');
    const head = await till.store.ledger.head(JOURNAL);
    if (!head) throw new Error('no head');
    await till.store.journal.continueAs('ONE-01_2', head);
    await sell(till, 'two');
    await count(till, 520_000);
    expect((await closed(till)).payload).toMatchObject({
      difference: 0,
      operations: [
        { journalId: JOURNAL, count: 2 },
        { journalId: 'ONE-01_2', count: 1 },
      ],
    });
  });

  test('J7 a clock set back to 1970 stops neither the count nor the closing', async () => {
    const till = await opened();
    await writeSyncState(till.store.ledger, {
      epoch: null,
      stateEpoch: null,
      acknowledged: {},
      clockOffset: 0,
      lastContactAt: '2026-01-02T10:00:00.000Z',
      writtenByThen: null,
    });
    till.clock.now = '1970-01-01T00:00:00.000Z';
    await count(till, 500_000);
    const { payload } = await closed(till);
    expect(payload).toMatchObject({ counts: [{ at: await trustedNow(till.store) }] });
  });
});

describe('R4 a blind count', () => {
  test('R4 the first is blind; what follows is known not to be, also after a restart', async () => {
    const till = await opened();
    await count(till, 499_000);
    const again = await till.restart();
    expect(await count(again, 500_000)).toMatchObject({ value: { isBlind: false } });
    expect(await count(again, 500_000, actor(again, 'dana'))).toMatchObject({
      value: { isBlind: true },
    });
    expect((await closed(again)).payload).toMatchObject({
      counts: [{ counted: 499_000 }, { counted: 500_000 }, { staffId: 'dana' }],
    });
  });

  test('R4 a manager may let the drawer be shown, and neither then counts blindly', async () => {
    const till = await opened();
    await till.pull('references:ONE', { 'staff:bolat': { type: 'staff', value: manager } });
    await expectProblem(showDrawer(till.store, actor(till), {}), 'manager_needed');
    expect((await showDrawer(till.store, actor(till, 'aigerim', 'bolat'), {})).ok).toBe(true);
    for (const staffId of ['aigerim', 'bolat'])
      expect(await count(till, 500_000, actor(till, staffId))).toMatchObject({
        value: { isBlind: false },
      });
  });

  test('R4 the next shift begins with no counts', async () => {
    const till = await opened();
    await count(till, 500_000);
    await closed(till);
    await openShift(till.store, CASHIER, { float: minor(0) });
    const { shiftId } = till.store.view.shift() ?? { shiftId: '' };
    expect(await readCounting(till.store.ledger, shiftId)).toMatchObject({
      counts: [],
      shownTo: [],
    });
    const newest = newestOperations(till.store.ledger, ['shift.closed']);
    expect((await newest.next()).value).toMatchObject({ type: 'shift.closed' });
  });
});
