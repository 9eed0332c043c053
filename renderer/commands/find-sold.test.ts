import { describe, expect, test } from 'vitest';
import type { Order } from '#shared/domain/order/schema.ts';
import { GIFT_CARD_SKU } from '#shared/domain/pricing/gift-card.ts';
import { returnableLines } from '#shared/domain/return/returnable.ts';
import { minor } from '#shared/kernel/money.ts';
import { fail } from '#shared/kernel/result.ts';
import { applyToOrder } from '#shared/operations/effects.ts';
import { fact, handOverOf } from '#shared/operations/facts.fixture.ts';
import { signPickupCode } from '#shared/tokens/pickup-code.ts';
import { type ReceiptClaim, receiptClaimOf, signReceipt } from '#shared/tokens/receipt-token.ts';
import {
  certificate,
  PICKUP_KEY,
  pickupClaim,
  SERVER,
  SERVER_KEY,
  testKey,
  TILL,
} from '#shared/tokens/tokens.fixture.ts';
import { webCrypto } from '../host/web-crypto.ts';
import { ACTOR, createTill, type TestTill, webOrder } from '../store/till.fixture.ts';
import { journalOf } from './payment-machine.fixture.ts';
import { completeReturn } from './complete-return.ts';
import { findSold } from './find-sold.ts';
import { saveCustomer } from './save-customer.ts';
import { soldAt, teaBack } from './returns.fixture.ts';

/** A till that pulled what it verifies by; `more` came down as well. */
const trusting = async (more: Readonly<Record<string, unknown>> = {}): Promise<TestTill> => {
  const till = await createTill();
  await till.pull('references', {
    'signingKey:1': { type: 'signingKey', value: SERVER_KEY },
    ...more,
  });
  return till;
};

const claimOf = async (): Promise<ReceiptClaim> => {
  const claim = receiptClaimOf(await soldAt(await createTill()));
  if (!claim) throw new Error('a receipt was expected');
  return claim;
};

/** The receipt of a sale of store ALM1 that this till, of another store, never heard of. */
const paper = async (change: Partial<ReceiptClaim> = {}): Promise<string> =>
  signReceipt({ ...(await claimOf()), ...change }, await certificate(), TILL.sign, webCrypto);

const nobody = async () => null;

const find = (till: TestTill, text: string, ask: () => Promise<readonly Order[] | null> = nobody) =>
  findSold(till.store, ACTOR, { ask, text });

/** Why codes failed, as the journal says it. */
const failures = async ({ store }: TestTill): Promise<string[]> =>
  (await journalOf(store.ledger)).flatMap((operation) =>
    operation.type === 'code.failed' ? [operation.payload.reason] : [],
  );

