import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeCrypto } from '#server/node-crypto.ts';
import { anyText } from '../kernel/any-text.fixture.ts';
import { minor } from '../kernel/money.ts';
import { quantity } from '../kernel/quantity.ts';
import { signCertificate } from './certificate.ts';
import { readPickupCode, signPickupCode } from './pickup-code.ts';
import { readReceipt, type ReceiptTrust, signReceipt } from './receipt-token.ts';
import { hashOfLines } from './token-lines.ts';
import { LONGEST_TOKEN, tokenKindOf } from './token-text.ts';
import {
  certificate,
  CERTIFIED,
  LATER,
  NOW,
  PICKUP_KEY,
  pickupClaim,
  receiptClaim,
  SERVER,
  SERVER_KEY,
  testKey,
  TILL,
} from './tokens.fixture.ts';

const TRUST: ReceiptTrust = { keys: [SERVER_KEY], revoked: [], now: NOW };

const pickupText = (count: number): Promise<string> =>
  signPickupCode(pickupClaim(count), PICKUP_KEY, SERVER.sign, nodeCrypto);
const receiptText = async (count: number): Promise<string> =>
  signReceipt(receiptClaim(count), await certificate(), TILL.sign, nodeCrypto);

const readAny = (text: string, trust: ReceiptTrust = TRUST) =>
  text.startsWith('R')
    ? readReceipt(text, trust, nodeCrypto)
    : readPickupCode(text, trust, nodeCrypto);

const problemOf = async (text: string, trust?: ReceiptTrust): Promise<string | null> => {
  const read = await readAny(text, trust);
  return read.ok ? null : read.problem.type;
};

const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/);
const sku = fc.stringMatching(/^[!-~]([ -~]{0,62}[!-~])?$/);
const amount = fc.integer({ min: 0, max: 10_000_000_000_000 }).map(minor);
const count = fc.integer({ min: 1, max: 1_000_000_000 }).map(quantity);
const time = fc
  .integer({ min: Date.parse('2020-01-01'), max: Date.parse('2026-01-01') })
  .map((at) => new Date(at).toISOString());

describe('a token says again what was signed', () => {
  const line = fc.record({ lineId: id, sku, quantity: count, total: amount });

  test('of any order', async () => {
    const claims = fc.record({
      orderId: fc.oneof(id, fc.uuid()),
      number: id,
      storeId: id,
      currency: fc.constantFrom('KZT' as const, 'EUR' as const),
      lines: fc.array(line, { maxLength: 5 }),
      due: amount,
      paid: amount,
      placedAt: time,
      expiresAt: fc.constant(LATER),
    });
    await fc.assert(
      fc.asyncProperty(claims, async (claim) => {
        const text = await signPickupCode(claim, PICKUP_KEY, SERVER.sign, nodeCrypto);
        expect(text).toMatch(/^PA[A-Z2-7]+$/);
        expect(tokenKindOf(text)).toBe('pickup_code');
        expect(await readPickupCode(text, TRUST, nodeCrypto)).toEqual({
          ok: true,
          value: { ...claim, ...PICKUP_KEY, lines: { type: 'listed', lines: claim.lines } },
        });
      }),
      { numRuns: 50 },
    );
  });

  test('of any sale', async () => {
    const proof = await certificate();
    const claims = fc.record({
      orderId: fc.oneof(id, fc.uuid()),
      number: id,
      soldAt: time,
      currency: fc.constantFrom('UAH' as const, 'GBP' as const),
      taxInclusive: fc.boolean(),
      lines: fc.array(
        fc.record({
          lineId: id,
          sku,
          quantity: count,
          unitPrice: amount,
          total: amount,
          taxRate: fc.integer({ min: 0, max: 10_000 }),
          tax: amount,
        }),
        { maxLength: 5 },
      ),
      total: amount,
      tax: amount,
      payments: fc.array(
        fc.record({ tender: fc.constantFrom('cash' as const, 'gift_card' as const), amount }),
      ),
    });
    await fc.assert(
      fc.asyncProperty(claims, async (claim) => {
        const text = await signReceipt(claim, proof, TILL.sign, nodeCrypto);
        expect(text).toMatch(/^RA[A-Z2-7]+$/);
        expect(tokenKindOf(text)).toBe('receipt');
        const lines = { type: 'listed', lines: claim.lines };
        expect(await readReceipt(text, TRUST, nodeCrypto)).toEqual({
          ok: true,
          value: { ...claim, lines, certificate: CERTIFIED },
        });
      }),
      { numRuns: 50 },
    );
  });

  test('also when a scanner made its letters small', async () => {
    expect(await problemOf((await receiptText(3)).toLowerCase().replace(/^r/, 'R'))).toBeNull();
  });
});

