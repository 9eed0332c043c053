import { generationOf } from '#shared/kernel/ids.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { JournalMirror, MirroredTill } from '#shared/mirror/journal-mirror.ts';
import { webCrypto } from '../host/web-crypto.ts';
import { readIdentity, type TillIdentity } from '../store/identity.ts';
import { restoreTillKeys } from '../store/key-store.ts';
import type { CompareProblem } from '../store/mirror/compare-journal.ts';
import { continueJournal } from '../store/mirror/continue-journal.ts';
import { isIncomplete, markIncomplete } from '../store/mirror/incomplete.ts';
import { isMoved } from '../store/mirror/moved.ts';
import { reconcile } from '../store/mirror/reconcile.ts';
import { createJournalOpener } from '../sync/journal-opener.ts';
import type { TransportProblem } from '../sync/transport.ts';
import type { Stores } from './open-stores.ts';
import { serverUrl } from './server-url.ts';

/** What the mirror has to say at the start, before anything is sold. */
export type Recovery =
  /** The till may go on; or this is no till yet, and nothing is known of one. */
  | { readonly type: 'clear' }
  /** The profile knows no till, this computer does. */
  | { readonly type: 'found'; readonly tills: readonly MirroredTill[] }
  /** It was stopped here to go to another computer. */
  | { readonly type: 'moved'; readonly tillId: string }
  /** Everything is back; the next journal is to be opened by the server. */
  | { readonly type: 'needs_server'; readonly tillId: string }
  /** What it wrote is here, its key is not: with a new enrolment all of it comes back. */
  | { readonly type: 'needs_enrolment'; readonly tillId: string }
  | {
      readonly type: 'disagrees';
      readonly tillId: string;
      readonly journalId: string;
      readonly seq: number;
    };

const recoveryOf = (tillId: string, problem: CompareProblem): Recovery =>
  problem.type === 'journal_disagrees'
    ? { ...problem, type: 'disagrees', tillId }
    : // The mirror cannot be completed now; it follows later, and says so.
      { type: 'clear' };

const goOn = async (stores: Stores, mirror: JournalMirror, tillId: string): Promise<Recovery> => {
  const { ledger, journal } = stores;
  const openJournal = createJournalOpener(serverUrl(), ledger);
  const next: Result<null, TransportProblem | { readonly type: 'till_not_enrolled' }> =
    await continueJournal({ ledger, journal, mirror, openJournal });
  if (next.ok || next.problem.type === 'till_not_enrolled') return { type: 'clear' };
  return { type: 'needs_server', tillId };
};

/**
 * A till that was enrolled anew at a server that does not know what this computer keeps: that is the history of another
 * till of this name. It stays in a folder beside, as operations of it would be somebody else's facts.
 */
const leaveFormerLife = async (
  { ledger }: Stores,
  mirror: JournalMirror,
  { tillId, journalId }: TillIdentity,
): Promise<void> => {
  if ((await ledger.head(journalId)) !== null) return;
  for (const head of await mirror.heads(tillId))
    if (generationOf(head.journalId) >= generationOf(journalId))
      await mirror.setAside(tillId, head.journalId, 0);
};

/** Brings the till of this name back as far as the mirror has it, and on into a journal that it may write. */
export const recoverTill = async (
  stores: Stores,
  mirror: JournalMirror,
  tillId: string,
): Promise<Recovery> => {
  const { ledger } = stores;
  const before = await readIdentity(ledger);
  const kept = await mirror.kept(tillId);
  if (before === null && kept?.keys === null) return { type: 'needs_enrolment', tillId };
  const isAnew = before !== null && before.token !== kept?.token;
  if (isAnew && kept) await leaveFormerLife(stores, mirror, before);
  const compared = await reconcile({ ledger, mirror, crypto: webCrypto }, tillId);
  if (!compared.ok) return recoveryOf(tillId, compared.problem);
  // A till that was enrolled anew has a key of its own, which is not kept yet.
  if (kept?.keys && !isAnew) await restoreTillKeys(kept.keys);
  return compared.value.mustContinue ? goOn(stores, mirror, tillId) : { type: 'clear' };
};

/**
 * Both histories are kept, the mirror's in a folder beside, and the till goes on in its next journal: nothing is
 * written after either of them.
 */
export const leaveJournal = async (
  stores: Stores,
  mirror: JournalMirror,
  { tillId, journalId, seq }: Extract<Recovery, { type: 'disagrees' }>,
): Promise<Recovery> => {
  await markIncomplete(stores.ledger, journalId);
  await mirror.setAside(tillId, journalId, seq - 1);
  return recoverTill(stores, mirror, tillId);
};

/**
 * What there is to do before this page becomes a till. A mirror that does not answer holds nothing up, unless it went
 * away while it gave something back.
 */
export const firstRecovery = async (
  stores: Stores,
  mirror: JournalMirror | null,
): Promise<Recovery> => {
  if (mirror === null) return { type: 'clear' };
  const identity = await readIdentity(stores.ledger);
  if (identity && (await isMoved(stores.ledger))) return { type: 'moved', tillId: identity.tillId };
  try {
    if (identity) return await recoverTill(stores, mirror, identity.tillId);
    const tills = await mirror.tills();
    return tills.length === 0 ? { type: 'clear' } : { type: 'found', tills };
  } catch (error) {
    reportError(error);
    const mustContinue = identity && (await isIncomplete(stores.ledger, identity.journalId));
    return mustContinue ? { type: 'needs_server', tillId: identity.tillId } : { type: 'clear' };
  }
};
