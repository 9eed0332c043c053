import type { Result } from '#shared/kernel/result.ts';
import type { JournalMirror, MirrorProblem } from '#shared/mirror/journal-mirror.ts';
import { readIdentity, type TillIdentity } from '../identity.ts';
import type { Journal } from '../journal.ts';
import type { RestorableLedger } from '../ledger.ts';
import { mirrorProgress } from './mirror-progress.ts';

/** How far the mirror lies behind the journal, and why. */
export type MirrorStatus = {
  /** `comparing`: nothing is known of it yet. */
  readonly state: 'comparing' | 'following' | 'failing';
  /** Operations that are not mirrored, of the journal in use and of those before it. */
  readonly lag: number;
  readonly problem: MirrorProblem['type'] | 'mirror_unreachable' | null;
};

export type MirrorFollower = {
  readonly status: () => MirrorStatus;
  readonly onStatus: (listener: () => void) => () => void;
  /** Resolves when all that was written before the call was offered to the mirror. */
  readonly settled: () => Promise<void>;
};

export type FollowParts = {
  readonly ledger: RestorableLedger;
  readonly journal: Journal;
  readonly mirror: JournalMirror;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** What is kept of the till outside the profile, made anew whenever its identity changes. */
  readonly keepTill: (identity: TillIdentity) => Promise<Result<null, MirrorProblem>>;
};

/** A full disk is not emptied within a second. */
const PAUSE = 5000;

/** Mirrors each operation at once after it is durable, outside the till's way: no sale waits for it (rule J4). */
export const followJournal = (parts: FollowParts): MirrorFollower => {
  const { ledger, journal, mirror, sleep, keepTill } = parts;
  const listeners = new Set<() => void>();
  let status: MirrorStatus = { state: 'comparing', lag: 0, problem: null };
  let keptJournal: string | null = null;
  const progress = mirrorProgress({ ledger, mirror });
  let last: Promise<void> = Promise.resolve();

  const show = (next: MirrorStatus): void => {
    status = next;
    for (const listener of listeners) listener();
  };

  const tell = async (problem: MirrorStatus['problem'], identity: TillIdentity) => {
    const lag = await progress.lag([...identity.earlierJournalIds, identity.journalId]);
    show({ state: problem === null ? 'following' : 'failing', lag, problem });
    return problem;
  };

  /** The mirror or the ledger itself could not be read just now: how far it is behind is what was known last. */
  const tellFailing = async (): Promise<MirrorStatus['problem']> => {
    try {
      const identity = await readIdentity(ledger);
      if (identity) return await tell('mirror_unreachable', identity);
    } catch {
      // It is told below.
    }
    show({ ...status, state: 'failing', problem: 'mirror_unreachable' });
    return 'mirror_unreachable';
  };

  const catchUp = async (): Promise<MirrorStatus['problem']> => {
    try {
      const identity = await readIdentity(ledger);
      if (!identity) return null;
      const { tillId, journalId } = identity;
      const heads = await mirror.heads(tillId);
      const headOf = (each: string) => heads.find((head) => head.journalId === each);
      const journalIds = [...identity.earlierJournalIds, journalId];
      for (const each of journalIds) progress.note(each, headOf(each));
      // A mirror that knows nothing of the journal in use is new, or somebody deleted what it held.
      if (keptJournal !== journalId || !headOf(journalId)) {
        const kept = await keepTill(identity);
        if (!kept.ok) return await tell(kept.problem.type, identity);
        keptJournal = journalId;
      }
      let problem: MirrorStatus['problem'] = null;
      // The last of a journal that was left may have been written while nobody could mirror it.
      for (const each of journalIds) {
        const trouble = await progress.offer(tillId, each, headOf(each));
        problem ??= trouble;
      }
      return await tell(problem, identity);
    } catch {
      return tellFailing();
    }
  };

  let isRetrying = false;
  const retryLater = async (): Promise<void> => {
    if (isRetrying) return;
    isRetrying = true;
    await sleep(PAUSE);
    isRetrying = false;
    wake();
  };
  const wake = (): void => {
    last = last.then(async () => {
      if ((await catchUp()) !== null) void retryLater();
    });
  };
  journal.onAppend(wake);
  wake();
  return {
    status: () => status,
    onStatus: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    settled: () => last,
  };
};
