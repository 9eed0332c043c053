import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Value } from 'typebox/value';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mirrorLine } from '#main/journal-mirror/mirror-line.ts';
import { openJournalMirror } from '#main/journal-mirror/open-journal-mirror.ts';
import { openFile, sealFile } from '#renderer/host/sealed-file.ts';
import { webCrypto } from '#renderer/host/web-crypto.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import type { JournalMirror } from '#shared/mirror/journal-mirror.ts';
import { TillContents } from '#shared/mirror/till-file.ts';
import { readIdentity, writeIdentity } from '../identity.ts';
import type { RestorableLedger } from '../ledger.ts';
import { createMemoryLedger } from '../memory-ledger.ts';
import { ACTOR, AT, IDENTITY, JOURNAL, received } from '../till.fixture.ts';
import { continueJournal } from './continue-journal.ts';
import { journalOf } from './ledgers.fixture.ts';
import { isMoved, markMoved, stayHere } from './moved.ts';
import { reconcile } from './reconcile.ts';
import { holdsAll, readContents, writeContents } from './till-contents.ts';

const TILL = IDENTITY.tillId;
const SPARE = { journalId: `${TILL}_2`, linkHash: 'b'.repeat(64) };

let folder: string;
let before: JournalMirror;
let after: JournalMirror;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'omnitill-move-'));
  before = openJournalMirror({ folder: path.join(folder, 'old'), now: () => AT });
  after = openJournalMirror({ folder: path.join(folder, 'new'), now: () => AT });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const textsOf = async (ledger: RestorableLedger): Promise<string[]> =>
  (await ledger.read(JOURNAL, 0, 9999)).map(({ text }) => text);

const compare = (ledger: RestorableLedger, mirror: JournalMirror) =>
  reconcile({ ledger, mirror, crypto: webCrypto }, TILL);

const sell = async (ledger: RestorableLedger, count: number): Promise<void> => {
  const journal = journalOf(ledger);
  for (let index = 0; index < count; index += 1)
    await journal.write(ACTOR, async () => ok(received('TEA', 1)));
};

/** A till at work on the old computer, whose mirror is whole. */
const atWork = async (count: number): Promise<RestorableLedger> => {
  const ledger = createMemoryLedger();
  await writeIdentity(ledger, IDENTITY);
  await before.keep({ ...IDENTITY, keys: null, spare: SPARE });
  await sell(ledger, count);
  await compare(ledger, before);
  return ledger;
};

const contents = async (): Promise<TillContents> => {
  const found = await readContents(before, TILL);
  if (!found) throw new Error('no such till');
  return found;
};

/** What the server does: each journal's id was never used before. */
const opener = () => {
  let generation = 2;
  return async () => {
    generation += 1;
    return ok({ journalId: `${TILL}_${generation}` });
  };
};

const writtenIn = async (ledger: RestorableLedger): Promise<string | undefined> =>
  (await readIdentity(ledger))?.journalId;

