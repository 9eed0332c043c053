import type { PinHash } from '#shared/domain/staff/schema.ts';
import { fromBase64Url, toBase64Url } from './web-crypto.ts';

/** PBKDF2-SHA-256 of the PIN against the stored hash. */
export const verifyPin = async (
  pin: string,
  { salt, iterations, hash }: PinHash,
): Promise<boolean> => {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, [
    'deriveBits',
  ]);
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt: fromBase64Url(salt), iterations },
    key,
    256,
  );
  return toBase64Url(bits) === hash;
};