describe('a receipt that is scanned', () => {
  test('S5: stands for its sale where neither the till nor anybody else has it', async () => {
    const till = await trusting();
    const found = await find(till, await paper());
    expect(found).toMatchObject({
      ok: true,
      value: {
        isOffline: true,
        sold: [
          {
            proof: 'receipt',
            told: {
              id: 'sold',
              storeId: 'ALM1',
              lines: [{ sku: 'TEA', total: 10_000 }, { sku: 'MILK' }],
              payments: [{ tender: 'cash', amount: 20_000 }],
            },
          },
        ],
      },
    });
    expect(await failures(till)).toEqual([]);
  });

  test('is the server’s to tell where it answers, with what came back elsewhere', async () => {
    const till = await trusting();
    const there = { ...(await soldAt(await createTill())), storeId: 'TWO' };
    const found = await find(till, await paper(), async () => [there]);
    expect(found).toMatchObject({
      ok: true,
      value: { isOffline: false, sold: [{ proof: 'order', told: { storeId: 'TWO' } }] },
    });
  });

  test('is known here first, and nobody is asked', async () => {
    const till = await trusting();
    await soldAt(till);
    const found = await find(till, await paper(), () => expect.unreachable());
    expect(found).toMatchObject({ ok: true, value: { sold: [{ proof: 'order' }] } });
  });

  test('S8 R19: of a web order that another till handed over says what left, though it still waits here', async () => {
    const till = await trusting();
    const waiting = webOrder('web', 'TEA', 'MILK');
    await till.pull('orders:ONE', { web: waiting });
    const collected = applyToOrder(waiting, fact(handOverOf(waiting), 2));
    const claim = collected && receiptClaimOf(collected);
    if (!claim) throw new Error('a receipt was expected');
    const code = await signReceipt(claim, await certificate(), TILL.sign, webCrypto);
    const found = await find(till, code);
    if (!found.ok) throw new Error(found.problem.type);
    const [sold] = found.value.sold;
    expect(found.value.isOffline).toBe(true);
    expect(sold?.proof).toBe('receipt');
    if (!sold) throw new Error('a sale was expected');
    const input = teaBack(sold.told, { proof: 'receipt' });
    expect((await completeReturn(till.store, ACTOR, input)).ok).toBe(true);
    // What came back here counts, whatever the paper says.
    const again = await find(till, code);
    const told = again.ok ? again.value.sold[0]?.told : undefined;
    expect(told && returnableLines(told).map(({ left }) => left)).toEqual([0, 1000]);
  });

  test('R13: gives the goods of a sale back that nobody here knows, and no gift card', async () => {
    const till = await trusting();
    const { lines, total } = await claimOf();
    const [first] = lines;
    if (!first) throw new Error('a line was expected');
    const amount = minor(500_000);
    const priced = { unitPrice: amount, total: amount, taxRate: 0, tax: minor(0) };
    const card = { ...first, ...priced, lineId: 'card', sku: GIFT_CARD_SKU };
    const both = await paper({ lines: [...lines, card], total: minor(total + amount) });
    const found = await find(till, both);
    const told = found.ok ? found.value.sold[0]?.told : undefined;
    expect(told && returnableLines(told).map(({ line }) => line.id)).toEqual(
      lines.map(({ lineId }) => lineId),
    );
    const alone = await paper({ orderId: 'alone', lines: [card], total: amount });
    expect(await find(till, alone)).toEqual(fail({ type: 'only_gift_cards' }));
  });

  test('shown again when all of it is back is refused, and on record', async () => {
    const till = await trusting();
    const code = await paper();
    const found = await find(till, code);
    const told = found.ok ? found.value.sold[0]?.told : undefined;
    if (!told) throw new Error('an order was expected');
    const both = told.lines.map(({ id }) => id);
    const input = teaBack(told, { proof: 'receipt' });
    const [request] = input.requests;
    if (!request) throw new Error('a request was expected');
    const requests = both.map((lineId) => ({ ...request, lineId }));
    const [refund] = input.refunds;
    if (!refund) throw new Error('a refund was expected');
    const refunds = [{ ...refund, amount: told.totals.total }];
    const done = await completeReturn(till.store, ACTOR, { ...input, requests, refunds });
    expect(done.ok).toBe(true);
    expect(await find(till, code)).toEqual(fail({ type: 'all_returned' }));
    expect(await failures(till)).toEqual(['all_returned']);
  });
});

describe('a receipt that proves nothing', () => {
  const forger = testKey(9);

  test.each([
    [
      'forged by a key of its own',
      async () => signReceipt(await claimOf(), await certificate(), forger.sign, webCrypto),
    ],
    [
      'altered in an amount',
      async () => {
        const [real, dear] = [await paper(), await paper({ number: 'N-9' })];
        // What one says with what the other was signed with.
        return dear.slice(0, -100) + real.slice(-100);
      },
    ],
  ])('%s changes nothing, and is on record', async (_, text) => {
    const till = await trusting();
    expect(await find(till, await text())).toEqual(fail({ type: 'signature_invalid' }));
    expect(await failures(till)).toEqual(['signature_invalid']);
  });

  test('cut off changes nothing', async () => {
    const till = await trusting();
    expect(await find(till, (await paper()).slice(0, -30))).toMatchObject({ ok: false });
    expect(await journalOf(till.store.ledger)).toEqual([]);
  });

  test('of another chain is told as such', async () => {
    const till = await createTill();
    const other = { ...SERVER_KEY, chainId: 'deadbeef' };
    await till.pull('references', { 'signingKey:1': { type: 'signingKey', value: other } });
    expect(await find(till, await paper())).toEqual(fail({ type: 'other_chain' }));
    expect(await failures(till)).toEqual([]);
  });

  test('of a till that was shut out is refused and on record, unless the sale is known from elsewhere', async () => {
    const value = {
      tillId: 'ALM1-01',
      publicKey: TILL.publicKey,
      revokedAt: '2026-01-01T00:00:00.000Z',
    };
    const till = await trusting({ 'revokedTill:1': { type: 'revokedTill', value } });
    const code = await paper();
    expect(await find(till, code)).toMatchObject({ ok: false, problem: { type: 'till_revoked' } });
    expect(await failures(till)).toEqual(['till_revoked']);
    const known = await soldAt(await createTill());
    expect(await find(till, code, async () => [known])).toMatchObject({
      ok: true,
      value: { sold: [{ proof: 'order' }] },
    });
  });

  test('printed after its till’s certificate had ended is refused and on record', async () => {
    const till = await trusting();
    const code = await paper({ soldAt: '2027-06-01T00:00:00.000Z' });
    expect(await find(till, code)).toMatchObject({
      ok: false,
      problem: { type: 'certificate_expired' },
    });
    expect(await failures(till)).toEqual(['certificate_expired']);
  });

  test('but collects an order is told so', async () => {
    const till = await trusting();
    const code = await signPickupCode(pickupClaim(1), PICKUP_KEY, SERVER.sign, webCrypto);
    expect(await find(till, code)).toEqual(fail({ type: 'is_pickup_code' }));
  });
});

