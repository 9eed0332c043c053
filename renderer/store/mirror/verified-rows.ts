import type { Crypto } from '#shared/kernel/crypto.ts';
import { parseEnvelope } from '#shared/operations/parse-operation.ts';
import { hashOf } from '#shared/operations/seal.ts';
import type { SealedText } from '../ledger.ts';

/** Where a run of operations goes on: after this sequence, linked to this hash; null = to whatever comes first. */
export type Place = { readonly seq: number; readonly hash: string | null };

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
    const parsed = parseEnvelope(text);
    if (!parsed.ok) break;
    const { value } = parsed;
    const isNext =
      value.journalId === journalId &&
      value.seq === seq + 1 &&
      (hash === null || value.previousHash === hash) &&
      value.hash === (await hashOf(value, crypto));
    if (!isNext) break;
    rows.push({ journalId, seq: value.seq, hash: value.hash, text });
    ({ seq, hash } = value);
  }
  return rows;
};
