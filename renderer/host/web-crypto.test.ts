import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportPublicKey, fromBase64Url, signWith, toBase64Url, webCrypto } from './web-crypto.ts';

describe('T1: the browser computes what the server does', () => {
  test('hashes of any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
        const expected = createHash('sha256').update(text).digest('hex');
        expect(await webCrypto.sha256(text)).toBe(expected);
      }),
    );
  });

  test('base64url of any bytes, there and back', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(toBase64Url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
        expect([...fromBase64Url(toBase64Url(bytes))]).toEqual([...bytes]);
      }),
    );
  });

  test('signatures that hold on the other side, and none that do not', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const key = String(publicKey.export({ format: 'jwk' }).x);
    const signature = sign(null, Buffer.from('чек'), privateKey).toString('base64url');
    expect(await webCrypto.verify('чек', signature, key)).toBe(true);
    expect(await webCrypto.verify('чек!', signature, key)).toBe(false);

    const own = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']);
    if (!('privateKey' in own)) throw new Error('a key pair was expected');
    const signed = await signWith(own.privateKey)('чек');
    expect(await webCrypto.verify('чек', signed, await exportPublicKey(own))).toBe(true);
    expect(await webCrypto.verify('чек', signed, key)).toBe(false);
  });
});
