import { generationOf } from '#shared/kernel/ids.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { JournalMirror, KeptTill, SpareJournal } from '#shared/mirror/journal-mirror.ts';
import type { NewJournalReply, NewJournalRequest } from '#shared/protocol/enrol.ts';
import { readIdentity, type TillIdentity } from '../identity.ts';
import { headOf, type Journal } from '../journal.ts';
import type { Ledger } from '../ledger.ts';

/** Opens the till's next journal at the server, linked to a head of it. */
export type OpenJournal<Problem> = (
  request: NewJournalRequest,
) => Promise<Result<NewJournalReply, Problem>>;

type Parts<Problem> = {
  readonly ledger: Ledger;
  readonly journal: Journal;
  readonly mirror: JournalMirror;
  readonly openJournal: OpenJournal<Problem>;
};

/** Asks the server for a journal that links what the till holds now. */
const askFor = async <Problem>(
  { ledger, openJournal }: Pick<Parts<Problem>, 'ledger' | 'openJournal'>,
  identity: TillIdentity,
): Promise<Result<SpareJournal, Problem>> => {
  const { seq, hash } = await headOf(ledger, identity);
  const previous = { journalId: identity.journalId, seq, hash };
  const reply = await openJournal({ previous });
  return reply.ok ? ok({ journalId: reply.value.journalId, linkHash: hash }) : reply;
};

/**
 * Crosses the spare journal out; null = there is none, or the disk still says that there is. One that is not after all the till
 * wrote comes from a file that nobody could read for a while.
 */
const takeSpare = async (
  mirror: JournalMirror,
  kept: KeptTill | null,
  earlierJournalIds: readonly string[],
): Promise<SpareJournal | null> => {
  if (!kept?.spare) return null;
  const { spare } = kept;
  const isNext = earlierJournalIds.every((id) => generationOf(id) < generationOf(spare.journalId));
  if (!isNext) return null;
  const crossed = await mirror.keep({ ...kept, ...spare, earlierJournalIds, spare: null });
  return crossed.ok ? spare : null;
};

/**
 * The till goes on in its next journal (rule J1): the spare one where there is one, so that it needs no network, else
 * one that the server opens now. The spare is crossed out outside the profile before it is used: never twice. A disk that
 * does not take that leaves it unused.
 */
export const continueJournal = async <Problem>(
  parts: Parts<Problem>,
): Promise<Result<null, Problem | { readonly type: 'till_not_enrolled' }>> => {
  const { ledger, journal, mirror } = parts;
  const identity = await readIdentity(ledger);
  if (!identity) return fail({ type: 'till_not_enrolled' as const });
  const kept = await mirror.kept(identity.tillId);
  const earlierJournalIds = [...identity.earlierJournalIds, identity.journalId];
  const spare = await takeSpare(mirror, kept, earlierJournalIds);
  const next = spare ? ok(spare) : await askFor(parts, identity);
  if (!next.ok) return next;
  const { journalId, linkHash } = next.value;
  // One of the server's is nobody's a second time, kept or not.
  if (kept && !spare)
    await mirror.keep({ ...kept, journalId, linkHash, earlierJournalIds, spare: null });
  await journal.continueAs(journalId, { seq: 0, hash: linkHash });
  return ok(null);
};

/** Has the server open a journal for later, while it can be asked. Nothing depends on it today. */
export const layInSpare = async <Problem>(
  { ledger, mirror, openJournal }: Omit<Parts<Problem>, 'journal'>,
  kept: KeptTill,
): Promise<Result<null, Problem>> => {
  if (kept.spare !== null) return ok(null);
  const identity = await readIdentity(ledger);
  if (!identity || identity.journalId !== kept.journalId) return ok(null);
  const spare = await askFor({ ledger, openJournal }, identity);
  if (!spare.ok) return spare;
  await mirror.keep({ ...kept, spare: spare.value });
  return ok(null);
};
