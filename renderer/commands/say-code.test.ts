import { expect, test } from 'vitest';
import { goods, promotion } from '#shared/domain/baskets.fixture.ts';
import type { Customer } from '#shared/domain/customer/schema.ts';
import { minor } from '#shared/kernel/money.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { ACTOR, AT, basketOf, createTill } from '../store/till.fixture.ts';
import { completeSale } from './complete-sale.ts';
import {
  emptyBasket,
  type OpenBasket,
  withBuyer,
  withCode,
  withSaidCodes,
} from '../session/open-basket.ts';
import { parkedContent, recalledBasket } from '../session/parked-content.ts';
import { codeRefusal } from './code-refusal.ts';
import { parkBasket } from './park-basket.ts';
import { sayCode, sayCodesAgain } from './say-code.ts';

const WELCOME = promotion({
  id: 'welcome',
  code: 'WELCOME',
  oncePerCustomer: true,
  offer: { type: 'percent', goods: goods({ all: true }), rate: 1000 },
});

const nobody = async (): Promise<null> => null;
const SAID = { text: 'welcome', customerId: 'dana', said: [] };

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

test('a basket has no more codes than it can be parked with', async () => {
  const { till } = await open();
  const said = Array.from({ length: 10 }, (_, index) => `CODE-${index}`);
  expect(await sayCode(till.store, nobody, { ...SAID, said })).toEqual(
    fail({ type: 'codes_full' }),
  );
  const again = { ...SAID, said: [...said.slice(1), 'WELCOME'] };
  expect((await sayCode(till.store, nobody, again)).ok).toBe(true);
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

const DANA = { id: 'dana', name: 'Dana', phone: '' };
const DINA = { id: 'dina', name: 'Dina', phone: '' };

/** Dana's basket with the code, as it is put aside. */
const parkWithCode = async ({ till }: Awaited<ReturnType<typeof open>>) => {
  const said = await sayCode(till.store, nobody, SAID);
  if (!said.ok) throw new Error('the code was not taken');
  const basket: OpenBasket = {
    ...emptyBasket('parked', true),
    lines: basketOf('TEA').lines,
    customer: DANA,
  };
  const content = parkedContent(withCode(basket, said.value));
  await parkBasket(till.store, ACTOR, { basketId: 'parked', content });
  const [waiting] = till.store.view.parkedBaskets();
  return waiting ?? expect.fail('nothing is parked');
};

const toPay = (basket: OpenBasket, orderId: string) => ({
  orderId,
  basket,
  customerId: basket.customer?.id ?? null,
  offers: [{ id: orderId, tender: 'card' as const, tendered: minor(9000), reference: null }],
  pricedAt: AT,
  discountLimit: 0,
});

test('a code that was used while a basket with it was parked is not used again, and leaves it when it is recalled', async () => {
  const counter = await open();
  const { till, sell } = counter;
  const waiting = await parkWithCode(counter);
  const { content } = waiting.parked;
  const early = await sayCodesAgain(till.store, nobody, content);
  expect(early).toEqual({ kept: [{ code: 'WELCOME', isOnce: true }], dropped: [] });
  const unjudged = withSaidCodes(recalledBasket(waiting, 'again', []), early.kept);
  expect(unjudged.buyer?.codes).toEqual(['WELCOME']);

  expect((await sell('dana', 'first')).ok).toBe(true);
  const refused = { type: 'code_used', code: 'WELCOME', at: AT };
  const again = toPay(unjudged, 'again');
  expect(await completeSale(till.store, ACTOR, again)).toEqual(fail(refused));
  expect(codeRefusal(till.store, again)).toEqual(refused);

  const late = await sayCodesAgain(till.store, nobody, content);
  const problem = { type: 'code_used', at: AT };
  expect(late).toEqual({ kept: [], dropped: [{ code: 'WELCOME', problem }] });
  const judged = withSaidCodes(recalledBasket(waiting, 'again', []), late.kept);
  expect(judged.buyer?.codes).toEqual([]);
  expect(codeRefusal(till.store, toPay(judged, 'again'))).toBeNull();
});

test('a code for each customer once goes with its customer also after the basket was parked', async () => {
  const counter = await open();
  const waiting = await parkWithCode(counter);
  const { kept } = await sayCodesAgain(counter.till.store, nobody, waiting.parked.content);
  const recalled = withSaidCodes(recalledBasket(waiting, 'next', []), kept);
  expect(withBuyer(recalled, DANA, new Map()).buyer?.codes).toEqual(['WELCOME']);
  expect(withBuyer(recalled, DINA, new Map()).buyer?.codes).toEqual([]);
});

test('a code for everybody stays in a recalled basket whoever buys it', async () => {
  const { till } = await open();
  const often = promotion({ id: 'spring', code: 'SPRING' });
  await till.pull('references:ONE', { spring: { type: 'promotion', value: often } });
  const asked = { codes: ['SPRING'], customerId: 'dana' };
  const { kept } = await sayCodesAgain(till.store, nobody, asked);
  const content = parkedContent({
    ...emptyBasket('parked', true),
    lines: basketOf('TEA').lines,
    customer: DANA,
    buyer: { groupIds: [], codes: ['SPRING'] },
  });
  await parkBasket(till.store, ACTOR, { basketId: 'parked', content });
  const [waiting] = till.store.view.parkedBaskets();
  if (!waiting) throw new Error('nothing is parked');
  const recalled = withSaidCodes(recalledBasket(waiting, 'next', []), kept);
  expect(withBuyer(recalled, DINA, new Map()).buyer?.codes).toEqual(['SPRING']);
});
