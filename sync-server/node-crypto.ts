import { createHash, createPublicKey, verify } from 'node:crypto';
import type { Crypto } from '#shared/kernel/crypto.ts';

const isSigned = (text: string, signature: string, publicKey: string): boolean => {
  const key = createPublicKey({
    format: 'jwk',
    key: { kty: 'OKP', crv: 'Ed25519', x: publicKey },
  });
  return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'));
};

/** The cryptography that `shared/` and ingest are given, by Node (rule T1). */
export const nodeCrypto: Crypto = {
  sha256: async (text) => createHash('sha256').update(text).digest('hex'),
  verify: async (text, signature, publicKey) => {
    try {
      return isSigned(text, signature, publicKey);
    } catch {
      // Not a key, or not a signature: nothing is signed by it.
      return false;
    }
  },
};
