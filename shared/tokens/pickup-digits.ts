import type { Crypto } from '../kernel/crypto.ts';
import type { PickupDigits } from './schema.ts';

/** What a till is told of an order's six digits; a salt of its own makes every order's hash another. */
export const hashPickupDigits = (
  { orderId, salt }: Pick<PickupDigits, 'orderId' | 'salt'>,
  digits: string,
  { sha256 }: Pick<Crypto, 'sha256'>,
): Promise<string> => sha256(`pickup digits\n${salt}\n${orderId}\n${digits}`);

/**
 * Whether these are the digits of the order. Counting wrong tries is the caller's: five lock the order's digits
 * (rule T4).
 */
export const arePickupDigits = async (
  known: PickupDigits,
  digits: string,
  crypto: Pick<Crypto, 'sha256'>,
): Promise<boolean> =>
  /^[0-9]{6}$/.test(digits) && (await hashPickupDigits(known, digits, crypto)) === known.hash;
