import { mkdir, readdir, readFile, rename, truncate } from 'node:fs/promises';
import path from 'node:path';
import { GENESIS_HASH } from '#shared/operations/envelope.ts';
import { syncFolder, writeDurably } from '../disk/write-durably.ts';
import { appendDurably, type Append } from './append-durably.ts';
import { envelopeOf, mirrorLine, textOfLine } from './mirror-line.ts';

/** A file holds this much before the next is begun: what is full is never written again. */
const ROTATE_AT = 4 * 1024 * 1024;

type Part = {
  readonly name: string;
  readonly firstSeq: number;
  /** Whole operations in it. */
  readonly count: number;
  /** Bytes of those. */
  readonly size: number;
};

/** What lies on the disk of one journal. */
export type LogState = {
  readonly seq: number;
  /** Of its last operation; the genesis hash of an empty log. */
  readonly hash: string;
  /** The first sequence that is missing before its last operation; null = none is. */
  readonly gap: number | null;
  /** Something after its last whole operation cannot be read and is no torn end. */
  readonly isDamaged: boolean;
};

/** The files of one journal, oldest first. Not safe for two calls at once: `open-journal-mirror.ts` sees to that. */
export type JournalLog = {
  readonly state: () => LogState;
  /** Whole operations in it. */
  readonly count: () => number;
  /**
   * `texts` are the next ones, in sequence from `firstSeq` on; on the disk when it resolves. Those behind a hole begin a file
   * of their own. Rejects and leaves nothing half written.
   */
  readonly append: (texts: readonly string[], firstSeq: number, hash: string) => Promise<void>;
  /** Texts after a sequence, in sequence, at most `limit`. */
  readonly read: (after: number, limit: number) => Promise<string[]>;
};

type Scanned = { readonly texts: readonly string[]; readonly size: number; readonly rest: string };

const nameOf = (firstSeq: number): string => `${String(firstSeq).padStart(10, '0')}.log`;

const firstSeqOf = (name: string): number => Number(name.slice(0, 10));

const isPart = (name: string): boolean => /^[0-9]{10}\.log$/.test(name);

/** Every whole operation from the start of a file, and what follows the last of them. */
const scan = (bytes: Buffer): Scanned => {
  const texts: string[] = [];
  let size = 0;
  for (;;) {
    const end = bytes.indexOf(10, size);
    const text = end === -1 ? null : textOfLine(bytes.toString('utf8', size, end));
    if (text === null) return { texts, size, rest: bytes.toString('utf8', size) };
    texts.push(text);
    size = end + 1;
  }
};

/** A power cut leaves one line without its end; anything that follows a line feed was written whole. */
const isTorn = ({ rest }: Scanned): boolean => !rest.includes('\n');

/** The log with the operations from a sequence through this last one behind it. */
const grownBy = (
  { seq, gap }: LogState,
  firstSeq: number,
  last: { readonly seq: number; readonly hash: string },
): LogState => ({
  seq: last.seq,
  hash: last.hash,
  gap: gap ?? (firstSeq > seq + 1 ? seq + 1 : null),
  isDamaged: false,
});

type Opened = { parts: Part[]; state: LogState };

const openParts = async (folder: string, journalId: string): Promise<Opened> => {
  const names = (await readdir(folder)).filter(isPart).toSorted();
  const parts: Part[] = [];
  let state: LogState = { seq: 0, hash: GENESIS_HASH, gap: null, isDamaged: false };
  for (const name of names) {
    const scanned = scan(await readFile(path.join(folder, name)));
    const { texts, size, rest } = scanned;
    const firstSeq = firstSeqOf(name);
    const last = texts.length === 0 ? null : envelopeOf(texts.at(-1) ?? '');
    const isOwn =
      last === null || (last.journalId === journalId && last.seq === firstSeq + texts.length - 1);
    if (firstSeq <= state.seq || !isOwn || (texts.length > 0 && last === null))
      return { parts, state: { ...state, isDamaged: true } };
    parts.push({ name, firstSeq, count: texts.length, size });
    if (last) state = grownBy(state, firstSeq, last);
    if (rest === '') continue;
    const isLast = name === names.at(-1);
    if (!isLast || !isTorn(scanned)) return { parts, state: { ...state, isDamaged: true } };
    await truncate(path.join(folder, name), size);
  }
  return { parts, state };
};