describe('what is typed', () => {
  test('finds a sale of this store by its number, without asking', async () => {
    const till = await createTill();
    await soldAt(till);
    const found = await find(till, 'one-01-000001', () => expect.unreachable());
    expect(found).toMatchObject({ ok: true, value: { sold: [{ told: { id: 'sold' } }] } });
  });

  test('that was sold in another currency is a matter of another store', async () => {
    const till = await createTill();
    const there = {
      ...(await soldAt(await createTill())),
      storeId: 'TWO',
      currency: 'EUR' as const,
    };
    const found = await find(till, 'ONE-01-000001', async () => [there]);
    expect(found).toEqual(fail({ type: 'other_currency', currency: 'EUR' }));
    expect(await completeReturn(till.store, ACTOR, teaBack(there))).toEqual(
      fail({ type: 'other_currency', currency: 'EUR' }),
    );
  });

  test('finds several, here and elsewhere, each once', async () => {
    const till = await createTill();
    const here = await soldAt(till);
    const there = { ...here, id: 'there', number: 'ONE-01-0000019' };
    const found = await find(till, 'ONE-01-00000', async () => [here, there]);
    expect(found.ok && found.value.sold.map(({ told }) => told.id)).toEqual(['sold', 'there']);
  });

  test('finds a sale by the last four digits of the card, a loyalty card, and the end of a phone number', async () => {
    const till = await createTill();
    const sold = await soldAt(till, 'card');
    const payments = sold.payments.map((payment) => ({ ...payment, reference: 'VISA 4417' }));
    const customer = { customerId: 'LC-000777', name: 'Dana', phone: '+7 701 555 01 02' };
    await till.pull('orders:ONE', { sold: { ...sold, payments, customer } }, 1);
    for (const asked of ['4417', 'lc-000777', '555-01-02', 'dana'])
      expect(await find(till, asked)).toMatchObject({
        value: { sold: [{ told: { id: 'sold' } }] },
      });
    for (const asked of ['4418', 'LC-00077', '555-01-03'])
      expect(await find(till, asked)).toEqual(fail({ type: 'not_found_offline' }));
  });

  test('finds a counter sale by the phone and the card of its customer, whom only this till wrote down', async () => {
    const till = await createTill();
    const said = {
      customerId: 'dana',
      name: 'Dana',
      phone: '+7 701 555 01 02',
      loyaltyCard: '70001',
      email: '',
      language: 'kk' as const,
      told: null,
    };
    expect((await saveCustomer(till.store, ACTOR, said)).ok).toBe(true);
    const again = await saveCustomer(till.store, ACTOR, { ...said, customerId: 'twice' });
    expect(again).toMatchObject({ problem: { type: 'customer_known', customer: { id: 'dana' } } });
    const sold = await soldAt(till);
    await till.pull('orders:ONE', {
      sold: { ...sold, customer: { customerId: 'dana', name: '', phone: '' } },
    });
    for (const asked of ['555-01-02', '70001', 'dana'])
      expect(await find(till, asked)).toMatchObject({
        value: { sold: [{ told: { id: 'sold' } }] },
      });
    for (const asked of ['7000', '555-01-03'])
      expect(await find(till, asked)).toEqual(fail({ type: 'not_found_offline' }));
  });

  test('that nobody knows is told apart from what nobody could be asked about', async () => {
    const till = await createTill();
    expect(await find(till, 'N-404')).toEqual(fail({ type: 'not_found_offline' }));
    expect(await find(till, 'N-404', async () => [])).toEqual(fail({ type: 'not_found' }));
    // A code of somebody else, as a tax office puts on receipts: nobody need be asked.
    const foreign = `https://consumer.oofd.kz/?i=${'1'.repeat(100)}`;
    expect(await find(till, foreign)).toEqual(fail({ type: 'not_found' }));
  });

  test('the number of a return names the sale whose receipt is wanted', async () => {
    const till = await createTill();
    await completeReturn(till.store, ACTOR, teaBack(await soldAt(till)));
    expect(await find(till, 'ONE-01-000002')).toEqual(
      fail({ type: 'receipt_of_return', number: 'ONE-01-000001' }),
    );
  });
});
