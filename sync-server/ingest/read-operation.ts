import type { Crypto } from '#shared/kernel/crypto.ts';
import type { Envelope } from '#shared/operations/envelope.ts';
import { sealedText, unsealedText } from '#shared/operations/seal.ts';
import { parseEnvelope } from './operation-parser.ts';

type Hasher = Pick<Crypto, 'sha256'>;

/** A text as it was received, and what it says of itself. */
export type Reading = {
  readonly text: string;
  /** The hash it claims, to which the next operation links; of a text that claims none, the hash of the text. */
  readonly hash: string;
  /** null = not an operation at all. */
  readonly envelope: Envelope | null;
  /** The claimed hash is that of the text, which is the canonical one (rule P1). */
  readonly hashHolds: boolean;
};

const HASH = /^[0-9a-f]{64}$/;

const claimedHash = (value: unknown): string | null =>
  typeof value === 'object' &&
  value !== null &&
  'hash' in value &&
  typeof value.hash === 'string' &&
  HASH.test(value.hash)
    ? value.hash
    : null;

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** Throws a RangeError where a value has no canonical text: fractions, or nested deeper than any program goes. */
const isSealed = async (envelope: Envelope, text: string, crypto: Hasher): Promise<boolean> => {
  const unsealed = unsealedText(envelope);
  const { hash } = envelope;
  return sealedText(unsealed, hash) === text && (await crypto.sha256(unsealed)) === hash;
};

export const readOperation = async (text: string, crypto: Hasher): Promise<Reading> => {
  const parsed = parseEnvelope(text);
  if (parsed.ok) {
    const envelope = parsed.value;
    try {
      const hashHolds = await isSealed(envelope, text, crypto);
      return { text, hash: envelope.hash, envelope, hashHolds };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  const hash = claimedHash(parseJson(text)) ?? (await crypto.sha256(text));
  return { text, hash, envelope: null, hashHolds: false };
};
