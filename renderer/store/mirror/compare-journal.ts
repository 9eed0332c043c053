import type { Crypto } from '#shared/kernel/crypto.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import {
  type JournalMirror,
  MIRROR_BATCH,
  MIRROR_CHARACTERS,
  type MirrorProblem,
} from '#shared/mirror/journal-mirror.ts';
import type { JournalHead } from '#shared/operations/seal.ts';
import type { Ledger, RestorableLedger, SealedText } from '../ledger.ts';
import { markIncomplete } from './incomplete.ts';
import { bySequence, firstDifference, lastAlike } from './side-by-side.ts';
import { soundRows } from './verified-rows.ts';

/** One journal in both places, after the comparison. */
export type Compared = {
  readonly journalId: string;
  /** Operations that the ledger had lost and the mirror gave back. */
  readonly restored: number;
  /** Operations that the mirror lacked and took; those that it does not take now it takes later, or says so. */
  readonly mirrored: number;
  /** Something in the mirror could not be read; it lies in a folder beside now. */
  readonly wasDamaged: boolean;
  /** Operations are in neither of them: nobody here knows what they were. */
  readonly isLacking: boolean;
};

/** Journal and mirror hold different operations under this sequence. */
export type CompareProblem = {
  readonly type: 'journal_disagrees';
  readonly journalId: string;
  readonly seq: number;
};

export type CompareParts = {
  readonly ledger: RestorableLedger;
  readonly mirror: JournalMirror;
  readonly crypto: Pick<Crypto, 'sha256'>;
  readonly tillId: string;
};

const textAt = async ({ ledger, mirror, tillId }: CompareParts, journalId: string, seq: number) => {
  const [row] = await ledger.read(journalId, seq - 1, 1);
  const texts = await mirror.read(tillId, journalId, seq - 1, 1);
  // Where one lacks it, the next one comes.
  return {
    here: row?.seq === seq ? row.text : undefined,
    there: bySequence(texts, seq - 1).get(seq),
  };
};

/** The next texts of the mirror after a sequence; what it cannot read is passed over. */
const textsAfter = async (
  { mirror, tillId }: CompareParts,
  journalId: string,
  seq: number,
  isDamaged: boolean,
): Promise<readonly string[]> => {
  const texts = isDamaged ? [] : await mirror.read(tillId, journalId, seq, MIRROR_BATCH);
  return texts.length > 0 ? texts : mirror.salvage(tillId, journalId, seq, MIRROR_BATCH);
};

/** The ledger takes from the mirror what it lacks after a place of it, as far as that is what a till wrote. Gives how many it took. */
const restore = async (
  parts: CompareParts,
  journalId: string,
  from: JournalHead | null,
  isDamaged: boolean,
): Promise<Result<number, CompareProblem>> => {
  const { ledger, crypto } = parts;
  let restored = 0;
  let place: { seq: number; hash: string | null } = from ?? { seq: 0, hash: null };
  for (;;) {
    const texts = await textsAfter(parts, journalId, place.seq, isDamaged);
    const rows = await soundRows(journalId, texts, place, crypto);
    const last = rows.at(-1);
    if (!last) return ok(restored);
    const held = await ledger.read(journalId, place.seq, last.seq - place.seq);
    const here = new Map(held.map(({ seq, text }) => [seq, text]));
    const other = rows.find(({ seq, text }) => (here.get(seq) ?? text) !== text);
    if (other) return fail({ type: 'journal_disagrees', journalId, seq: other.seq });
    const missing = rows.filter(({ seq }) => !here.has(seq));
    if (missing.length > 0) {
      await markIncomplete(ledger, journalId);
      await ledger.restore(missing);
    }
    restored += missing.length;
    if (rows.length < texts.length) return ok(restored);
    place = last;
  }
};

/** As many of them as go over the bridge at once. */
const takeTurn = (rows: readonly SealedText[]): readonly SealedText[] => {
  let characters = 0;
  const tooMany = rows.findIndex(({ text }) => (characters += text.length) > MIRROR_CHARACTERS);
  return tooMany === -1 ? rows : rows.slice(0, Math.max(1, tooMany));
};

