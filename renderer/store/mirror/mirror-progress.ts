import type { JournalMirror, MirrorHead, MirrorProblem } from '#shared/mirror/journal-mirror.ts';
import type { RestorableLedger } from '../ledger.ts';
import { mirrorFrom } from './compare-journal.ts';

type Progress = {
  /** How far the mirror of a journal goes; undefined = there is none of it. */
  readonly note: (journalId: string, head: MirrorHead | undefined) => void;
  /** Gives the mirror what it lacks of a journal, as far as it goes by this head; null = it lacks nothing more. */
  readonly offer: (
    tillId: string,
    journalId: string,
    head: MirrorHead | undefined,
  ) => Promise<MirrorProblem['type'] | null>;
  /** Operations of these journals that are in no mirror, by what was noted last. */
  readonly lag: (journalIds: readonly string[]) => Promise<number>;
};

/** How far each journal of a till is mirrored. */
export const mirrorProgress = ({
  ledger,
  mirror,
}: {
  readonly ledger: RestorableLedger;
  readonly mirror: JournalMirror;
}): Progress => {
  /** The last sequence of each journal up to which it is. */
  const mirrored = new Map<string, number>();
  /** Journals whose mirror lacks what the ledger lacks, too: a hole of a ledger stays for good. */
  const holed = new Set<string>();

  /** Whether a hole of the mirror is one of the ledger, and not what somebody took out of the mirror alone. */
  const isOwnHole = async (journalId: string, gap: number): Promise<boolean> => {
    if (holed.has(journalId)) return true;
    const isOwn = (await ledger.gap(journalId)) === gap;
    if (isOwn) holed.add(journalId);
    return isOwn;
  };

  return {
    note: (journalId, head) => {
      mirrored.set(journalId, head?.seq ?? 0);
    },
    offer: async (tillId, journalId, head) => {
      const gap = head?.gap ?? null;
      if (gap !== null && !(await isOwnHole(journalId, gap))) {
        // The comparison at the next start makes it whole.
        mirrored.set(journalId, gap - 1);
        return 'mirror_gap';
      }
      const taken = await mirrorFrom({ ledger, mirror, tillId }, journalId, head?.seq ?? 0);
      if (!taken.ok) return taken.problem.type;
      mirrored.set(journalId, taken.value.seq);
      return null;
    },
    lag: async (journalIds) => {
      let lag = 0;
      for (const journalId of journalIds) {
        const end = (await ledger.head(journalId))?.seq ?? 0;
        lag += Math.max(0, end - (mirrored.get(journalId) ?? 0));
      }
      return lag;
    },
  };
};
