// Built into one script that runs in a page: the till's own cryptography on the fixed test vectors.
import { fromBase64Url, signWith, webCrypto } from '#renderer/host/web-crypto.ts';
import { failedVectors, type TokenVectors } from '../fixtures/failed-vectors.ts';

const signWithText = async (privateKey: string) =>
  signWith(
    await crypto.subtle.importKey('pkcs8', fromBase64Url(privateKey), 'Ed25519', false, ['sign']),
  );

export const failed = (vectors: TokenVectors): Promise<string[]> =>
  failedVectors(vectors, webCrypto, signWithText);