/** Opens what lies there: a torn end is cut off, damage is told of and left as it is. */
export const openJournalLog = async (
  folder: string,
  journalId: string,
  { append = appendDurably, rotateAt = ROTATE_AT }: { append?: Append; rotateAt?: number } = {},
): Promise<JournalLog> => {
  if ((await mkdir(folder, { recursive: true, mode: 0o700 })) !== undefined)
    await syncFolder(path.dirname(folder));
  const { parts, state: opened } = await openParts(folder, journalId);
  let state = opened;

  const partFor = (firstSeq: number): Part => {
    const last = parts.at(-1);
    const isNext = last?.firstSeq === firstSeq - (last?.count ?? 0);
    if (last && isNext && last.size < rotateAt) return last;
    return { name: nameOf(firstSeq), firstSeq, count: 0, size: 0 };
  };

  return {
    state: () => state,
    count: () => parts.reduce((sum, { count }) => sum + count, 0),
    append: async (texts, firstSeq, hash) => {
      const part = partFor(firstSeq);
      const bytes = Buffer.from(texts.map(mirrorLine).join(''));
      await append(path.join(folder, part.name), part.size, bytes);
      const grown = { ...part, count: part.count + texts.length, size: part.size + bytes.length };
      if (parts.at(-1)?.name === part.name) parts.pop();
      parts.push(grown);
      state = grownBy(state, firstSeq, { seq: firstSeq + texts.length - 1, hash });
    },
    read: async (after, limit) => {
      const found: string[] = [];
      for (const { name, firstSeq, count } of parts) {
        if (firstSeq + count - 1 <= after || found.length >= limit) continue;
        const { texts } = scan(await readFile(path.join(folder, name)));
        const from = Math.max(0, after + 1 - firstSeq);
        found.push(...texts.slice(from, Math.min(count, from + limit - found.length)));
      }
      return found;
    },
  };
};

/** Names of the files, oldest first, that may hold what follows a sequence. */
const filesAfter = async (folder: string, afterSeq: number): Promise<string[]> => {
  const names = (await readdir(folder)).filter(isPart).toSorted();
  return names.filter((_, index) => {
    const next = names[index + 1];
    return next === undefined || firstSeqOf(next) > afterSeq + 1;
  });
};

/** Whole operations of a journal after a sequence, in sequence, at most `limit`: wherever they stand, whatever is before them. */
export const salvage = async (
  folder: string,
  journalId: string,
  afterSeq: number,
  limit: number,
): Promise<string[]> => {
  const found: { readonly seq: number; readonly text: string }[] = [];
  for (const name of await filesAfter(folder, afterSeq)) {
    if (found.length >= limit) break;
    for (const line of (await readFile(path.join(folder, name), 'utf8')).split('\n')) {
      const text = textOfLine(line);
      const envelope = text === null ? null : envelopeOf(text);
      if (text !== null && envelope?.journalId === journalId && envelope.seq > afterSeq)
        found.push({ seq: envelope.seq, text });
    }
  }
  const inSequence = found.toSorted((one, other) => one.seq - other.seq);
  return inSequence.slice(0, limit).map(({ text }) => text);
};

/**
 * Keeps everything from `afterSeq` on in a folder beside, for a person to look at, and leaves what is before it: the
 * log can be written again from there. `stamp` names the folder.
 */
export const setAsideAfter = async (
  folder: string,
  afterSeq: number,
  stamp: string,
): Promise<void> => {
  const aside = path.join(path.dirname(folder), 'set-aside', `${path.basename(folder)}-${stamp}`);
  await mkdir(aside, { recursive: true, mode: 0o700 });
  // The last file first, so that where this is cut short what is left has no hole in it.
  for (const name of (await filesAfter(folder, afterSeq)).toReversed()) {
    const file = path.join(folder, name);
    const bytes = await readFile(file);
    const kept = scan(bytes).texts.slice(0, Math.max(0, afterSeq + 1 - firstSeqOf(name)));
    if (kept.length === 0) {
      await rename(file, path.join(aside, name));
      continue;
    }
    await writeDurably(path.join(aside, name), bytes);
    await writeDurably(file, kept.map(mirrorLine).join(''));
  }
  await syncFolder(aside);
  await syncFolder(folder);
};