describe('a till that moves to another computer', () => {
  test('J1: comes whole, and neither computer writes the journal it had, nor both the same', async () => {
    const old = await atWork(1200);
    await markMoved(old);
    expect(await isMoved(old)).toBe(true);
    const file = await sealFile(JSON.stringify(await contents()), 'a long sentence');
    const opened = await openFile(file, 'a long sentence');
    const read: unknown = opened.ok ? JSON.parse(opened.value) : null;
    if (!Value.Check(TillContents, read)) throw new Error('not what was written');
    expect(await writeContents(after, read, webCrypto)).toEqual(ok(null));

    const fresh = createMemoryLedger();
    expect(await compare(fresh, after)).toMatchObject({ value: { mustContinue: true } });
    expect((await fresh.head(JOURNAL))?.seq).toBe(1200);
    expect((await fresh.head(JOURNAL))?.hash).toBe((await old.head(JOURNAL))?.hash);
    const openJournal = opener();
    const journal = journalOf(fresh);
    await continueJournal({ ledger: fresh, journal, mirror: after, openJournal });

    // Somebody starts the old one again all the same.
    await stayHere(old);
    expect(await isMoved(old)).toBe(false);
    expect(await compare(old, before)).toMatchObject({ value: { mustContinue: true } });
    await continueJournal({ ledger: old, journal: journalOf(old), mirror: before, openJournal });
    const journals = [JOURNAL, await writtenIn(fresh), await writtenIn(old)];
    expect(new Set(journals).size).toBe(3);
    await sell(fresh, 1);
    await sell(old, 1);
    expect((await fresh.head(JOURNAL))?.seq).toBe(1200);
    expect((await old.head(JOURNAL))?.seq).toBe(1200);
  });

  test('J1: comes with all that stands behind what nobody could read, and the other computer says what lacks', async () => {
    const texts = await textsOf(await atWork(1200));
    const file = path.join(folder, 'old', TILL, JOURNAL, '0000000001.log');
    const line = mirrorLine(texts[4] ?? '');
    const whole = await readFile(file, 'utf8');
    await writeFile(file, whole.replace(line, line.replace('TEA', 'TEB')));
    before = openJournalMirror({ folder: path.join(folder, 'old'), now: () => AT });
    const back = createMemoryLedger();
    await compare(back, before);
    const held = texts.filter((_, index) => index !== 4);
    expect(await textsOf(back)).toEqual(held);

    const moved = await contents();
    expect(await holdsAll(moved, back)).toBe(true);
    const read: unknown = JSON.parse(JSON.stringify(moved));
    if (!Value.Check(TillContents, read)) throw new Error('not what was written');
    for (const _twice of [1, 2])
      expect(await writeContents(after, read, webCrypto)).toEqual(ok(null));
    const fresh = createMemoryLedger();
    expect(await compare(fresh, after)).toMatchObject({
      value: { mustContinue: true, journals: [{ restored: 1199, isLacking: true }] },
    });
    expect(await textsOf(fresh)).toEqual(held);
  });

  test('J1: is not whole in a file as long as an operation of it is in none', async () => {
    const old = await atWork(6);
    const file = await contents();
    expect(await holdsAll(file, old)).toBe(true);
    const [journal] = file.journals;
    for (let index = 0; index < 6; index += 1) {
      const texts = journal?.texts.toSpliced(index, 1) ?? [];
      expect(await holdsAll({ ...file, journals: [{ journalId: JOURNAL, texts }] }, old)).toBe(
        false,
      );
    }
    await sell(old, 1);
    expect(await holdsAll(file, old)).toBe(false);
  });

  test('J1: a run that does not stand behind the one before it is not taken', async () => {
    await atWork(6);
    const file = await contents();
    const texts = file.journals[0]?.texts ?? [];
    const run = (from: number, to: number) => ({
      journalId: JOURNAL,
      texts: texts.slice(from, to),
    });
    for (const journals of [
      [run(3, 6), run(0, 2)],
      [run(0, 3), run(2, 6)],
      // Nothing lacks between them: whoever wrote the file would have made one of them.
      [run(0, 3), run(3, 6)],
    ])
      expect(await writeContents(after, { ...file, journals }, webCrypto)).toEqual(
        fail({ type: 'mirror_malformed' }),
      );
    expect(await after.heads(TILL)).toEqual([]);
  });

  test('J1: leaves its spare journal with the computer that it was opened for', async () => {
    await atWork(3);
    expect((await before.kept(TILL))?.spare).toEqual(SPARE);
    expect((await contents()).till.spare).toBeNull();
  });

  test('J1: is refused where this computer knows another history of it; what it holds stays as it is', async () => {
    await atWork(5);
    const file = await contents();
    const [journal] = file.journals;
    const other = createMemoryLedger();
    await writeIdentity(other, IDENTITY);
    await after.keep({ ...IDENTITY, keys: null, spare: null });
    await journalOf(other).write(ACTOR, async () => ok(received('TEA', 9)));
    await compare(other, after);
    expect(await writeContents(after, file, webCrypto)).toMatchObject({
      ok: false,
      problem: { type: 'mirror_disagrees', seq: 1 },
    });
    expect(await after.read(TILL, JOURNAL, 0, 10)).toHaveLength(1);
    expect(journal?.texts).toHaveLength(5);
  });

  test('J3: is taken once, however often its file is read, and an older file takes nothing back', async () => {
    const old = await atWork(5);
    const first = await contents();
    await sell(old, 2);
    await compare(old, before);
    const second = await contents();
    for (const file of [first, second, first, second])
      expect(await writeContents(after, file, webCrypto)).toEqual(ok(null));
    expect(await after.read(TILL, JOURNAL, 0, 100)).toHaveLength(7);
    const next = { ...second.till, journalId: SPARE.journalId };
    await after.keep(next);
    expect(await writeContents(after, first, webCrypto)).toEqual(ok(null));
    expect((await after.kept(TILL))?.journalId).toBe(SPARE.journalId);
  });

  test('with an operation altered, left out or of another till is not taken', async () => {
    await atWork(6);
    const file = await contents();
    const texts = file.journals[0]?.texts ?? [];
    for (const spoiled of [
      texts.with(2, String(texts[2]).replace('TEA', 'GOLD')),
      texts.toSpliced(2, 1),
      texts.toReversed(),
    ])
      expect(
        await writeContents(
          after,
          { ...file, journals: [{ journalId: JOURNAL, texts: spoiled }] },
          webCrypto,
        ),
      ).toMatchObject({ ok: false });
    const foreign = { ...file, journals: [{ journalId: 'OTHER-01_1', texts }] };
    expect(await writeContents(after, foreign, webCrypto)).toMatchObject({
      problem: { type: 'mirror_malformed' },
    });
    expect(await after.kept(TILL)).toBeNull();
    expect(await after.heads(TILL)).toEqual([]);
  });
});

describe('the file of a till', () => {
  test('is read by nobody without its passphrase, and not when a byte of it is other', async () => {
    const file = await sealFile('every operation', 'a long sentence');
    expect(await openFile(file, 'a long sentence')).toEqual(ok('every operation'));
    const locked = { ok: false, problem: { type: 'file_locked' } };
    expect(await openFile(file, 'A long sentence')).toEqual(locked);
    const altered = file.with(file.length - 3, (file.at(-3) ?? 0) ^ 1);
    expect(await openFile(altered, 'a long sentence')).toEqual(locked);
    expect(await openFile(file.slice(0, -1), 'a long sentence')).toEqual(locked);
    expect(new TextDecoder('latin1').decode(file)).not.toContain('operation');
    for (const other of ['', 'PNG\n', '{"format":"other"}\n', '{'.repeat(2000)])
      expect(await openFile(new TextEncoder().encode(other), 'x')).toMatchObject({
        problem: { type: 'file_foreign' },
      });
  });
});
