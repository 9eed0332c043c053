import { createHash, randomBytes, randomInt } from 'node:crypto';

/** A secret of 256 random bits for a header or a cookie, base64url. */
export const createSecret = (): string => randomBytes(32).toString('base64url');

/**
 * What is kept of a random secret: its SHA-256 in hex. No salt and no slowness is needed where the secret cannot be
 * guessed; passwords are hashed in `passwords.ts`.
 */
export const hashSecret = (secret: string): string =>
  createHash('sha256').update(secret).digest('hex');

/** No letters or digits that are mistaken for one another. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** A code to read out or type, as `K7QM-X2VD-9RTA`: 59 random bits. */
export const createEnrolmentCode = (): string => {
  const group = () =>
    Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return [group(), group(), group()].join('-');
};

/** The code as it was made, however it was typed. */
export const normalizeEnrolmentCode = (typed: string): string =>
  (
    typed
      .toUpperCase()
      .replaceAll(/[^A-Z0-9]/g, '')
      .match(/.{1,4}/g) ?? []
  ).join('-');
