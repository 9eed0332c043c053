import { describe, expect, test } from 'vitest';
import { nodeCrypto } from '#server/node-crypto.ts';
import { isWebAddress } from '../domain/settings/receipt-layout.ts';
import { isReceiptLink, receiptLink, roomForToken } from './receipt-link.ts';
import { readReceipt, signReceipt } from './receipt-token.ts';
import { LONGEST_TOKEN, tokenKindOf } from './token-text.ts';
import { certificate, NOW, receiptClaim, SERVER_KEY, TILL } from './tokens.fixture.ts';

const ADDRESS = 'https://receipts.example.com:8443';
const TRUST = { keys: [SERVER_KEY], revoked: [], now: NOW };

const tokenOf = async (lines: number, address: string | null): Promise<string> =>
  signReceipt(
    receiptClaim(lines),
    await certificate(),
    TILL.sign,
    nodeCrypto,
    roomForToken(address),
  );

describe('a receipt’s code with an address', () => {
  test('is read by a till as the code alone is, whatever scanner made of its letters', async () => {
    const token = await tokenOf(3, ADDRESS);
    const alone = await readReceipt(token, TRUST, nodeCrypto);
    expect(alone).toMatchObject({ ok: true });
    const link = receiptLink(ADDRESS, token);
    for (const scanned of [link, link.toLowerCase(), link.replace('/R/', '/r/')]) {
      expect(tokenKindOf(scanned)).toBe('receipt');
      expect(await readReceipt(scanned, TRUST, nodeCrypto)).toEqual(alone);
    }
    expect(isReceiptLink(link)).toBe(true);
    expect(isReceiptLink(token)).toBe(false);
  });

  test('has capitals, digits and signs of a QR code’s alphanumeric mode alone', async () => {
    expect(receiptLink(ADDRESS, await tokenOf(3, ADDRESS))).toMatch(/^[0-9A-Z $%*+./:-]+$/);
  });

  test('is never larger on paper than the longest code without one: lines that do not fit give way', async () => {
    const kinds = new Set<string>();
    for (const lines of [1, 20, 27, 28, 29, 30, 60]) {
      const token = await tokenOf(lines, ADDRESS);
      expect(receiptLink(ADDRESS, token).length).toBeLessThanOrEqual(LONGEST_TOKEN);
      const read = await readReceipt(token, TRUST, nodeCrypto);
      if (read.ok) kinds.add(read.value.lines.type);
    }
    expect([...kinds]).toEqual(['listed', 'hashed']);
  });

  test('proves nothing by its address, and no pickup code hides in one', async () => {
    const token = await tokenOf(3, ADDRESS);
    const other = receiptLink('https://other.example', token);
    expect(await readReceipt(other, TRUST, nodeCrypto)).toMatchObject({ ok: true });
    for (const scanned of [
      `https://receipts.example.com/R/P${token.slice(1)}`,
      `https://receipts.example.com/X/${token}`,
      `javascript:/R/${token}`,
      `https://receipts.example.com/R/${token}/more`,
    ])
      expect(tokenKindOf(scanned)).toBeNull();
  });
});

test.each([
  ['https://receipts.example.com', true],
  ['https://xn--e1afmkfd.kz:8443', true],
  ['http://127.0.0.1:4600', true],
  ['http://localhost:4600', true],
  ['http://receipts.example.com', false],
  ['https://receipts.example.com/path', false],
  ['https://receipts.example.com/', false],
  ['https://user@receipts.example.com', false],
  ['https://Receipts.example.com', false],
  ['https://a b.kz', false],
  [`https://${'a'.repeat(70)}.kz`, false],
  ['javascript:alert(1)', false],
  ['', false],
])('%s as a web address: %s', (text, isOne) => {
  expect(isWebAddress(text)).toBe(isOne);
});
