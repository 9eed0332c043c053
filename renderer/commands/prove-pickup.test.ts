import { describe, expect, test } from 'vitest';
import { applyCancellation } from '#shared/domain/order/apply.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { returnableLines } from '#shared/domain/return/returnable.ts';
import { fail } from '#shared/kernel/result.ts';
import { pickupClaimOf, signPickupCode } from '#shared/tokens/pickup-code.ts';
import { receiptClaimOf } from '#shared/tokens/receipt-token.ts';
import { hashPickupDigits } from '#shared/tokens/pickup-digits.ts';
import { SERVER, SERVER_KEY, testKey } from '#shared/tokens/tokens.fixture.ts';
import { webCrypto } from '../host/web-crypto.ts';
import { listReceipts } from '../queries/use-orders.ts';
import { ACTOR, AT, createTill, type TestTill, webOrder } from '../store/till.fixture.ts';
import { journalOf } from './payment-machine.fixture.ts';
import { findSold } from './find-sold.ts';
import { handOver } from './hand-over.ts';
import { openByCode, proveByDigits } from './prove-pickup.ts';

const SALT = '0'.repeat(32);

const tillWith = async (...orders: readonly Order[]): Promise<TestTill> => {
  const till = await createTill();
  await till.pull('orders:ONE', Object.fromEntries(orders.map((order) => [order.id, order])));
  const digits = { orderId: 'w', salt: SALT };
  const hash = await hashPickupDigits(digits, '123456', webCrypto);
  await till.pull('references', {
    'signingKey:1': { type: 'signingKey', value: SERVER_KEY },
    'pickupDigits:w': { type: 'pickupDigits', value: { ...digits, hash } },
  });
  return till;
};

const codeOf = (
  order: Order,
  change: { expiresAt?: string; storeId?: string } = {},
  key = SERVER,
) => {
  const claim = pickupClaimOf(order);
  if (!claim) throw new Error('an order that is collected was expected');
  const { chainId, id: keyId } = SERVER_KEY;
  return signPickupCode(
    { ...claim, ...change },
    { chainId, keyId, nonce: '0123456789abcdef' },
    key.sign,
    webCrypto,
  );
};

const failures = async ({ store }: TestTill): Promise<string[]> =>
  (await journalOf(store.ledger)).flatMap((operation) =>
    operation.type === 'code.failed' ? [operation.payload.reason] : [],
  );

const open = async (till: TestTill, text: string) => openByCode(till.store, ACTOR, text);

describe('T4 six digits', () => {
  const enter = (till: TestTill, digits: string) =>
    proveByDigits(till.store, ACTOR, { orderId: 'w', digits });

  test('T4 J6: five wrong tries lock the order at this till, also after a restart; each is on record', async () => {
    const till = await tillWith(webOrder('w', 'TEA'));
    for (const triesLeft of [4, 3, 2, 1])
      expect(await enter(till, '000000')).toEqual(fail({ type: 'digits_wrong', triesLeft }));
    expect(await enter(till, '000000')).toEqual(fail({ type: 'digits_locked' }));
    const again = await till.restart();
    expect(await enter(again, '123456')).toEqual(fail({ type: 'digits_locked' }));
    expect(await failures(again)).toEqual(Array.from({ length: 5 }, () => 'digits_wrong'));
  });

  test('T4: those that are right prove, and write nothing', async () => {
    const till = await tillWith(webOrder('w', 'TEA'));
    expect(await enter(till, '123456')).toMatchObject({ ok: true, value: { type: 'digits' } });
    expect(await journalOf(till.store.ledger)).toEqual([]);
  });

  test('J2: tries at once are counted one by one', async () => {
    const till = await tillWith(webOrder('w', 'TEA'));
    await Promise.all(Array.from({ length: 9 }, () => enter(till, '000000')));
    expect(await failures(till)).toHaveLength(5);
  });

  test('of an order that this till knows no digits of, the code is asked for', async () => {
    const till = await createTill();
    expect(await enter(till, '123456')).toEqual(fail({ type: 'digits_unknown' }));
  });
});

