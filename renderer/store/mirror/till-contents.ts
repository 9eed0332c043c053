import type { Crypto } from '#shared/kernel/crypto.ts';
import { generationOf } from '#shared/kernel/ids.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import {
  type JournalMirror,
  MIRROR_BATCH,
  MIRROR_CHARACTERS,
  type MirrorProblem,
} from '#shared/mirror/journal-mirror.ts';
import type { TillContents } from '#shared/mirror/till-file.ts';
import { parseEnvelope } from '#shared/operations/parse-operation.ts';
import { readIdentity } from '../identity.ts';
import type { Ledger } from '../ledger.ts';
import { bySequence } from './side-by-side.ts';
import { verifiedRows } from './verified-rows.ts';

type Run = TillContents['journals'][number];

/** What a mirror holds of a journal: a run for each part of it that has no hole. */
const readRuns = async (
  mirror: JournalMirror,
  tillId: string,
  journalId: string,
): Promise<readonly Run[]> => {
  const runs: Run[] = [];
  let last = 0;
  for (;;) {
    const turn = bySequence(await mirror.read(tillId, journalId, last, MIRROR_BATCH), last);
    if (turn.size === 0) return runs;
    for (const [seq, text] of turn) {
      if (seq !== last + 1 || runs.length === 0) runs.push({ journalId, texts: [] });
      runs.at(-1)?.texts.push(text);
      last = seq;
    }
  }
};

/** Everything that a mirror holds of a till, to be carried to another; null = it knows no such till. */
export const readContents = async (
  mirror: JournalMirror,
  tillId: string,
): Promise<TillContents | null> => {
  const till = await mirror.kept(tillId);
  if (till === null) return null;
  const journals: Run[] = [];
  for (const { journalId } of await mirror.heads(tillId))
    journals.push(...(await readRuns(mirror, tillId, journalId)));
  // A spare journal belongs to the computer that it was opened for: two of them in one would be a fork (rule J1).
  return { till: { ...till, spare: null }, journals };
};

/** Whether every operation that the ledger holds of its till is there: nothing is left behind unsaid. */
export const holdsAll = async ({ journals }: TillContents, ledger: Ledger): Promise<boolean> => {
  const identity = await readIdentity(ledger);
  if (!identity) return false;
  const carried = new Set(journals.flatMap(({ texts }) => texts));
  for (const journalId of [...identity.earlierJournalIds, identity.journalId]) {
    let after = 0;
    for (;;) {
      const rows = await ledger.read(journalId, after, MIRROR_BATCH);
      const last = rows.at(-1);
      if (!last) break;
      if (rows.some(({ text }) => !carried.has(text))) return false;
      after = last.seq;
    }
  }
  return true;
};

/** How many of them go at once. */
const turnOf = (texts: readonly string[]): readonly string[] => {
  const most = texts.slice(0, MIRROR_BATCH);
  let characters = 0;
  const tooMany = most.findIndex((text) => (characters += text.length) > MIRROR_CHARACTERS);
  return tooMany === -1 ? most : most.slice(0, Math.max(1, tooMany));
};

/** A run, from behind this sequence through its last; `before`: the last of the run of that journal before it, else 0. */
type Placed = Run & { readonly before: number; readonly end: number };

/** Where the runs stand; null = not all of one is, hash by hash, what a till wrote, or it does not stand behind the one before it. */
const placed = async (
  runs: readonly Run[],
  crypto: Pick<Crypto, 'sha256'>,
): Promise<readonly Placed[] | null> => {
  const ends = new Map<string, number>();
  const found: Placed[] = [];
  for (const { journalId, texts } of runs) {
    const before = ends.get(journalId) ?? 0;
    const first = parseEnvelope(texts[0] ?? '');
    if (!first.ok) {
      if (texts.length > 0) return null;
      continue;
    }
    const after = first.value.seq - 1;
    const rows = await verifiedRows(journalId, texts, { seq: after, hash: null }, crypto);
    if (rows.length < texts.length || (before > 0 && after <= before)) return null;
    const end = after + rows.length;
    ends.set(journalId, end);
    found.push({ journalId, texts, before, end });
  }
  return found;
};

/**
 * Puts a till into a mirror that may know it already: what it holds is compared and stays, and where both differ nothing follows
 * (`mirror_disagrees`). Each operation is checked against its hash and the one before, all of them before any is taken.
 */
export const writeContents = async (
  mirror: JournalMirror,
  { till, journals }: TillContents,
  crypto: Pick<Crypto, 'sha256'>,
): Promise<Result<null, MirrorProblem>> => {
  const { tillId } = till;
  const isOwn = journals.every(({ journalId }) => journalId.startsWith(`${tillId}_`));
  const runs = isOwn ? await placed(journals, crypto) : null;
  if (runs === null) return fail({ type: 'mirror_malformed' });
  for (const { journalId, texts, before, end } of runs) {
    let after = before;
    let left: readonly string[] = texts;
    while (left.length > 0) {
      const turn = turnOf(left);
      const taken = await mirror.append(tillId, journalId, turn, after);
      if (!taken.ok) return taken;
      left = left.slice(turn.length);
      after = end - left.length;
    }
  }
  const kept = await mirror.kept(tillId);
  // Who this computer knows as that till may have gone further since.
  if (kept && generationOf(kept.journalId) >= generationOf(till.journalId)) return ok(null);
  return mirror.keep(till);
};
