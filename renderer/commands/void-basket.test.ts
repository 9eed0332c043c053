import { expect, test } from 'vitest';
import { fail } from '#shared/kernel/result.ts';
import { DEFAULT_POLICY } from '#shared/domain/settings/default-policy.ts';
import { DEFAULT_ROLES } from '#shared/domain/staff/rights.ts';
import type { Role } from '#shared/domain/staff/role.ts';
import { minor } from '#shared/kernel/money.ts';
import { units } from '#shared/kernel/quantity.ts';
import { ACTOR, AT, basketOf, createTill, JOURNAL } from '../store/till.fixture.ts';
import { staffReference } from '../store/people.fixture.ts';
import { completeSale } from './complete-sale.ts';
import { keepOpenPayment, type OpenPayment } from './open-payment.ts';
import { dropLine, leaveBasket, voidBasket, voidLine } from './void-basket.ts';

const CASH = { id: 'paid', tender: 'cash', tendered: minor(10_000), reference: null } as const;

/** A card is being asked for the goods of order `a`. */
const ASKED: OpenPayment = {
  paymentId: 'by-card',
  orderId: 'a',
  tender: 'card',
  by: 'confirmed',
  currency: 'KZT',
  amount: minor(10_000),
  pricedAt: AT,
  askedAt: AT,
  beside: [],
  givenUp: null,
};

test('R7: a basket that is given up leaves who, how many lines, how much and why', async () => {
  const { store } = await createTill();
  expect(
    await voidBasket(store, ACTOR, {
      orderId: 'a',
      basket: basketOf('TEA', 'CAKE'),
      reason: 'cannot_pay',
    }),
  ).toMatchObject({
    ok: true,
    value: {
      type: 'basket.voided',
      staffId: ACTOR.staffId,
      payload: {
        orderId: 'a',
        lineCount: 2,
        currency: 'KZT',
        amount: 20_000,
        reason: 'cannot_pay',
      },
    },
  });
  expect(await store.view.order('a')).toBeNull();
});

test('R7: a line that is taken out leaves who, what, how much and why', async () => {
  const { store } = await createTill();
  expect(
    await voidLine(store, ACTOR, { orderId: 'a', basket: basketOf('TEA'), reason: 'mistake' }),
  ).toMatchObject({
    ok: true,
    value: {
      type: 'line.voided',
      staffId: ACTOR.staffId,
      payload: {
        orderId: 'a',
        sku: 'TEA',
        quantity: units(1),
        currency: 'KZT',
        amount: 10_000,
        reason: 'mistake',
      },
    },
  });
});

test('R6: where policy leaves it to others, nothing is voided without their leave, whatever a screen knows', async () => {
  const till = await createTill();
  const roles = { ...DEFAULT_ROLES, cashier: { rights: [], discountLimit: null } };
  const make = (role: Role) =>
    till.pull('references:ONE', {
      'staff:aigerim': staffReference('aigerim', role),
      'staff:saule': staffReference('saule', 'manager'),
      'policy:': {
        type: 'policy',
        value: { storeId: null, policy: { ...DEFAULT_POLICY, roles } },
      },
    });
  const { store } = till;
  const voided = { orderId: 'a', basket: basketOf('TEA'), reason: 'mistake' } as const;
  await make('senior');
  expect(await voidLine(store, ACTOR, voided)).toMatchObject({ ok: true });
  await make('cashier');
  const kept = await store.ledger.head(JOURNAL);
  expect(await voidBasket(store, ACTOR, voided)).toEqual(fail({ type: 'manager_needed' }));
  expect(await voidLine(store, ACTOR, voided)).toEqual(fail({ type: 'manager_needed' }));
  expect(await store.ledger.head(JOURNAL)).toEqual(kept);
  const approved = { ...ACTOR, approvedBy: 'saule' };
  expect(await voidBasket(store, approved, voided)).toMatchObject({ ok: true });
  // What may not be sold any more is nobody's choice.
  expect(await dropLine(store, ACTOR, { ...voided, reason: 'unfit' })).toMatchObject({ ok: true });
});

test('R7: a basket that somebody walks away from is on record too, unless it was sold or is being paid for', async () => {
  const { store } = await createTill();
  const left = { orderId: 'a', basket: basketOf('TEA'), reason: 'undone' } as const;
  const sale = { ...left, customerId: null, offers: [CASH], pricedAt: AT };
  expect(await completeSale(store, ACTOR, { ...sale, orderId: 'sold' })).toMatchObject({
    ok: true,
  });
  expect(await leaveBasket(store, ACTOR, { ...left, orderId: 'sold' })).toEqual(
    fail({ type: 'already_done' }),
  );
  await keepOpenPayment(store, ASKED);
  expect(await leaveBasket(store, ACTOR, left)).toEqual(fail({ type: 'already_done' }));
  expect(await leaveBasket(store, ACTOR, { ...left, orderId: 'b' })).toMatchObject({
    ok: true,
    value: { type: 'basket.voided', payload: { orderId: 'b', lineCount: 1, reason: 'undone' } },
  });
});

test('a till that knows no currency yet voids nothing', async () => {
  const till = await createTill();
  await till.pull('references:ONE', { 'settings:ONE': null });
  const { store } = till;
  const voided = { orderId: 'a', basket: basketOf('TEA'), reason: 'mistake' } as const;
  expect(await voidBasket(store, ACTOR, voided)).toEqual(fail({ type: 'settings_missing' }));
  expect(await voidLine(store, ACTOR, voided)).toEqual(fail({ type: 'settings_missing' }));
  expect(await store.ledger.head(JOURNAL)).toBeNull();
});
