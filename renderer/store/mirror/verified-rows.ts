import type { Crypto } from '#shared/kernel/crypto.ts';
import type { Envelope } from '#shared/operations/envelope.ts';
import { parseEnvelope } from '#shared/operations/parse-operation.ts';
import { hashOf } from '#shared/operations/seal.ts';
import type { SealedText } from '../ledger.ts';

/** Where a run of operations goes on: after this sequence, linked to this hash; null = to whatever comes first. */
export type Place = { readonly seq: number; readonly hash: string | null };

/** The envelope of a text of this journal that has its own hash. */
const ownOf = async (
  journalId: string,
  text: string,
  crypto: Pick<Crypto, 'sha256'>,
): Promise<Envelope | null> => {
  const parsed = parseEnvelope(text);
  const isOwn =
    parsed.ok &&
    parsed.value.journalId === journalId &&
    parsed.value.hash === (await hashOf(parsed.value, crypto));
  return isOwn ? parsed.value : null;
};

/**
 * As many of the texts, from the first on, as are one journal's next operations with their own hashes and links: what
 * comes from outside the profile may have been altered.
 */
export const verifiedRows = async (
  journalId: string,
  texts: readonly string[],
  after: Place,
  crypto: Pick<Crypto, 'sha256'>,
): Promise<SealedText[]> => {
  const rows: SealedText[] = [];
  let { seq, hash } = after;
  for (const text of texts) {
    const own = await ownOf(journalId, text, crypto);
    if (own?.seq !== seq + 1 || (hash !== null && own.previousHash !== hash)) break;
    ({ seq, hash } = own);
    rows.push({ journalId, seq, hash: own.hash, text });
  }
  return rows;
};

/**
 * As `verifiedRows`, of texts in sequence between which some may be missing: each that has its own hash, and links to the one
 * before it where that is there. What follows one that does not is not taken either.
 */
export const soundRows = async (
  journalId: string,
  texts: readonly string[],
  after: Place,
  crypto: Pick<Crypto, 'sha256'>,
): Promise<SealedText[]> => {
  const rows: SealedText[] = [];
  let before: Place & { readonly isSound: boolean } = { ...after, isSound: true };
  for (const text of texts) {
    const own = await ownOf(journalId, text, crypto);
    if (own === null) return rows;
    const { seq, hash, previousHash } = own;
    const isNext = seq === before.seq + 1;
    const links = before.hash === null || previousHash === before.hash;
    const isSound = isNext ? before.isSound && links : seq > before.seq;
    if (isSound) rows.push({ journalId, seq, hash, text });
    before = { seq, hash, isSound };
  }
  return rows;
};
