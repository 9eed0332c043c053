import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { MirrorProblem } from '#shared/mirror/journal-mirror.ts';
import type { Envelope } from '#shared/operations/envelope.ts';
import type { JournalLog } from './journal-log.ts';
import { envelopeOf } from './mirror-line.ts';

/** The first that does not follow the one before it; `hash` is of what lies before all, null = nothing. */
const firstUnlinked = (envelopes: readonly Envelope[], hash: string | null): Envelope | null => {
  let before = hash;
  for (const envelope of envelopes) {
    if (before !== null && envelope.previousHash !== before) return envelope;
    before = envelope.hash;
  }
  return null;
};

const isHeld = async (
  log: JournalLog,
  texts: readonly string[],
  firstSeq: number,
): Promise<boolean> => {
  const held = await log.read(firstSeq - 1, texts.length);
  return texts.every((text, index) => held[index] === text);
};

/** What of `texts` is to be written: all of one journal, in sequence, linked to what is there; `after` as in `JournalMirror`. */
export const nextOf = async (
  log: JournalLog,
  journalId: string,
  texts: readonly string[],
  after: number | undefined,
): Promise<Result<Envelope[], MirrorProblem>> => {
  const envelopes = texts.map(envelopeOf).filter((each) => each !== null);
  const first = envelopes[0];
  const isOneRun =
    envelopes.length === texts.length &&
    envelopes.every(
      ({ seq, ...each }, index) =>
        each.journalId === journalId && seq === (first?.seq ?? 0) + index,
    );
  if (!isOneRun) return fail({ type: 'mirror_malformed' });
  if (!first) return ok([]);
  const { seq, hash, isDamaged } = log.state();
  if (isDamaged) return fail({ type: 'mirror_disagrees', seq: seq + 1 });
  if (seq < (after ?? first.seq - 1)) return fail({ type: 'mirror_gap', seq });
  const known = texts.slice(0, Math.max(0, seq + 1 - first.seq));
  if (known.length > 0 && !(await isHeld(log, known, first.seq)))
    return fail({ type: 'mirror_disagrees', seq: first.seq });
  const next = envelopes.slice(known.length);
  const isBehindHole = first.seq > seq + 1;
  const unlinked = firstUnlinked(next, seq === 0 || isBehindHole ? null : hash);
  return unlinked ? fail({ type: 'mirror_disagrees', seq: unlinked.seq }) : ok(next);
};
