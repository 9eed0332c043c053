import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { parseEnvelope } from '#shared/operations/parse-operation.ts';
import { PUSH_LIMIT } from '#shared/protocol/push.ts';
import type { SealedText } from '../store/ledger.ts';

/** What an operation links to; null = its text cannot be read. */
export const previousHashOf = ({ text }: SealedText): string | null => {
  const parsed = parseEnvelope(text);
  return parsed.ok ? parsed.value.previousHash : null;
};

/** Of the operations after a sequence, those that follow it without a gap. */
export const runAfter = (after: number, queued: readonly SealedText[]): readonly SealedText[] =>
  queued.filter(({ seq }, index) => seq === after + 1 + index);

/** It says that it is none, and has the hash that the first one behind it links to: that one is in its place. */
const lostAt = (seq: number, journalId: string, hash: string): SealedText => ({
  journalId,
  seq,
  hash,
  text: canonicalJson({ hash, isLost: true, journalId, seq }),
});

/**
 * The same with something in the place of each operation that was lost, so that those behind it are taken as what they are, and
 * the lost ones are kept aside by their sequence (rule P3). As many as go up at once.
 */
export const withLost = (after: number, queued: readonly SealedText[]): SealedText[] => {
  const sent: SealedText[] = [];
  for (const row of queued) {
    const hash = previousHashOf(row) ?? row.hash;
    for (let seq = (sent.at(-1)?.seq ?? after) + 1; seq < row.seq; seq += 1) {
      if (sent.length >= PUSH_LIMIT.operations) return sent;
      sent.push(lostAt(seq, row.journalId, hash));
    }
    if (sent.length >= PUSH_LIMIT.operations) return sent;
    sent.push(row);
  }
  return sent;
};