describe.each([
  ['a pickup code', pickupText],
  ['a receipt', receiptText],
])('%s', (_, textOf) => {
  test('is refused with any letter altered', async () => {
    const text = await textOf(3);
    const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567');
    for (let place = 1; place < text.length; place += 1) {
      const letter = letters[(letters.indexOf(text[place] ?? '') + 1 + (place % 31)) % 32] ?? '';
      const altered = text.slice(0, place) + letter + text.slice(place + 1);
      expect(await problemOf(altered), `letter ${place}`).not.toBeNull();
    }
  });

  test('is refused when it is cut short or longer', async () => {
    const text = await textOf(3);
    for (let length = 0; length < text.length; length += 1)
      expect(await problemOf(text.slice(0, length)), `${length} letters`).not.toBeNull();
    for (const more of ['A', 'AA', 'AAAAAAAA', text])
      expect(await problemOf(text + more)).not.toBeNull();
  });

  test('of too many lines carries their hash, and stays as short as paper needs', async () => {
    const text = await textOf(200);
    expect(text.length).toBeLessThanOrEqual(LONGEST_TOKEN);
    const read = await readAny(text);
    const { lines } = text.startsWith('R') ? receiptClaim(200) : pickupClaim(200);
    expect(read).toMatchObject({
      value: { lines: { type: 'hashed', count: 200, hash: await hashOfLines(lines, nodeCrypto) } },
    });
  });

  test('names what is wrong with its key', async () => {
    const text = await textOf(3);
    const withKey = (key: Partial<typeof SERVER_KEY>) => ({
      ...TRUST,
      keys: [{ ...SERVER_KEY, ...key }],
    });
    expect(await problemOf(text, { ...TRUST, keys: [] })).toBe('key_unknown');
    expect(await problemOf(text, withKey({ id: '00000000' }))).toBe('key_unknown');
    expect(await problemOf(text, withKey({ expiresAt: '2026-01-01T00:00:00.000Z' }))).toBe(
      'key_unknown',
    );
    expect(await problemOf(text, withKey({ chainId: '00000000' }))).toBe('other_chain');
    expect(await problemOf(text, withKey({ publicKey: testKey(9).publicKey }))).toBe(
      'signature_invalid',
    );
  });

  test('of a newer version says so', async () => {
    const text = await textOf(3);
    expect(await problemOf(`${text[0]}B${text.slice(2)}`)).toBe('token_version_unknown');
  });
});

test('anything else is malformed, and nothing throws', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(anyText(), fc.stringMatching(/^[PR]A[A-Z2-7]{0,400}$/)),
      async (text) => {
        const read = [
          readPickupCode(text, TRUST, nodeCrypto),
          readReceipt(text, TRUST, nodeCrypto),
        ];
        for (const { ok } of await Promise.all(read)) expect(ok).toBe(false);
      },
    ),
  );
  for (const code of ['4870004411111', 'BAK-0001', 'PA', 'RECEIPT', '', `RA${'A'.repeat(60)}!`])
    expect(tokenKindOf(code)).toBeNull();
});

describe('a pickup code', () => {
  test('that is too old still says what it said', async () => {
    const now = '2026-01-05T11:00:00.001Z';
    const read = await readPickupCode(await pickupText(3), { ...TRUST, now }, nodeCrypto);
    expect(read).toMatchObject({
      problem: { type: 'token_expired', code: { number: 'W-20001' } },
    });
  });

  test('that a till signed is no pickup code', async () => {
    const text = await signPickupCode(pickupClaim(3), PICKUP_KEY, TILL.sign, nodeCrypto);
    expect(await problemOf(text)).toBe('signature_invalid');
  });
});

describe('a receipt', () => {
  test('of a till that was shut out', async () => {
    const revoked = [{ tillId: 'ALM1-01', publicKey: TILL.publicKey, revokedAt: NOW }];
    const read = await readReceipt(await receiptText(3), { ...TRUST, revoked }, nodeCrypto);
    expect(read).toMatchObject({
      problem: { type: 'till_revoked', revokedAt: NOW, receipt: { number: 'ALM1-01-000042' } },
    });
  });

  test('of a till that enrolled again with another key', async () => {
    const revoked = [{ tillId: 'ALM1-01', publicKey: testKey(9).publicKey, revokedAt: NOW }];
    expect(await problemOf(await receiptText(3), { ...TRUST, revoked })).toBeNull();
  });

  test('of a sale after the till’s certificate had ended, and of one before', async () => {
    const sale = (soldAt: string) => ({ ...receiptClaim(3), soldAt });
    const text = async (soldAt: string) =>
      signReceipt(sale(soldAt), await certificate(), TILL.sign, nodeCrypto);
    const trust = { ...TRUST, now: '2027-12-01T00:00:00.000Z' };
    expect(await problemOf(await text(LATER), trust)).toBeNull();
    expect(await problemOf(await text('2027-01-02T11:00:00.001Z'), trust)).toBe(
      'certificate_expired',
    );
  });

  test('with a certificate of its own making', async () => {
    const forged = await signCertificate(CERTIFIED, TILL.sign);
    const text = await signReceipt(receiptClaim(3), forged, TILL.sign, nodeCrypto);
    expect(await problemOf(text)).toBe('signature_invalid');
  });

  test('with the certificate of another till', async () => {
    const text = await signReceipt(
      receiptClaim(3),
      await certificate(),
      testKey(9).sign,
      nodeCrypto,
    );
    expect(await problemOf(text)).toBe('signature_invalid');
  });
});
