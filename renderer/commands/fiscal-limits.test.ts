import { describe, expect, test } from 'vitest';
import type { FiscalSettings } from '#shared/domain/fiscal/schema.ts';
import { minor } from '#shared/kernel/money.ts';
import { fail } from '#shared/kernel/result.ts';
import { createSimulatedFiscal, type FiscalMemory } from '../host/simulated-fiscal.ts';
import type { Actor } from '../store/journal.ts';
import { ACTOR, basketOf, createTill, SETTINGS, type TestTill } from '../store/till.fixture.ts';
import { closeShift } from './close-shift.ts';
import { completeSale } from './complete-sale.ts';
import { countDrawer } from './drawer-counts.ts';
import { moveCash } from './move-cash.ts';
import { openShift } from './open-shift.ts';
import { registerNext, sendDocuments } from './register-documents.ts';

const HOUR = 3_600_000;
const fiscal: FiscalSettings = {
  driver: 'simulated',
  offlineHours: 4,
  offlineHoursPerMonth: null,
  shiftHours: 24,
};

const later = ({ clock }: TestTill, hours: number): void => {
  clock.now = new Date(Date.parse(clock.now) + hours * HOUR).toISOString();
};

/** A till in a registered shift whose device does this. */
const openTill = async (behaviour: FiscalMemory['behaviour'], settings = fiscal) => {
  const till = await createTill();
  await till.pull('references:ONE', {
    'settings:ONE': { type: 'settings', value: { ...SETTINGS, fiscal: settings } },
  });
  let memory: FiscalMemory = { behaviour, entries: [] };
  const device = createSimulatedFiscal({
    read: async () => memory,
    write: async (next) => {
      memory = next;
    },
  });
  const parts = {
    drivers: () => device,
    pause: () => new Promise<void>(() => undefined),
    mayBeKnown: () => true,
  };
  const register = async (): Promise<void> => {
    while ((await registerNext(till.store, parts)) === 'done');
    await sendDocuments(till.store, parts);
  };
  await openShift(till.store, ACTOR, { float: minor(0) });
  const actor: Actor = { ...ACTOR, shiftId: till.store.view.shift()?.shiftId ?? null };
  const sell = (orderId: string, discountLimit?: number) =>
    completeSale(till.store, actor, {
      orderId,
      basket: basketOf('TEA'),
      customerId: null,
      offers: [{ id: `of-${orderId}`, tender: 'cash', tendered: minor(10_000), reference: null }],
      pricedAt: till.store.now(),
      ...(discountLimit === undefined ? {} : { discountLimit }),
    });
  return { till, device, register, actor, sell };
};

describe('J8 what the law lets a till do', () => {
  test('at the end of the clock nothing more is begun, what is paid already is written down, and all goes on once it is sent', async () => {
    const { till, device, register, actor, sell } = await openTill('offline');
    expect((await sell('a', 0)).ok).toBe(true);
    await register();
    later(till, 4);
    expect(await sell('b', 0)).toEqual(fail({ type: 'fiscal_time_over' }));
    const cashIn = { moveId: 'm', kind: 'in', amount: minor(1), reason: 'change_fund' } as const;
    expect(await moveCash(till.store, actor, { ...cashIn, note: '' })).toEqual(
      fail({ type: 'fiscal_time_over' }),
    );
    // A machine took the money of this one before.
    expect((await sell('paid-by-card')).ok).toBe(true);
    await device.behave('registers');
    await register();
    expect(till.store.view.fiscal()).toMatchObject({ waiting: [], unsent: [] });
    expect((await sell('b', 0)).ok).toBe(true);
  });

  test('J7: a clock that is set back to 1970 on the way neither stops the till nor gives it more time, also after a restart', async () => {
    const { till, register, sell } = await openTill('offline');
    later(till, 1);
    const set = till.clock.now;
    till.clock.now = '1970-01-01T00:00:00.000Z';
    expect((await sell('a', 0)).ok).toBe(true);
    await register();
    expect((await sell('b', 0)).ok).toBe(true);
    const again = await till.restart();
    expect(again.store.view.fiscal().unsent[0]?.at).toBe(till.store.view.fiscal().unsent[0]?.at);
    expect(Date.parse(again.store.view.fiscal().unsent[0]?.at ?? '')).toBeGreaterThanOrEqual(
      Date.parse(set) - HOUR,
    );
    later(till, 4);
    expect(await sell('c', 0)).toEqual(fail({ type: 'fiscal_time_over' }));
  });

  test('a device that is gone starts the clock as well, from the first paper without a number', async () => {
    const { till, register, sell } = await openTill('missing');
    await sell('a', 0);
    await register();
    later(till, 3);
    expect((await sell('b', 0)).ok).toBe(true);
    later(till, 1);
    expect(await sell('c', 0)).toEqual(fail({ type: 'fiscal_time_over' }));
  });

  test('R5 a shift that is too long takes no more money, and is closed all the same', async () => {
    const { till, register, actor, sell } = await openTill('registers');
    await register();
    later(till, 24);
    expect(await sell('a', 0)).toEqual(fail({ type: 'fiscal_shift_over' }));
    await countDrawer(till.store, actor, { pieces: [] });
    expect((await closeShift(till.store, actor, { note: '' })).ok).toBe(true);
    await register();
    expect(till.store.view.fiscal().waiting).toEqual([]);
    await openShift(till.store, ACTOR, { float: minor(0) });
  });

  test('a shift that nobody registers knows no clock, though the settings say another driver meanwhile', async () => {
    const { till, sell } = await openTill('registers', { ...fiscal, driver: 'none' });
    await till.pull('references:ONE', {
      'settings:ONE': { type: 'settings', value: { ...SETTINGS, fiscal } },
    });
    later(till, 500);
    expect((await sell('a', 0)).ok).toBe(true);
    expect(till.store.view.fiscal()).toMatchObject({ driver: 'none', waiting: [] });
  });

  test('a till that was switched off knows what waits, and its device is asked before it is told', async () => {
    const { till, device, register, sell } = await openTill('registers');
    await register();
    await device.behave('missing');
    await sell('a', 0);
    await register();
    const again = await till.restart();
    expect(again.store.view.fiscal().waiting).toMatchObject([{ kind: 'sale', isTold: true }]);
    await device.behave('registers');
    let told = 0;
    const parts = {
      drivers: () => ({
        ...device,
        register: (document: Parameters<typeof device.register>[0]) => {
          told += 1;
          return device.register(document);
        },
      }),
      pause: () => new Promise<void>(() => undefined),
      mayBeKnown: () => true,
    };
    expect(await registerNext(again.store, parts)).toBe('done');
    expect(await registerNext(again.store, parts)).toBe('idle');
    expect(told).toBe(1);
  });
});
