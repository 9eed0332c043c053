import { createPrivateKey, sign } from 'node:crypto';
import { expect, test } from 'vitest';
import { nodeCrypto } from '#server/node-crypto.ts';
import { failed } from '../browser/token-vectors-page.ts';
import { failedVectors } from '../fixtures/failed-vectors.ts';
import { readTokenVectors } from '../fixtures/read-token-vectors.ts';

test('T1: the server makes and reads the fixed vectors of tokens', async () => {
  const signWith = async (privateKey: string) => {
    const der = Buffer.from(privateKey, 'base64url');
    const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    return async (text: string) => sign(null, Buffer.from(text), key).toString('base64url');
  };
  expect(await failedVectors(await readTokenVectors(), nodeCrypto, signWith)).toEqual([]);
});

test('T1: so does the till’s cryptography', async () => {
  expect(await failed(await readTokenVectors())).toEqual([]);
});
