import { describe, expect, test } from 'vitest';
import { minor } from '#shared/kernel/money.ts';
import { units } from '#shared/kernel/quantity.ts';
import { fail } from '#shared/kernel/result.ts';
import { ACTOR, createTill, product } from '../store/till.fixture.ts';
import { closeShift } from './close-shift.ts';
import { type BlindReturnInput, completeBlindReturn } from './complete-blind-return.ts';
import { countDrawer } from './drawer-counts.ts';
import { openShift } from './open-shift.ts';
import { typesOf } from './payment-machine.fixture.ts';

const FLOAT = minor(100_000);

const staff = (id: string, role: string) => ({
  type: 'staff',
  value: { id, name: id, role, storeIds: ['ONE'], active: true, pin: null },
});

/** A shift is open, and a manager approves that a tea comes back for cash without a receipt. */
const start = async () => {
  const till = await createTill();
  const { policy } = till.store.view.references();
  await till.pull('references:ONE', {
    policy: {
      type: 'policy',
      value: { storeId: null, policy: { ...policy, cashForOthers: true } },
    },
    aigerim: staff('aigerim', 'cashier'),
    saule: staff('saule', 'manager'),
  });
  await openShift(till.store, ACTOR, { float: FLOAT });
  const shiftId = till.store.view.shift()?.shiftId ?? null;
  const actor = { ...ACTOR, shiftId, approvedBy: 'saule' };
  const bring = (ask: BlindReturnInput['ask']) =>
    completeBlindReturn(till.store, actor, {
      returnId: 'b',
      customer: '+7 700 111 22 33',
      creditConsent: true,
      tender: 'cash',
      requests: [
        {
          id: '1',
          product: product('TEA'),
          quantity: units(1),
          reason: 'changed_mind',
          condition: 'as_new',
          disposition: 'restock',
        },
      ],
      ask,
    });
  return { till, actor, bring };
};

describe('a return without a receipt', () => {
  test('gives cash out of the open shift', async () => {
    const { bring } = await start();
    expect(await bring(async () => [])).toMatchObject({ ok: true });
  });

  test('R2 R3: gives none out of a shift that was closed while the server was asked', async () => {
    const { till, actor, bring } = await start();
    const returned = await bring(async () => {
      await countDrawer(till.store, actor, { pieces: [{ value: FLOAT, pieces: 1 }] });
      await closeShift(till.store, actor, { note: '' });
      return [];
    });
    expect(returned).toEqual(fail({ type: 'shift_closed' }));
    expect(await typesOf(till)).toEqual(['shift.opened', 'shift.closed']);
  });
});
