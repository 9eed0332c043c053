import { pbkdf2, randomBytes } from 'node:crypto';
import type { PinHash } from '#shared/domain/staff/schema.ts';

/** About 100 ms for one check in a browser. */
export const PIN_ITERATIONS = 500_000;
const HASH_BYTES = 32;

/** What is kept of a PIN and goes to tills: a salted slow hash, never the PIN. */
export const hashPin = (pin: string): Promise<PinHash> =>
  new Promise((resolve, reject) => {
    const salt = randomBytes(16);
    pbkdf2(pin, salt, PIN_ITERATIONS, HASH_BYTES, 'sha256', (error, hash) => {
      if (error) return reject(error);
      resolve({
        salt: salt.toString('base64url'),
        iterations: PIN_ITERATIONS,
        hash: hash.toString('base64url'),
      });
    });
  });
