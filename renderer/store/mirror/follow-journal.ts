import type { Result } from '#shared/kernel/result.ts';
import type { JournalMirror, MirrorProblem } from '#shared/mirror/journal-mirror.ts';
import { readIdentity, type TillIdentity } from '../identity.ts';
import type { Journal } from '../journal.ts';
import type { Ledger } from '../ledger.ts';
import { mirrorFrom } from './compare-journal.ts';
import { isIncomplete } from './incomplete.ts';

/** How far the mirror lies behind the journal, and why. */
export type MirrorStatus = {
  /** `comparing`: nothing is known of it yet. */
  readonly state: 'comparing' | 'following' | 'failing';
  /** Operations of the journal in use that are not mirrored. */
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
  readonly ledger: Ledger;
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
  let mirrored = 0;
  let last: Promise<void> = Promise.resolve();

  const show = (next: MirrorStatus): void => {
    status = next;
    for (const listener of listeners) listener();
  };

  const tell = async (problem: MirrorStatus['problem'], { journalId }: TillIdentity) => {
    const head = (await ledger.head(journalId))?.seq ?? 0;
    const lag = Math.max(0, head - mirrored);
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
      // A mirror that knows nothing of the journal in use is new, or somebody deleted what it held.
      if (keptJournal !== journalId || !heads.some((head) => head.journalId === journalId)) {
        const kept = await keepTill(identity);
        if (!kept.ok) return await tell(kept.problem.type, identity);
        keptJournal = journalId;
      }
      let problem: MirrorStatus['problem'] = null;
      // The last of a journal that was left may have been written while nobody could mirror it.
      for (const each of [...identity.earlierJournalIds, journalId]) {
        const after = heads.find((head) => head.journalId === each)?.seq ?? 0;
        if (each === journalId) mirrored = after;
        const taken = await mirrorFrom({ ledger, mirror, tillId }, each, after);
        if (taken.ok && each === journalId) mirrored = taken.value;
        // One that lacks operations for good is kept as it is; it holds up no other.
        if (!taken.ok && (each === journalId || !(await isIncomplete(ledger, each))))
          problem ??= taken.problem.type;
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
