import { type JournalMirror, MIRROR_BATCH } from '#shared/mirror/journal-mirror.ts';
import { parseEnvelope } from '#shared/operations/parse-operation.ts';
import type { Ledger } from '../ledger.ts';

/** What ledger and mirror hold under one sequence; undefined = nothing. */
type Both = {
  readonly seq: number;
  readonly here: string | undefined;
  readonly there: string | undefined;
};

type Parts = { readonly ledger: Ledger; readonly mirror: JournalMirror; readonly tillId: string };

/** Texts of a mirror by their sequences, as far as those rise: what was altered may say anything. */
export const bySequence = (texts: readonly string[], after: number): Map<number, string> => {
  const found = new Map<number, string>();
  let last = after;
  for (const text of texts) {
    const parsed = parseEnvelope(text);
    if (!parsed.ok || parsed.value.seq <= last) break;
    last = parsed.value.seq;
    found.set(last, text);
  }
  return found;
};

/** Every sequence that either of them holds, in sequence, as far as the mirror can be read. */
async function* sideBySide(
  { ledger, mirror, tillId }: Parts,
  journalId: string,
): AsyncGenerator<Both> {
  let after = 0;
  for (;;) {
    const rows = await ledger.read(journalId, after, MIRROR_BATCH);
    const texts = await mirror.read(tillId, journalId, after, MIRROR_BATCH);
    const here = new Map(rows.map(({ seq, text }) => [seq, text]));
    const there = bySequence(texts, after);
    // As far as both are known; who has nothing more holds nothing up.
    const ends = [here, there].flatMap((each) =>
      each.size < MIRROR_BATCH ? [] : Math.max(...each.keys()),
    );
    const through = Math.min(...ends);
    const seqs = [...new Set([...here.keys(), ...there.keys()])].toSorted((a, b) => a - b);
    for (const seq of seqs)
      if (seq <= through) yield { seq, here: here.get(seq), there: there.get(seq) };
    if (ends.length === 0) return;
    after = through;
  }
}

/** The first sequence under which both hold something, and not the same; null = there is none. */
export const firstDifference = async (parts: Parts, journalId: string): Promise<number | null> => {
  for await (const { seq, here, there } of sideBySide(parts, journalId))
    if (here !== undefined && there !== undefined && here !== there) return seq;
  return null;
};

/** The last sequence through which both hold, and lack, the same; 0 = not even the first. */
export const lastAlike = async (parts: Parts, journalId: string): Promise<number> => {
  let last = 0;
  for await (const { seq, here, there } of sideBySide(parts, journalId)) {
    if (here !== there) return last;
    last = seq;
  }
  return last;
};
