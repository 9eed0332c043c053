import { generationOf } from '#shared/kernel/ids.ts';
import type { Result } from '#shared/kernel/result.ts';
import {
  type JournalMirror,
  MIRROR_BATCH,
  type MirroredTill,
} from '#shared/mirror/journal-mirror.ts';
import { webCrypto } from '../host/web-crypto.ts';
import { readIdentity, type TillIdentity } from '../store/identity.ts';
import { areKeys, type ExportedKeys, isPairOf, restoreTillKeys } from '../store/key-store.ts';
import { continueJournal } from '../store/mirror/continue-journal.ts';
import { isIncomplete, markIncomplete, untold } from '../store/mirror/incomplete.ts';
import { isMoved } from '../store/mirror/moved.ts';
import { pullAnew } from '../store/sync-state.ts';
import { reconcile } from '../store/mirror/reconcile.ts';
import { soundRows } from '../store/mirror/verified-rows.ts';
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
  /** The profile knows no till, and the computer does not say whether it does. */
  | { readonly type: 'unreadable' }
  /** It was stopped here to go to another computer. */
  | { readonly type: 'moved'; readonly tillId: string }
  /** Everything is back; the next journal is to be opened by the server. */
  | { readonly type: 'needs_server'; readonly tillId: string }
  /** The same, and the server does not know the till any more: a new code lets it in. */
  | { readonly type: 'needs_code'; readonly tillId: string }
  /** What it wrote is here, its key is not or cannot be read: with a new enrolment all of it comes back. */
  | { readonly type: 'needs_enrolment'; readonly tillId: string }
  /** Operations of these journals are neither in the profile nor to be read outside of it; all others are back. */
  | { readonly type: 'lacking'; readonly tillId: string; readonly journalIds: readonly string[] }
  /** `unclaimed`: sound operations of its journals are kept, and nobody can read whether this till wrote them. */
  | {
      readonly type: 'disagrees' | 'unclaimed';
      readonly tillId: string;
      readonly journalId: string;
      readonly seq: number;
    };

/** What of this machine's disk is completed here. */
type Journals = Pick<Stores, 'ledger' | 'journal' | 'keys'>;

const goOn = async (stores: Journals, mirror: JournalMirror, tillId: string): Promise<Recovery> => {
  const { ledger, journal } = stores;
  const openJournal = createJournalOpener(serverUrl(), ledger);
  const next: Result<null, TransportProblem | { readonly type: 'till_not_enrolled' }> =
    await continueJournal({ ledger, journal, mirror, openJournal });
  if (next.ok || next.problem.type === 'till_not_enrolled') return { type: 'clear' };
  const { problem } = next;
  const isUnknown = problem.type === 'refused' && problem.code === 'unauthenticated';
  return { type: isUnknown ? 'needs_code' : 'needs_server', tillId };
};

/**
 * What this computer keeps and a server did not know at which the till has just been enrolled, as that begins a journal after all
 * it knows: the history of another till of this name. Operations of it would be somebody else's facts.
 */
const formerLife = async (
  { ledger }: Journals,
  mirror: JournalMirror,
  { tillId, journalId }: TillIdentity,
): Promise<readonly string[]> => {
  if ((await ledger.head(journalId)) !== null) return [];
  const heads = await mirror.heads(tillId);
  return heads
    .filter(({ seq, isDamaged }) => seq > 0 || isDamaged)
    .map((head) => head.journalId)
    .filter((each) => generationOf(each) >= generationOf(journalId));
};

/** Whether all that the mirror holds of these journals is, hash by hash, what this till may have written. */
const areSound = async (
  mirror: JournalMirror,
  { tillId, journalId, linkHash }: TillIdentity,
  journalIds: readonly string[],
): Promise<boolean> => {
  for (const each of journalIds) {
    let place = { seq: 0, hash: each === journalId ? linkHash : null };
    for (;;) {
      const texts = await mirror.read(tillId, each, place.seq, MIRROR_BATCH);
      const rows = await soundRows(each, texts, place, webCrypto);
      if (rows.length < texts.length) return false;
      const last = rows.at(-1);
      if (!last) break;
      place = last;
    }
  }
  return true;
};

