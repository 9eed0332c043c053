import { mkdir, statfs } from 'node:fs/promises';
import path from 'node:path';
import { oneAtATime } from '#shared/kernel/one-at-a-time.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import type {
  JournalMirror,
  MirroredTill,
  MirrorHead,
  MirrorProblem,
} from '#shared/mirror/journal-mirror.ts';
import { appendDurably, type Append } from './append-durably.ts';
import { freeDiskOf } from './free-disk.ts';
import { type JournalLog, openJournalLog, salvage, setAsideAfter } from './journal-log.ts';
import {
  namesIn,
  plainSealer,
  readKept,
  type Sealer,
  tillFolders,
  writeKept,
} from './kept-tills.ts';
import { isJournalOf, journalFolder, tillFolder } from './mirror-folders.ts';
import { nextOf } from './next-of.ts';

export type MirrorOptions = {
  /** Outside the browser profile. */
  readonly folder: string;
  readonly now: () => string;
  readonly sealer?: Sealer;
  readonly append?: Append;
  /** Bytes after which the next file is begun. */
  readonly rotateAt?: number;
};

const headOf = (journalId: string, log: JournalLog): MirrorHead => ({ journalId, ...log.state() });

/** A time as part of a file's name. */
const stampOf = (at: string): string => at.replaceAll(/[:.]/g, '-');

const problemOf = (error: unknown): MirrorProblem => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  return code === 'ENOSPC' || code === 'EDQUOT'
    ? { type: 'disk_full' }
    : { type: 'disk_failed', code };
};

/** The mirror of this computer. One process at a time may have it; a folder that cannot be made fails each call. */
export const openJournalMirror = ({
  folder,
  now,
  sealer = plainSealer,
  append = appendDurably,
  rotateAt,
}: MirrorOptions): JournalMirror => {
  const logs = new Map<string, JournalLog>();
  /** Files have one writer. */
  const inTurn = oneAtATime();

  const logOf = async (tillId: string, journalId: string): Promise<JournalLog> => {
    const own = journalFolder(folder, tillId, journalId);
    const known = logs.get(journalId);
    if (known) return known;
    const options = rotateAt === undefined ? { append } : { append, rotateAt };
    const log = await openJournalLog(own, journalId, options);
    logs.set(journalId, log);
    return log;
  };
  const heads = async (tillId: string): Promise<MirrorHead[]> => {
    const names = (await namesIn(tillFolder(folder, tillId))).map(({ name }) => name);
    // Somebody may have deleted what was here: it is not there because it was.
    for (const known of logs.keys())
      if (isJournalOf(tillId, known) && !names.includes(known)) logs.delete(known);
    const found: MirrorHead[] = [];
    for (const journalId of names) {
      if (isJournalOf(tillId, journalId))
        found.push(headOf(journalId, await logOf(tillId, journalId)));
    }
    return found;
  };

  return {
    tills: () =>
      inTurn(async () => {
        const tills: MirroredTill[] = [];
        const faults: unknown[] = [];
        for (const name of await tillFolders(folder)) {
          try {
            const till = await readKept(path.join(folder, name), sealer);
            let operations = 0;
            for (const { journalId } of await heads(name))
              operations += (await logOf(name, journalId)).count();
            // What it wrote is worth taking back, also when nobody can tell who it is any more.
            if (operations > 0 || (till !== null && till !== 'unreadable'))
              tills.push({ tillId: name, operations });
          } catch (error) {
            faults.push(error);
          }
        }
        // One that the disk does not give hides none of the others.
        if (tills.length === 0 && faults.length > 0) throw faults[0];
        return tills;
      }),
    kept: (tillId) =>
      inTurn(async () => {
        const till = await readKept(tillFolder(folder, tillId), sealer);
        return till === 'unreadable' ? null : till;
      }),
    keep: (till) =>
      inTurn(async () => {
        try {
          await writeKept(tillFolder(folder, till.tillId), till, sealer, stampOf(now()));
          return ok(null);
        } catch (error) {
          return fail(problemOf(error));
        }
      }),
    heads: (tillId) => inTurn(() => heads(tillId)),
    append: (tillId, journalId, texts, after) =>
      inTurn(async () => {
        try {
          const log = await logOf(tillId, journalId);
          const next = await nextOf(log, journalId, texts, after);
          if (!next.ok) return next;
          const [first] = next.value;
          const end = next.value.at(-1);
          if (first && end) await log.append(texts.slice(-next.value.length), first.seq, end.hash);
          return ok(headOf(journalId, log));
        } catch (error) {
          // What lies there now is looked at anew before anything follows it.
          logs.delete(journalId);
          return fail(problemOf(error));
        }
      }),
    read: (tillId, journalId, after, limit) =>
      inTurn(async () => (await logOf(tillId, journalId)).read(after, limit)),
    salvage: (tillId, journalId, after, limit) =>
      inTurn(() => salvage(journalFolder(folder, tillId, journalId), journalId, after, limit)),
    setAside: (tillId, journalId, afterSeq) =>
      inTurn(async () => {
        logs.delete(journalId);
        await setAsideAfter(journalFolder(folder, tillId, journalId), afterSeq, stampOf(now()));
        return null;
      }),
    freeDisk: async () => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      return freeDiskOf(await statfs(folder));
    },
  };
};
