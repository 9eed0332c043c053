import { generationOf } from '#shared/kernel/ids.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { KeptTill } from '#shared/mirror/journal-mirror.ts';
import { readIdentity, type TillIdentity, writeIdentity } from '../identity.ts';
import {
  type Compared,
  compareJournal,
  type CompareParts,
  type CompareProblem,
} from './compare-journal.ts';
import { isIncomplete, markIncomplete } from './incomplete.ts';

export type Reconciled = {
  readonly journals: readonly Compared[];
  /**
   * The ledger had lost operations of the journal it writes. Nobody can prove that the mirror had them all, so the till
   * goes on in its next journal (rule J1).
   */
  readonly mustContinue: boolean;
};

type Parts = Omit<CompareParts, 'tillId'>;

/** Of the identity in the profile and the one kept outside of the same enrolment, the one that knows the later journal. */
const newest = (own: TillIdentity | null, kept: KeptTill | null): TillIdentity | null => {
  if (!kept || (own && own.token !== kept.token)) return own;
  if (own && generationOf(own.journalId) >= generationOf(kept.journalId)) return own;
  const { keys: _keys, spare: _spare, ...identity } = kept;
  return identity;
};

/**
 * At start: journal and mirror of every journal of this till are compared, and whichever lacks operations is
 * completed from the other. Both disagree: nothing is changed, and the till must not write.
 */
export const reconcile = async (
  parts: Parts,
  tillId: string,
): Promise<Result<Reconciled, CompareProblem>> => {
  const { ledger, mirror } = parts;
  const own = await readIdentity(ledger);
  const identity = newest(own, await mirror.kept(tillId));
  if (!identity) return ok({ journals: [], mustContinue: false });
  const { journalId: current, earlierJournalIds } = identity;
  const heads = await mirror.heads(tillId);
  const mirrored = heads
    .filter(({ seq, isDamaged }) => seq > 0 || isDamaged)
    .map(({ journalId }) => journalId);
  const known = [...earlierJournalIds, ...(own?.earlierJournalIds ?? []), ...mirrored];
  const earlier = [...new Set(own ? [...known, own.journalId] : known)]
    .filter((id) => id !== current)
    .toSorted((a, b) => generationOf(a) - generationOf(b));
  const isLatest = earlier.every((id) => generationOf(id) < generationOf(current));
  if (own?.journalId !== current || !isLatest) await markIncomplete(ledger, current);
  const journals: Compared[] = [];
  for (const journalId of [...earlier, current]) {
    const compared = await compareJournal({ ...parts, tillId }, journalId);
    if (!compared.ok) return fail(compared.problem);
    journals.push(compared.value);
  }
  // Last, so that a crash before it finds the same work again.
  const isChanged = own?.journalId !== current || own.earlierJournalIds.length !== earlier.length;
  if (isChanged) await writeIdentity(ledger, { ...identity, earlierJournalIds: earlier });
  return ok({ journals, mustContinue: await isIncomplete(ledger, current) });
};
