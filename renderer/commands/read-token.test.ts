import { describe, expect, test } from 'vitest';
import { minor } from '#shared/kernel/money.ts';
import { signPickupCode } from '#shared/tokens/pickup-code.ts';
import {
  certificate,
  CERTIFIED,
  PICKUP_KEY,
  pickupClaim,
  SERVER,
  SERVER_KEY,
  TILL,
} from '#shared/tokens/tokens.fixture.ts';
import { createReceiptSigner } from '../host/receipt-signer.ts';
import { webCrypto } from '../host/web-crypto.ts';
import { writeSyncState, readSyncState } from '../store/sync-state.ts';
import { AT, createTill, type TestTill, webOrder } from '../store/till.fixture.ts';
import { readScannedPickupCode, readScannedReceipt } from './read-token.ts';

const HOUR = 3_600_000;

/** A till that pulled what it verifies by. */
const trustingTill = async (): Promise<TestTill> => {
  const till = await createTill();
  await till.pull('references', {
    'signingKey:1': { type: 'signingKey', value: SERVER_KEY },
    'certificate:ALM1-01': {
      type: 'certificate',
      value: { tillId: 'ALM1-01', expiresAt: CERTIFIED.expiresAt, text: await certificate() },
    },
  });
  return till;
};

const pickupText = (): Promise<string> =>
  signPickupCode(
    { ...pickupClaim(2), expiresAt: '2026-01-02T12:00:00.000Z' },
    PICKUP_KEY,
    SERVER.sign,
    webCrypto,
  );

describe('a scanned pickup code', () => {
  test('reads with no network', async () => {
    const { store } = await trustingTill();
    const read = await readScannedPickupCode(store, await pickupText());
    expect(read).toMatchObject({ ok: true, value: { number: 'W-20001', storeId: 'ALM1' } });
  });

  test('J7: is not made young again by a clock that was set back', async () => {
    const till = await trustingTill();
    const { store, clock } = till;
    const offset = 2 * HOUR;
    const contact = new Date(Date.parse(AT) - HOUR / 2).toISOString();
    const sync = await readSyncState(store.ledger);
    await writeSyncState(store.ledger, { ...sync, clockOffset: offset, lastContactAt: contact });
    clock.now = '2020-06-01T00:00:00.000Z';
    const read = await readScannedPickupCode(store, await pickupText());
    expect(read).toMatchObject({ ok: false, problem: { type: 'token_expired' } });
  });

  test('of a till that never pulled cannot be told from a false one', async () => {
    const { store } = await createTill();
    const read = await readScannedPickupCode(store, await pickupText());
    expect(read).toEqual({ ok: false, problem: { type: 'key_unknown' } });
  });
});

describe('a receipt', () => {
  const order = { ...webOrder('one', 'TEA', 'CAKE'), pickup: null };

  const signerOf = (text: string | null, webAddress: string | null = null) =>
    createReceiptSigner(TILL.sign, { certificate: () => text, webAddress: () => webAddress });

  test('T3: that one till printed reads at another, until its till is shut out', async () => {
    const till = await trustingTill();
    const { store } = till;
    const [own] = store.view.references().certificates;
    const text = await signerOf(own?.text ?? null)(order);
    const read = await readScannedReceipt(store, text ?? '');
    expect(read).toMatchObject({
      ok: true,
      value: {
        orderId: 'one',
        soldAt: AT,
        total: minor(20_000),
        certificate: { tillId: 'ALM1-01' },
        lines: { lines: [{ sku: 'TEA' }, { sku: 'CAKE' }] },
      },
    });

    const { publicKey } = TILL;
    await till.pull('references', {
      'revokedTill:1': {
        type: 'revokedTill',
        value: { tillId: 'ALM1-01', publicKey, revokedAt: AT },
      },
    });
    expect(await readScannedReceipt(store, text ?? '')).toMatchObject({
      problem: { type: 'till_revoked', receipt: { orderId: 'one' } },
    });
  });

  test('that opens a page reads at a till as the one without an address does', async () => {
    const { store } = await trustingTill();
    const text = await certificate();
    const alone = await signerOf(text)(order);
    const link = await signerOf(text, 'https://receipts.example.com')(order);
    expect(link).toBe(`HTTPS://RECEIPTS.EXAMPLE.COM/R/${alone}`);
    const read = await readScannedReceipt(store, link ?? '');
    expect(read).toMatchObject({ ok: true, value: { orderId: 'one' } });
    expect(read).toEqual(await readScannedReceipt(store, alone ?? ''));
  });

  test('goes without a code while the till has no certificate, or knows no lines', async () => {
    expect(await signerOf(null)(order)).toBeNull();
    const signer = signerOf(await certificate());
    expect(await signer({ ...order, lines: [] })).toBeNull();
  });
});
