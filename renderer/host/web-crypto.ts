import type { Crypto } from '#shared/kernel/crypto.ts';

const encoder = new TextEncoder();

export const toBase64Url = (bytes: ArrayBuffer | Uint8Array): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

export const fromBase64Url = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
    letter.charCodeAt(0),
  );

const toHex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** What `shared/` needs of cryptography, by the browser's own (rule T1). */
export const webCrypto: Crypto = {
  sha256: async (text) => toHex(await crypto.subtle.digest('SHA-256', encoder.encode(text))),
  verify: async (text, signature, publicKey) => {
    try {
      const key = await crypto.subtle.importKey('raw', fromBase64Url(publicKey), 'Ed25519', false, [
        'verify',
      ]);
      return await crypto.subtle.verify(
        'Ed25519',
        key,
        fromBase64Url(signature),
        encoder.encode(text),
      );
    } catch {
      // Not a key, or not a signature: nothing is signed by it.
      return false;
    }
  },
};

export const signWith =
  (privateKey: CryptoKey) =>
  async (text: string): Promise<string> =>
    toBase64Url(await crypto.subtle.sign('Ed25519', privateKey, encoder.encode(text)));

/** Raw, base64url. */
export const exportPublicKey = async ({ publicKey }: CryptoKeyPair): Promise<string> =>
  toBase64Url(await crypto.subtle.exportKey('raw', publicKey));
