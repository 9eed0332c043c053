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
import { soundRows } from './verified-rows.ts';

/** One journal in both places, after the comparison. */
export type Compared = {
  readonly journalId: string;
  /** Operations that the ledger had lost and the mirror gave back. */
  readonly restored: number;
  /** Operations that the mirror lacked. */
  readonly mirrored: number;
  /** Something in the mirror could not be read; it lies in a folder beside now. */
  readonly wasDamaged: boolean;
  /** Operations are in neither of them: nobody here knows what they were. */
  readonly isLacking: boolean;
};

export type CompareProblem =
  | MirrorProblem
  /** Journal and mirror hold different operations under this sequence. */
  | { readonly type: 'journal_disagrees'; readonly journalId: string; readonly seq: number };

export type CompareParts = {
  readonly ledger: RestorableLedger;
  readonly mirror: JournalMirror;
  readonly crypto: Pick<Crypto, 'sha256'>;
  readonly tillId: string;
};

type Place = { readonly seq: number; readonly hash: string };

const EMPTY = { seq: 0, hash: '' };

const textAt = async ({ ledger, mirror, tillId }: CompareParts, journalId: string, seq: number) => {
  const [row] = await ledger.read(journalId, seq - 1, 1);
  const [text] = await mirror.read(tillId, journalId, seq - 1, 1);
  // Where the ledger lacks it, the next one comes.
  return { here: row?.seq === seq ? row.text : undefined, there: text };
};

/** The first sequence up to `seq` that differs; each hash binds all before it, so that halving finds it. */
const firstDifference = async (
  parts: CompareParts,
  journalId: string,
  seq: number,
): Promise<number> => {
  let [same, different] = [0, seq];
  while (different - same > 1) {
    const middle = Math.floor((same + different) / 2);
    const { here, there } = await textAt(parts, journalId, middle);
    if (here === there) same = middle;
    else different = middle;
  }
  return different;
};

/** The next texts of the mirror after a sequence; what it cannot read is passed over once nothing is left before it. */
const textsAfter = async (
  { mirror, tillId }: CompareParts,
  journalId: string,
  seq: number,
): Promise<readonly string[]> => {
  const texts = await mirror.read(tillId, journalId, seq, MIRROR_BATCH);
  return texts.length > 0 ? texts : mirror.salvage(tillId, journalId, seq, MIRROR_BATCH);
};

/** The ledger takes from the mirror what it lacks after a place of it, as far as that is what a till wrote. Gives how many it took. */
const restore = async (
  parts: CompareParts,
  journalId: string,
  from: JournalHead | null,
): Promise<Result<number, CompareProblem>> => {
  const { ledger, crypto } = parts;
  let restored = 0;
  let place: { seq: number; hash: string | null } = from ?? { seq: 0, hash: null };
  for (;;) {
    const texts = await textsAfter(parts, journalId, place.seq);
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

/** The mirror takes from the ledger what it lacks; resolves with the sequence it holds then. */
export const mirrorFrom = async (
  {
    ledger,
    mirror,
    tillId,
  }: { readonly ledger: Ledger; readonly mirror: JournalMirror; readonly tillId: string },
  journalId: string,
  after: number,
): Promise<Result<number, MirrorProblem>> => {
  let seq = after;
  for (;;) {
    const held = await ledger.read(journalId, seq, MIRROR_BATCH);
    // What lies behind something that the ledger lacks cannot follow it in the mirror.
    const next = held.filter((row, index) => row.seq === seq + 1 + index);
    const rows = takeTurn(next);
    const last = rows.at(-1);
    if (!last) return ok(seq);
    const texts = rows.map(({ text }) => text);
    const taken = await mirror.append(tillId, journalId, texts);
    if (!taken.ok) return taken;
    ({ seq } = last);
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
 * Compares a journal with its mirror and completes whichever lacks operations from the other (design §4). Where both
 * hold different operations nothing is changed on either side.
 */
export const compareJournal = async (
  parts: CompareParts,
  journalId: string,
): Promise<Result<Compared, CompareProblem>> => {
  const { ledger, mirror, tillId } = parts;
  const heads = await mirror.heads(tillId);
  const there = heads.find((head) => head.journalId === journalId);
  const mirrored: Place = there ?? EMPTY;
  const isDamaged = there?.isDamaged ?? false;
  const here = await ledger.head(journalId);
  const held = here?.seq ?? 0;
  const common = Math.min(held, mirrored.seq);
  if (common > 0) {
    const { here: own, there: copy } = await textAt(parts, journalId, common);
    if (own !== undefined && own !== copy) {
      const seq = await firstDifference(parts, journalId, common);
      const isUnreadable = (await textAt(parts, journalId, seq)).there === undefined;
      if (!isUnreadable) return fail({ type: 'journal_disagrees', journalId, seq });
      // Damaged since its files were opened: whole until here, and made anew from the ledger.
      await mirror.setAside(tillId, journalId, seq - 1);
      const again = await compareJournal(parts, journalId);
      return again.ok ? ok({ ...again.value, wasDamaged: true }) : again;
    }
  }
  const gap = await ledger.gap(journalId);
  // What a mirror cannot read behind a ledger that lost nothing is nobody's operation.
  const lacks = gap !== null || mirrored.seq > held || (isDamaged && held === 0);
  if (lacks) await markIncomplete(ledger, journalId);
  const from = gap === null ? here : await placeBefore(ledger, journalId, gap);
  const restored = lacks || isDamaged ? await restore(parts, journalId, from) : ok(0);
  if (!restored.ok) return restored;
  const left = await ledger.gap(journalId);
  const end = (await ledger.head(journalId))?.seq ?? 0;
  const reached = left === null ? end : left - 1;
  const wasDamaged = isDamaged || reached < mirrored.seq;
  const isShort = isDamaged ? end <= mirrored.seq : end < mirrored.seq;
  const isLacking = left !== null || (lacks && isShort);
  const whole = { journalId, restored: restored.value, wasDamaged, isLacking };
  // Whoever loses the profile once more finds there what there is.
  if (left !== null && wasDamaged) return ok({ ...whole, mirrored: 0 });
  const kept = Math.min(reached, mirrored.seq);
  if (wasDamaged) await mirror.setAside(tillId, journalId, kept);
  const completed = await mirrorFrom(parts, journalId, kept);
  if (!completed.ok) return completed;
  return ok({ ...whole, mirrored: completed.value - kept });
};
