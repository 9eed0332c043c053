import { describe, expect, test } from 'vitest';
import { minor } from '#shared/kernel/money.ts';
import { fail } from '#shared/kernel/result.ts';
import type { DriverOutcome } from '../host/payment-driver.ts';
import type { Ledger } from '../store/ledger.ts';
import { createMemoryLedger } from '../store/memory-ledger.ts';
import { ACTOR, createTill } from '../store/till.fixture.ts';
import { recoverGiven, stopsAt, stopsUpTo } from './by-machine.fixture.ts';
import { closeShift } from './close-shift.ts';
import { countDrawer } from './drawer-counts.ts';
import { openShift } from './open-shift.ts';
import {
  APPROVED,
  createDyingLedger,
  createMachine,
  DECLINED,
  journalOf,
  type Machine,
  typesOf,
} from './payment-machine.fixture.ts';
import { openRefund } from './open-refund.ts';
import { completeReturn } from './complete-return.ts';
import { refundByMachine } from './refund-by-machine.ts';
import { soldAt, teaBack } from './returns.fixture.ts';

/** 200.00 was paid by card; a tea for 100.00 comes back to it. */
const start = async (machine: Machine, ledger: Ledger = createMemoryLedger()) => {
  const till = await createTill(ledger);
  const input = teaBack(await soldAt(till, 'card'));
  const act = { type: 'return' as const, input };
  const give = (one = till) => refundByMachine(one.store, ACTOR, { driver: machine.driver, act });
  return { till, act, give };
};

const machineOf = (outcome: DriverOutcome, lost = 0) => createMachine(outcome, lost);

describe('a refund to the card', () => {
  test('J3 R15: is intended on disk before the machine is asked, and carried by the return', async () => {
    const machine = machineOf(APPROVED);
    const { till, give } = await start(machine);
    expect(await give()).toMatchObject({
      ok: true,
      value: {
        payload: {
          refunds: [{ id: 'back-card', amount: 10_000, state: 'refunded', reference: 'RRN 77' }],
        },
      },
    });
    expect(await typesOf(till)).toEqual(['sale.completed', 'refund.requested', 'return.completed']);
    expect(await openRefund(till.store)).toBeNull();
  });

  test('R15: whose answer is lost is asked about, and sent once', async () => {
    const machine = machineOf(APPROVED, 2);
    const { give } = await start(machine);
    expect((await give()).ok).toBe(true);
    expect(machine.refunded).toHaveLength(1);
  });

  test('that the machine declines changes nothing, and is tried again under its id', async () => {
    const machine = machineOf(DECLINED);
    const { till, give } = await start(machine);
    expect(await give()).toEqual(fail({ type: 'refund_declined' }));
    expect(await typesOf(till)).toEqual(['sale.completed', 'refund.requested', 'refund.resolved']);
    expect((await till.store.view.order('sold'))?.returns).toEqual([]);
    await give();
    expect(machine.refunded.map(({ refundId }) => refundId)).toEqual(['back-card', 'back-card']);
  });

  test('is not asked for when the goods cannot be taken back', async () => {
    const machine = machineOf(APPROVED);
    const { till, act } = await start(machine);
    const tooMuch = { ...act, input: { ...act.input, refunds: [] } };
    const refused = await refundByMachine(till.store, ACTOR, {
      driver: machine.driver,
      act: tooMuch,
    });
    expect(refused).toEqual(fail({ type: 'refunds_differ_from_total', total: 10_000 }));
    expect(machine.refunded).toEqual([]);
    expect(await typesOf(till)).toEqual(['sale.completed']);
  });

  test('J3: that was given and that no return can carry any more is on record, and told', async () => {
    const machine = machineOf(APPROVED);
    const { till, act } = await start(machine);
    const refund: typeof machine.driver.refund = async (request) => {
      // The same goods came back meanwhile, as another till tells.
      await completeReturn(till.store, ACTOR, { ...act.input, returnId: 'other', isGiven: true });
      return machine.driver.refund(request);
    };
    const given = await refundByMachine(till.store, ACTOR, {
      driver: { ...machine.driver, refund },
      act,
    });
    expect(given).toEqual(fail({ type: 'refund_without_return' }));
    const last = (await journalOf(till.store.ledger)).at(-1);
    expect(last).toMatchObject({
      type: 'refund.resolved',
      payload: { refundId: 'back-card', outcome: 'refunded', reference: 'RRN 77' },
    });
    expect(await openRefund(till.store)).toBeNull();
  });

  test('R2 R3: that is open keeps its shift from being closed, until the machine said what became of it', async () => {
    const machine = machineOf(APPROVED);
    const till = await createTill();
    await openShift(till.store, { ...ACTOR, shiftId: null }, { float: minor(0) });
    const actor = { ...ACTOR, shiftId: till.store.view.shift()?.shiftId ?? null };
    const act = { type: 'return' as const, input: teaBack(await soldAt(till, 'card')) };
    await countDrawer(till.store, actor, { pieces: [] });
    const closing = () => closeShift(till.store, actor, { note: '' });
    let meanwhile: unknown;
    const refund: typeof machine.driver.refund = async (request) => {
      meanwhile = await closing();
      return machine.driver.refund(request);
    };
    const driver = { ...machine.driver, refund };
    expect((await refundByMachine(till.store, actor, { driver, act })).ok).toBe(true);
    expect(meanwhile).toEqual(fail({ type: 'refund_open' }));
    expect((await closing()).ok).toBe(true);
  });

  test.each(stopsUpTo(4))(
    'J3: is given once and carried once, though the till stops at %j',
    async (stop) => {
      const memory = createMemoryLedger();
      const disk = createDyingLedger(memory);
      const machine = machineOf(APPROVED);
      const { till, give } = await start(machine, disk.ledger);
      await stopsAt(disk, stop, () => give());
      const again = await till.restart();
      await recoverGiven(again, machine);
      const order = await again.store.view.order('sold');
      const types = (await journalOf(memory)).map(({ type }) => type);
      expect(machine.refunded).toHaveLength(order?.returns.length ?? 0);
      expect(machine.refunded.length).toBeLessThanOrEqual(1);
      expect(types.filter((type) => type === 'return.completed')).toHaveLength(
        machine.refunded.length,
      );
      expect(await openRefund(again.store)).toBeNull();
    },
  );
});
