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
import { verifiedRows } from './verified-rows.ts';

/** One journal in both places, after the comparison. */
export type Compared = {
  readonly journalId: string;
  /** Operations that the ledger had lost and the mirror gave back. */
  readonly restored: number;
  /** Operations that the mirror lacked. */
  readonly mirrored: number;
  /** Something in the mirror could not be read; it lies in a folder beside now. */
  readonly wasDamaged: boolean;
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
  return { here: row?.text, there: text };
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

/** The ledger takes from the mirror what it lacks, as far as that is what a till wrote. */
const restore = async (
  { ledger, mirror, crypto, tillId }: CompareParts,
  journalId: string,
  from: JournalHead | null,
  through: number,
): Promise<number> => {
  await markIncomplete(ledger, journalId);
  let place: { seq: number; hash: string | null } = from ?? { seq: 0, hash: null };
  while (place.seq < through) {
    const texts = await mirror.read(tillId, journalId, place.seq, MIRROR_BATCH);
    const rows = await verifiedRows(journalId, texts, place, crypto);
    if (rows.length > 0) await ledger.restore(rows);
    const last = rows.at(-1);
    if (last) place = last;
    if (rows.length < texts.length || texts.length === 0) break;
  }
  return place.seq;
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
    const rows = takeTurn(await ledger.read(journalId, seq, MIRROR_BATCH));
    const last = rows.at(-1);
    if (!last) return ok(seq);
    const texts = rows.map(({ text }) => text);
    const taken = await mirror.append(tillId, journalId, texts);
    if (!taken.ok) return taken;
    ({ seq } = last);
  }
};

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
  const here = await ledger.head(journalId);
  const common = Math.min(here?.seq ?? 0, mirrored.seq);
  if (common > 0) {
    const { here: own, there: copy } = await textAt(parts, journalId, common);
    if (own !== copy) {
      const seq = await firstDifference(parts, journalId, common);
      const isUnreadable = (await textAt(parts, journalId, seq)).there === undefined;
      if (!isUnreadable) return fail({ type: 'journal_disagrees', journalId, seq });
      // Damaged since its files were opened: whole until here, and made anew from the ledger.
      await mirror.setAside(tillId, journalId, seq - 1);
      const again = await compareJournal(parts, journalId);
      return again.ok ? ok({ ...again.value, wasDamaged: true }) : again;
    }
  }
  const held = here?.seq ?? 0;
  const reached = mirrored.seq > held ? await restore(parts, journalId, here, mirrored.seq) : held;
  const wasDamaged = (there?.isDamaged ?? false) || reached < mirrored.seq;
  if (wasDamaged) await mirror.setAside(tillId, journalId, Math.min(reached, mirrored.seq));
  const from = Math.min(reached, mirrored.seq);
  const completed = await mirrorFrom(parts, journalId, from);
  if (!completed.ok) return completed;
  return ok({ journalId, restored: reached - held, mirrored: completed.value - from, wasDamaged });
};