/** Completes journal and mirror from each other; a till that lost something goes on in its next journal. */
const complete = async (
  stores: Journals,
  mirror: JournalMirror,
  tillId: string,
  keys: ExportedKeys | null,
): Promise<Recovery> => {
  const compared = await reconcile({ ledger: stores.ledger, mirror, crypto: webCrypto }, tillId);
  if (!compared.ok) return { ...compared.problem, type: 'disagrees', tillId };
  if (keys) await restoreTillKeys(keys);
  const { journals, mustContinue } = compared.value;
  // A disk that lost operations may have lost what came down, too.
  if (mustContinue || journals.some(({ restored }) => restored > 0)) await pullAnew(stores.ledger);
  const lacking = journals.filter(({ isLacking }) => isLacking).map(({ journalId }) => journalId);
  const journalIds = await untold(stores.ledger, lacking);
  if (journalIds.length > 0) return { type: 'lacking', tillId, journalIds };
  return mustContinue ? goOn(stores, mirror, tillId) : { type: 'clear' };
};

/** Brings the till of this name back as far as the mirror has it, and on into a journal that it may write. */
export const recoverTill = async (
  stores: Journals,
  mirror: JournalMirror,
  tillId: string,
): Promise<Recovery> => {
  const { ledger } = stores;
  const before = await readIdentity(ledger);
  const kept = await mirror.kept(tillId);
  // Somebody may have altered them: what no browser takes is no key.
  const keys = kept?.keys && (await areKeys(kept.keys)) ? kept.keys : null;
  if (before === null && keys === null) return { type: 'needs_enrolment', tillId };
  // With its key it is the same till, which was let in again: profile or mirror may be of a time before that.
  const isOwn = keys !== null && (await isPairOf(stores.keys, keys));
  const isAnew = before !== null && before.token !== kept?.token && !isOwn;
  const former = isAnew ? await formerLife(stores, mirror, before) : [];
  // Where nobody can read who wrote them, a till with no other history may have lost them: a person says how it goes on.
  if (former[0] !== undefined && kept === null && before?.earlierJournalIds.length === 0) {
    const type = (await areSound(mirror, before, former)) ? 'unclaimed' : 'disagrees';
    return { type, tillId, journalId: former[0], seq: 1 };
  }
  if (kept) for (const journalId of former) await mirror.setAside(tillId, journalId, 0);
  // A till that was enrolled anew has a key of its own, which is not kept yet.
  return complete(stores, mirror, tillId, isAnew || isOwn ? null : keys);
};

/** A person says that what is kept is this till's own: its profile lost it. */
export const takeBack = (
  stores: Journals,
  mirror: JournalMirror,
  { tillId }: Extract<Recovery, { type: 'disagrees' | 'unclaimed' }>,
): Promise<Recovery> => complete(stores, mirror, tillId, null);

/**
 * Both histories are kept, the mirror's in a folder beside, and the till goes on in its next journal: nothing is
 * written after either of them.
 */
export const leaveJournal = async (
  stores: Journals,
  mirror: JournalMirror,
  { tillId, journalId, seq }: Extract<Recovery, { type: 'disagrees' | 'unclaimed' }>,
): Promise<Recovery> => {
  await markIncomplete(stores.ledger, journalId);
  await mirror.setAside(tillId, journalId, seq - 1);
  return recoverTill(stores, mirror, tillId);
};

/**
 * What there is to do before this page becomes a till. A mirror that does not answer holds no till up, unless it went
 * away while it gave something back; who sets a new till up hears that there may be another to take back.
 */
export const firstRecovery = async (
  stores: Journals,
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
    if (identity === null) return { type: 'unreadable' };
    const mustContinue = await isIncomplete(stores.ledger, identity.journalId);
    return mustContinue ? { type: 'needs_server', tillId: identity.tillId } : { type: 'clear' };
  }
};
