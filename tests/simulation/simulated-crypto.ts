import { createHash } from 'node:crypto';
import type { Crypto, Sign } from '#shared/kernel/crypto.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Crypto without waiting (rule T1: it is injected). Hashes are real; a signature is a keyed hash instead of Ed25519,
 * which costs a hundred times as much and is not what a history is about.
 */
export const simulatedCrypto: Crypto = {
  sha256: async (text) => sha256(text),
  verify: async (text, signature, publicKey) => signature === signatureOf(publicKey, text),
};

const signatureOf = (publicKey: string, text: string): string =>
  sha256(`private half of ${publicKey}\n${text}`);

export const signAs =
  (publicKey: string): Sign =>
  async (text) =>
    signatureOf(publicKey, text);
