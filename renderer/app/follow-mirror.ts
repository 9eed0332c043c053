import { generationOf } from '#shared/kernel/ids.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { JournalMirror, MirrorProblem } from '#shared/mirror/journal-mirror.ts';
import type { TillIdentity } from '../store/identity.ts';
import { exportTillKeys, isPairOf, restoreTillKeys } from '../store/key-store.ts';
import { layInSpare } from '../store/mirror/continue-journal.ts';
import { followJournal, type MirrorFollower } from '../store/mirror/follow-journal.ts';
import type { SyncLine } from '../store/sync-status.ts';
import { createJournalOpener } from '../sync/journal-opener.ts';
import type { Stores } from './open-stores.ts';
import { serverUrl } from './server-url.ts';

/** Keeps who the till is outside the profile. Its key is sealed in the profile once it is kept. */
const keepTill =
  ({ keys }: Stores, mirror: JournalMirror) =>
  async (identity: TillIdentity): Promise<Result<null, MirrorProblem>> => {
    const kept = await mirror.kept(identity.tillId);
    const fresh = await exportTillKeys(keys);
    // Keys and spare journal of an enrolment before are of no use any more; a till that was let in again has its keys.
    const isSame = kept?.token === identity.token;
    const own = kept?.keys && (await isPairOf(keys, kept.keys)) ? kept.keys : null;
    const isAhead =
      kept?.spare && generationOf(kept.spare.journalId) > generationOf(identity.journalId);
    const done = await mirror.keep({
      ...identity,
      keys: fresh ?? own,
      spare: isSame && isAhead ? (kept?.spare ?? null) : null,
    });
    if (done.ok && fresh) await restoreTillKeys(fresh);
    return done;
  };

const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** The mirror follows the journal for as long as the page lives, and lays in a spare journal while the server can be asked. */
export const followMirror = (
  stores: Stores,
  mirror: JournalMirror,
  tillId: string,
  sync: SyncLine,
): MirrorFollower => {
  const { ledger, journal } = stores;
  const follower = followJournal({
    ledger,
    journal,
    mirror,
    sleep,
    keepTill: keepTill(stores, mirror),
  });
  let isAsking = false;
  const openJournal = createJournalOpener(serverUrl(), ledger);
  const layIn = async (): Promise<void> => {
    if (isAsking || sync.status().phase !== 'synced') return;
    isAsking = true;
    try {
      await follower.settled();
      const kept = await mirror.kept(tillId);
      if (kept) await layInSpare({ ledger, mirror, openJournal }, kept);
    } catch {
      // Asked again at the next contact: nothing depends on it today.
    } finally {
      isAsking = false;
    }
  };
  sync.onStatus(() => void layIn());
  return follower;
};