describe('a scanned pickup code', () => {
  const order = webOrder('w', 'TEA', 'CAKE');

  test('opens an order that is here', async () => {
    const till = await tillWith(order);
    expect(await open(till, await codeOf(order))).toMatchObject({
      ok: true,
      value: { isByCode: false, order: { id: 'w' } },
    });
    expect(await journalOf(till.store.ledger)).toEqual([]);
  });

  test('R21: opens an overdue order that is here, although the code has expired', async () => {
    const till = await tillWith(order);
    const expired = await codeOf(order, { expiresAt: '2026-01-01T00:00:00.000Z' });
    expect((await open(till, expired)).ok).toBe(true);
  });

  test('R20: tells an order that never came here, which is handed over once', async () => {
    const till = await tillWith();
    await till.store.ledger.writeLocal('sync', {
      epoch: null,
      stateEpoch: null,
      acknowledged: {},
      clockOffset: 0,
      lastContactAt: '2026-01-02T10:00:00.000Z',
    });
    const opened = await open(till, await codeOf(order));
    if (!opened.ok) throw new Error(opened.problem.type);
    expect(opened.value).toMatchObject({
      isByCode: true,
      order: { number: 'W-w', lines: [{ sku: 'TEA' }, { sku: 'CAKE' }] },
    });
    const input = {
      orderId: 'w',
      code: opened.value.code,
      proof: { type: 'code' as const },
      offers: [{ id: 'p', tender: 'cash' as const, tendered: order.totals.total, reference: null }],
    };
    expect(await handOver(till.store, ACTOR, input)).toMatchObject({
      ok: true,
      value: { payload: { number: 'W-w', lines: [{ sku: 'TEA' }, { sku: 'CAKE' }] } },
    });
    expect(await handOver(till.store, ACTOR, input)).toMatchObject({
      problem: { type: 'already_done' },
    });
    expect(await open(till, await codeOf(order))).toMatchObject({
      problem: { type: 'already_handed_over' },
    });
    // What was bought and paid is on paper, after a restart too, and comes back by its number.
    const { store } = await till.restart();
    const [paper] = await listReceipts(store.view, 10);
    if (paper?.of.type !== 'order') throw new Error('a receipt was expected');
    expect(paper.of.order).toMatchObject({ number: 'W-w', payments: [{ tender: 'cash' }] });
    expect(receiptClaimOf(paper.of.order)).toMatchObject({
      lines: [{ sku: 'TEA' }, { sku: 'CAKE' }],
      total: order.totals.total,
    });
    const sold = await findSold(store, ACTOR, { text: 'W-w', ask: async () => null });
    const told = sold.ok ? sold.value.sold[0]?.told : undefined;
    expect(told && returnableLines(told).map(({ left }) => left)).toEqual([1000, 1000]);
    // The order itself is what counts once it comes.
    await till.pull('orders:ONE', { w: { ...order, seen: {} } });
    expect(await till.store.view.order('w')).toMatchObject({
      provisional: false,
      customer: { name: 'Dana' },
      pickup: { state: 'completed' },
    });
  });

  test('R20: one that should have come before the last contact needs a manager', async () => {
    const till = await tillWith();
    await till.store.ledger.writeLocal('sync', {
      epoch: null,
      stateEpoch: null,
      acknowledged: {},
      clockOffset: 0,
      lastContactAt: '2026-01-02T12:00:00.000Z',
    });
    const opened = await open(till, await codeOf(order));
    if (!opened.ok) throw new Error(opened.problem.type);
    const input = {
      orderId: 'w',
      code: opened.value.code,
      proof: { type: 'code' as const },
      offers: [],
    };
    expect(await handOver(till.store, ACTOR, input)).toEqual(fail({ type: 'manager_needed' }));
  });

  test('that proves nothing opens nothing, and is on record where it smells of fraud', async () => {
    const code = await codeOf(order);
    const flipped = code.slice(0, 40) + (code[40] === 'A' ? 'B' : 'A') + code.slice(41);
    const cases: readonly (readonly [string, readonly Order[], RegExp])[] = [
      [await codeOf(order, {}, testKey(9)), [order], /^signature_invalid$/],
      [flipped, [order], /^(signature_invalid|other_chain|key_unknown|token_malformed)$/],
      [code.slice(0, -30), [order], /^(signature_invalid|token_malformed)$/],
      [await codeOf({ ...order, storeId: 'TWO' }), [], /^other_store$/],
      [await codeOf(order, { expiresAt: '2026-01-01T00:00:00.000Z' }), [], /^token_expired$/],
    ];
    for (const [text, orders, reason] of cases) {
      const till = await tillWith(...orders);
      const opened = await open(till, text);
      if (opened.ok) throw new Error('nothing was expected to open');
      expect(opened.problem.type).toMatch(reason);
      expect(await failures(till)).toEqual([opened.problem.type]);
      expect((await till.store.view.order('w'))?.pickup?.handOvers ?? []).toEqual([]);
    }
  });

  test('of an order that was given up says so, and accuses nobody', async () => {
    const canceled = applyCancellation(order, { actId: 'web', at: AT });
    const till = await tillWith(canceled);
    expect(await open(till, await codeOf(order))).toEqual(
      fail({ type: 'pickup_closed', state: 'canceled' }),
    );
    expect(await failures(till)).toEqual([]);
  });
});