/** The mirror takes from the ledger what it lacks, behind holes of it too. Gives the last sequence it holds then, and how many it took. */
export const mirrorFrom = async (
  {
    ledger,
    mirror,
    tillId,
  }: { readonly ledger: Ledger; readonly mirror: JournalMirror; readonly tillId: string },
  journalId: string,
  after: number,
): Promise<Result<{ readonly seq: number; readonly count: number }, MirrorProblem>> => {
  let seq = after;
  let count = 0;
  for (;;) {
    const held = await ledger.read(journalId, seq, MIRROR_BATCH);
    const [first] = held;
    // One run: what lies behind something that the ledger lacks goes by itself.
    const next = held.filter((row, index) => row.seq === (first?.seq ?? 0) + index);
    const rows = takeTurn(next);
    const last = rows.at(-1);
    if (!last) return ok({ seq, count });
    const texts = rows.map(({ text }) => text);
    const taken = await mirror.append(tillId, journalId, texts, seq);
    if (!taken.ok) return taken;
    ({ seq } = last);
    count += rows.length;
  }
};

/** The operation before a sequence, which what is put back links to; null = there is none. */
const placeBefore = async (
  ledger: Ledger,
  journalId: string,
  seq: number,
): Promise<JournalHead | null> =>
  seq === 1 ? null : ((await ledger.read(journalId, seq - 2, 1))[0] ?? null);

/**
 * Whether the mirror holds, as it lies on the disk now, the last of the operations that both should have; each hash binds all
 * before it. A problem: it holds another.
 */
const isReadable = async (
  parts: CompareParts,
  journalId: string,
  seq: number,
): Promise<Result<boolean, CompareProblem>> => {
  if (seq === 0) return ok(true);
  const { here, there } = await textAt(parts, journalId, seq);
  if (here === undefined || here === there) return ok(true);
  if (there === undefined) return ok(false);
  const first = await firstDifference(parts, journalId);
  return fail({ type: 'journal_disagrees', journalId, seq: first ?? seq });
};

/**
 * Compares a journal with its mirror and completes whichever lacks operations from the other (design §4). Where both
 * hold different operations nothing is changed on either side. A hole that nobody can fill stays in both, and what stands
 * behind it is in both too.
 */
export const compareJournal = async (
  parts: CompareParts,
  journalId: string,
): Promise<Result<Compared, CompareProblem>> => {
  const { ledger, mirror, tillId } = parts;
  const heads = await mirror.heads(tillId);
  const there = heads.find((head) => head.journalId === journalId);
  const mirrored = there?.seq ?? 0;
  const here = await ledger.head(journalId);
  const held = here?.seq ?? 0;
  const readable = await isReadable(parts, journalId, Math.min(held, mirrored));
  if (!readable.ok) return readable;
  const isDamaged = there?.isDamaged === true || !readable.value;
  const gap = await ledger.gap(journalId);
  // What a mirror cannot read behind a ledger that lost nothing is nobody's operation.
  const lacks = gap !== null || mirrored > held || (isDamaged && held === 0);
  if (lacks) await markIncomplete(ledger, journalId);
  const from = gap === null ? here : await placeBefore(ledger, journalId, gap);
  const restored = lacks || isDamaged ? await restore(parts, journalId, from, isDamaged) : ok(0);
  if (!restored.ok) return restored;
  const left = await ledger.gap(journalId);
  const end = (await ledger.head(journalId))?.seq ?? 0;
  const isWhole = left === null && (there?.gap ?? null) === null && !isDamaged;
  // From here on the ledger has all that a till wrote, and the mirror is made as it is.
  const kept = isWhole ? Math.min(end, mirrored) : await lastAlike(parts, journalId);
  const wasDamaged = isDamaged || kept < mirrored;
  if (wasDamaged) await mirror.setAside(tillId, journalId, kept);
  const completed = await mirrorFrom(parts, journalId, kept);
  const isShort = there?.isDamaged ? end <= mirrored : end < mirrored;
  return ok({
    journalId,
    restored: restored.value,
    mirrored: completed.ok ? completed.value.count : 0,
    wasDamaged,
    isLacking: left !== null || (lacks && isShort),
  });
};
