import { createPrivateKey, createPublicKey, sign as signBytes } from 'node:crypto';
import type { Sign } from '../kernel/crypto.ts';
import { minor } from '../kernel/money.ts';
import { quantity, units } from '../kernel/quantity.ts';
import { signCertificate } from './certificate.ts';
import type { PickupClaim } from './pickup-code.ts';
import type { ReceiptClaim } from './receipt-token.ts';
import type { SigningKey } from './schema.ts';

export const NOW = '2026-01-02T11:00:00.000Z';
export const LATER = '2027-01-02T11:00:00.000Z';
const CHAIN = 'c0ffee00';

type TestKey = { readonly publicKey: string; readonly sign: Sign };

/** RFC 8410: what comes before the 32 bytes of an Ed25519 key in PKCS #8. */
const PKCS8_HEAD = '302e020100300506032b657004220420';

/** The same key pair for the same number from 0 to 255. */
export const testKey = (seed: number): TestKey => {
  const key = createPrivateKey({
    key: Buffer.from(PKCS8_HEAD + seed.toString(16).padStart(2, '0').repeat(32), 'hex'),
    format: 'der',
    type: 'pkcs8',
  });
  return {
    publicKey: String(createPublicKey(key).export({ format: 'jwk' }).x),
    sign: async (text) => signBytes(null, Buffer.from(text), key).toString('base64url'),
  };
};

export const SERVER = testKey(1);
export const TILL = testKey(2);

export const SERVER_KEY: SigningKey = {
  id: '5e12e201',
  chainId: CHAIN,
  publicKey: SERVER.publicKey,
  expiresAt: '2028-01-01T00:00:00.000Z',
};

/** What the server says of the till's key. */
export const CERTIFIED = {
  chainId: CHAIN,
  keyId: SERVER_KEY.id,
  tillId: 'ALM1-01',
  storeId: 'ALM1',
  publicKey: TILL.publicKey,
  expiresAt: LATER,
};

export const certificate = (): Promise<string> => signCertificate(CERTIFIED, SERVER.sign);

/** A product's code: of three, two have a barcode for a code, as shops do, and one a code of its own. */
const skuOf = (index: number): string =>
  index % 3 === 2 ? `BAK-${String(index).padStart(4, '0')}` : String(4_870_004_410_000 + index);

export const receiptClaim = (count: number): ReceiptClaim => {
  const lines = Array.from({ length: count }, (_, index) => ({
    lineId: String(index + 1),
    sku: skuOf(index),
    quantity: index % 5 === 4 ? quantity(1245) : units(1 + (index % 3)),
    unitPrice: minor(45_900 + index * 1_010),
    total: minor((45_900 + index * 1_010) * (1 + (index % 3))),
    taxRate: 1600,
    tax: minor(6_331 + index),
  }));
  const total = lines.reduce((sum, line) => sum + line.total, 0);
  return {
    orderId: '3f2b8a54-9c1d-4e7f-8a6b-0123456789ab',
    number: 'ALM1-01-000042',
    soldAt: NOW,
    currency: 'KZT',
    taxInclusive: true,
    lines,
    total: minor(total),
    tax: minor(lines.reduce((sum, line) => sum + line.tax, 0)),
    payments: [
      { tender: 'cash', amount: minor(10_000) },
      { tender: 'card', amount: minor(total - 10_000) },
    ],
  };
};

export const pickupClaim = (count: number): PickupClaim => {
  const { orderId, currency, lines, total } = receiptClaim(count);
  return {
    orderId,
    number: 'W-20001',
    storeId: 'ALM1',
    currency,
    lines: lines.map(({ lineId, sku, quantity: ordered, total: price }) => ({
      lineId,
      sku,
      quantity: ordered,
      total: price,
    })),
    due: total,
    paid: minor(0),
    placedAt: NOW,
    expiresAt: '2026-01-05T11:00:00.000Z',
  };
};

export const PICKUP_KEY = { chainId: CHAIN, keyId: SERVER_KEY.id, nonce: '0123456789abcdef' };
