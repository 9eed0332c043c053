import { expect, test } from 'vitest';
import { goods, promotion } from '#shared/domain/baskets.fixture.ts';
import type { Customer } from '#shared/domain/customer/schema.ts';
import { minor } from '#shared/kernel/money.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { ACTOR, AT, basketOf, createTill } from '../store/till.fixture.ts';
import { completeSale } from './complete-sale.ts';
import { sayCode } from './say-code.ts';

const WELCOME = promotion({
  id: 'welcome',
  code: 'WELCOME',
  oncePerCustomer: true,
  offer: { type: 'percent', goods: goods({ all: true }), rate: 1000 },
});

const nobody = async (): Promise<null> => null;
const SAID = { text: 'welcome', customerId: 'dana' };

const open = async () => {
  const till = await createTill();
  await till.pull('references:ONE', { welcome: { type: 'promotion', value: WELCOME } });
  const sell = (customerId: string | null, orderId: string) =>
    completeSale(till.store, ACTOR, {
      orderId,
      basket: { ...basketOf('TEA'), buyer: { groupIds: [], codes: ['WELCOME'] } },
      customerId,
      offers: [{ id: orderId, tender: 'card', tendered: minor(9000), reference: null }],
      pricedAt: AT,
    });
  return { till, sell };
};

test('S8: a code that this till sold with it knows to be used, though nobody can be asked', async () => {
  const { till, sell } = await open();
  expect(await sayCode(till.store, nobody, SAID)).toEqual(ok({ code: 'WELCOME', isOnce: true }));
  expect(await sell('dana', 'a')).toMatchObject({
    ok: true,
    value: { payload: { codes: [{ promotionId: 'welcome', code: 'WELCOME', amount: 1000 }] } },
  });
  expect(await sayCode(till.store, nobody, SAID)).toEqual(fail({ type: 'code_used', at: AT }));
  const other = { ...SAID, customerId: 'dina' };
  expect((await sayCode(till.store, nobody, other)).ok).toBe(true);
});

test('a code that was used elsewhere the server tells', async () => {
  const { till } = await open();
  const told: Customer = {
    id: 'dana',
    name: 'Dana',
    phone: '',
    loyaltyCard: null,
    saidAt: { name: AT, phone: null, loyaltyCard: null },
    storeIds: ['TWO'],
    codeUses: [
      {
        promotionId: 'welcome',
        code: 'WELCOME',
        amount: minor(1000),
        operationId: 'TWO-01_1.0000000001',
        storeId: 'TWO',
        at: AT,
      },
    ],
  };
  expect(await sayCode(till.store, async () => told, SAID)).toEqual(
    fail({ type: 'code_used', at: AT }),
  );
});

test('nothing is sold with a code for each customer once while nobody says who buys', async () => {
  const { till, sell } = await open();
  const unnamed = { ...SAID, customerId: null };
  expect(await sayCode(till.store, nobody, unnamed)).toEqual(fail({ type: 'code_needs_customer' }));
  expect(await sell(null, 'a')).toEqual(fail({ type: 'code_needs_customer' }));
});
