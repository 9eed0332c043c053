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
import { verifiedRows } from './verified-rows.ts';

/** Everything that a mirror holds of a till, to be carried to another; null = it knows no such till. */
export const readContents = async (
  mirror: JournalMirror,
  tillId: string,
): Promise<TillContents | null> => {
  const till = await mirror.kept(tillId);
  if (till === null) return null;
  const journals: TillContents['journals'] = [];
  for (const { journalId } of await mirror.heads(tillId)) {
    const texts: string[] = [];
    for (;;) {
      const turn = await mirror.read(tillId, journalId, texts.length, MIRROR_BATCH);
      if (turn.length === 0) break;
      texts.push(...turn);
    }
    journals.push({ journalId, texts });
  }
  // A spare journal belongs to the computer that it was opened for: two of them in one would be a fork (rule J1).
  return { till: { ...till, spare: null }, journals };
};

/** How many of them go at once. */
const turnOf = (texts: readonly string[]): readonly string[] => {
  const most = texts.slice(0, MIRROR_BATCH);
  let characters = 0;
  const tooMany = most.findIndex((text) => (characters += text.length) > MIRROR_CHARACTERS);
  return tooMany === -1 ? most : most.slice(0, Math.max(1, tooMany));
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
  if (journals.some(({ journalId }) => !journalId.startsWith(`${tillId}_`)))
    return fail({ type: 'mirror_malformed' });
  for (const { journalId, texts } of journals) {
    const rows = await verifiedRows(journalId, texts, { seq: 0, hash: null }, crypto);
    if (rows.length < texts.length) return fail({ type: 'mirror_malformed' });
  }
  for (const { journalId, texts } of journals) {
    let left: readonly string[] = texts;
    while (left.length > 0) {
      const turn = turnOf(left);
      const taken = await mirror.append(tillId, journalId, turn);
      if (!taken.ok) return taken;
      left = left.slice(turn.length);
    }
  }
  const kept = await mirror.kept(tillId);
  // Who this computer knows as that till may have gone further since.
  if (kept && generationOf(kept.journalId) >= generationOf(till.journalId)) return ok(null);
  return mirror.keep(till);
};
