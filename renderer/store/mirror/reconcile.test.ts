import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mirrorLine } from '#main/journal-mirror/mirror-line.ts';
import { openJournalMirror } from '#main/journal-mirror/open-journal-mirror.ts';
import { sealedTexts } from '#main/journal-mirror/operations.fixture.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import type { JournalMirror } from '#shared/mirror/journal-mirror.ts';
import type { NewJournalRequest } from '#shared/protocol/enrol.ts';
import { webCrypto } from '#renderer/host/web-crypto.ts';
import { readIdentity, writeIdentity } from '../identity.ts';
import type { RestorableLedger } from '../ledger.ts';
import { createMemoryLedger } from '../memory-ledger.ts';
import { ACTOR, AT, IDENTITY, JOURNAL, received } from '../till.fixture.ts';
import { continueJournal, layInSpare } from './continue-journal.ts';
import { journalOf, ledgerWith, textsOf } from './ledgers.fixture.ts';
import { reconcile } from './reconcile.ts';

const TILL = IDENTITY.tillId;
const KEPT = { ...IDENTITY, keys: null, spare: null };
/** As often as issue 5 asks for. */
const ROUNDS = Array.from({ length: 20 }, (_, round) => round);

let folder: string;
let mirror: JournalMirror;

const openMirror = () => openJournalMirror({ folder, now: () => AT, rotateAt: 3000 });

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'omnitill-mirror-'));
  mirror = openMirror();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const compare = (ledger: RestorableLedger) =>
  reconcile({ ledger, mirror, crypto: webCrypto }, TILL);

/** What a mirror of this ledger holds when all is well. */
const mirrored = async (ledger: RestorableLedger): Promise<string[]> => {
  await mirror.keep(KEPT);
  await compare(ledger);
  return textsOf(ledger);
};

const files = async (): Promise<string[]> => {
  const place = path.join(folder, TILL, JOURNAL);
  return (await readdir(place)).toSorted().map((name) => path.join(place, name));
};

/** A profile that has these of the operations left. */
const having = async (
  texts: readonly string[],
  has: (seq: number) => boolean,
): Promise<RestorableLedger> => {
  const ledger = createMemoryLedger();
  await writeIdentity(ledger, IDENTITY);
  const rows = texts.map((text, index) => ({
    journalId: JOURNAL,
    seq: index + 1,
    hash: /"hash":"([0-9a-f]{64})"/.exec(text)?.[1] ?? '',
    text,
  }));
  await ledger.restore(rows.filter(({ seq }) => has(seq)));
  return ledger;
};

/** The profile lost everything after so many operations; null = it is gone whole, with who the till is. */
const lost = async (texts: readonly string[], left: number | null): Promise<RestorableLedger> =>
  left === null ? createMemoryLedger() : having(texts, (seq) => seq <= left);

/** One bit of the line of an operation is another, on the disk of the mirror. */
const alterLine = async (text: string): Promise<void> => {
  for (const file of await files()) {
    const lines = (await readFile(file, 'utf8')).split('\n');
    const altered = lines.map((line) => (line.endsWith(text) ? line.replace('TEA', 'TEB') : line));
    await writeFile(file, altered.join('\n'));
  }
  mirror = openMirror();
};

describe('reconcile', () => {
  test('J4: a mirror that is new, deleted or older than the journal is completed from it', async () => {
    const ledger = await ledgerWith(12);
    expect(await compare(ledger)).toEqual(
      ok({
        journals: [
          { journalId: JOURNAL, restored: 0, mirrored: 12, wasDamaged: false, isLacking: false },
        ],
        mustContinue: false,
      }),
    );
    const older = `${folder}-older`;
    await cp(folder, older, { recursive: true });
    const texts = await textsOf(ledger);
    await journalOf(ledger).write(ACTOR, async () => ok(received('TEA', 2)));
    await compare(ledger);
    for (const replace of [true, false]) {
      await rm(folder, { recursive: true });
      if (replace) await cp(older, folder, { recursive: true });
      mirror = openMirror();
      expect(await compare(ledger)).toMatchObject({ value: { mustContinue: false } });
      expect(await mirror.read(TILL, JOURNAL, 0, 100)).toHaveLength(13);
    }
    expect((await textsOf(ledger)).slice(0, 12)).toEqual(texts);
    await rm(older, { recursive: true });
  });

  test('J1: a profile that is gone comes back whole, 20 times, and its journal is not written again', async () => {
    const texts = await mirrored(await ledgerWith(23));
    for (const _round of ROUNDS) {
      const ledger = await lost(texts, null);
      const done = await compare(ledger);
      expect(done).toMatchObject({ value: { mustContinue: true, journals: [{ restored: 23 }] } });
      expect(await textsOf(ledger)).toEqual(texts);
      expect(await readIdentity(ledger)).toEqual(IDENTITY);
    }
  });

  test('J1: a journal cut off at random places is completed, 20 times', async () => {
    const texts = await mirrored(await ledgerWith(23));
    for (const round of ROUNDS) {
      const ledger = await lost(texts, round);
      expect(await compare(ledger)).toMatchObject({ value: { mustContinue: true } });
      expect(await textsOf(ledger)).toEqual(texts);
    }
  });

  test('J1: a journal with holes is filled, 20 times, and not written again', async () => {
    const texts = await mirrored(await ledgerWith(23));
    for (const round of ROUNDS) {
      // The last of them may be gone too, and the first.
      const ledger = await having(texts, (seq) => (seq * (round + 3)) % 7 > round % 4);
      expect(await textsOf(ledger)).not.toEqual(texts);
      expect(await compare(ledger)).toMatchObject({
        value: { mustContinue: true, journals: [{ isLacking: false, wasDamaged: false }] },
      });
      expect(await textsOf(ledger)).toEqual(texts);
      expect(await mirror.read(TILL, JOURNAL, 0, 100)).toEqual(texts);
    }
  });

  test.each([[1], [2], [5]])(
    'J1: the operation at which a mirror that is %i behind ends is put back too',
    async (behind) => {
      const source = await ledgerWith(23);
      const texts = await textsOf(source);
      const end = 23 - behind;
      await mirror.keep(KEPT);
      await mirror.append(TILL, JOURNAL, texts.slice(0, end));
      const ledger = await having(texts, (seq) => seq !== end);
      expect(await compare(ledger)).toMatchObject({
        value: { mustContinue: true, journals: [{ isLacking: false, restored: 1 }] },
      });
      expect(await textsOf(ledger)).toEqual(texts);
      expect(await mirror.read(TILL, JOURNAL, 0, 100)).toEqual(texts);
    },
  );

  test('J4: what nobody can read behind the last of a whole journal stops nothing', async () => {
    const ledger = await ledgerWith(9);
    const texts = await mirrored(ledger);
    const last = (await files()).at(-1) ?? '';
    await writeFile(last, `${await readFile(last, 'utf8')}\u0000\u0000\n`);
    mirror = openMirror();
    expect(await compare(ledger)).toMatchObject({
      value: { mustContinue: false, journals: [{ isLacking: false, wasDamaged: true }] },
    });
    expect(await mirror.read(TILL, JOURNAL, 0, 100)).toEqual(texts);
  });

  test('J1: a hole that another history would fill is told of, and nothing is changed', async () => {
    const texts = await mirrored(await ledgerWith(9));
    const other = await ledgerWith(4);
    await journalOf(other).write(ACTOR, async () => ok(received('TEA', 9)));
    const rows = await other.read(JOURNAL, 0, 100);
    const ledger = await having(texts, (seq) => seq === 1);
    await ledger.restore(rows.filter(({ seq }) => seq > 3));
    const before = await textsOf(ledger);
    expect(await compare(ledger)).toMatchObject({ problem: { type: 'journal_disagrees' } });
    expect(await textsOf(ledger)).toEqual(before);
    expect(await mirror.read(TILL, JOURNAL, 0, 100)).toEqual(texts);
  });

  test('J1: of a mirror with a line that nobody can read all others come back, 23 times; what lacks is told, and stays told', async () => {
    const texts = await mirrored(await ledgerWith(23));
    const whole = `${folder}-whole`;
    await cp(folder, whole, { recursive: true });
    for (const [index, text] of texts.entries()) {
      await alterLine(text);
      for (const _twice of [1, 2]) {
        const ledger = await lost(texts, null);
        expect(await compare(ledger)).toMatchObject({
          value: { mustContinue: true, journals: [{ isLacking: index < 22 || _twice === 1 }] },
        });
        expect(await textsOf(ledger)).toEqual(texts.filter((each) => each !== text));
      }
      await rm(folder, { recursive: true });
      await cp(whole, folder, { recursive: true });
      mirror = openMirror();
    }
    await rm(whole, { recursive: true });
  });

  test('J4: a hole that both have stays one, and all goes on behind it', async () => {
    const texts = await mirrored(await ledgerWith(23));
    await alterLine(texts[9] ?? '');
    const ledger = await having(texts, (seq) => seq !== 10 && seq < 20);
    for (const restored of [4, 0]) {
      expect(await compare(ledger)).toMatchObject({
        value: { mustContinue: true, journals: [{ isLacking: true, restored }] },
      });
      expect(await textsOf(ledger)).toEqual(texts.filter((_, index) => index !== 9));
    }
  });

  test('J4: a mirror cut off at random places is completed from the journal, 20 times', async () => {
    const ledger = await ledgerWith(23);
    const texts = await mirrored(ledger);
    for (const round of ROUNDS) {
      const all = await files();
      const file = all[(round * 7) % all.length] ?? '';
      const bytes = await readFile(file);
      await writeFile(file, bytes.subarray(0, (bytes.length * (round * 13 + 5)) % bytes.length));
      mirror = openMirror();
      expect(await compare(ledger)).toMatchObject({ ok: true, value: { mustContinue: false } });
      expect(await mirror.read(TILL, JOURNAL, 0, 100)).toEqual(texts);
    }
  });

  test('J4: a mirror altered at random places is set aside from there and made anew, 20 times', async () => {
    const ledger = await ledgerWith(23);
    const texts = await mirrored(ledger);
    for (const round of ROUNDS) {
      const all = await files();
      const file = all[(round * 5) % all.length] ?? '';
      const bytes = await readFile(file);
      const at = (round * 997 + 11) % bytes.length;
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      await writeFile(file, bytes);
      mirror = openMirror();
      expect(await compare(ledger)).toMatchObject({ ok: true, value: { mustContinue: false } });
      expect(await mirror.read(TILL, JOURNAL, 0, 100)).toEqual(texts);
      expect(await textsOf(ledger)).toEqual(texts);
    }
  });

  test('J4: a mirror that is altered while it is open is made anew too, 20 times', async () => {
    const ledger = await ledgerWith(23);
    const texts = await mirrored(ledger);
    for (const round of ROUNDS) {
      const file = (await files()).at(-1) ?? '';
      const bytes = await readFile(file);
      const at = (round * 997 + 11) % bytes.length;
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      await writeFile(file, bytes);
      const compared = await compare(ledger);
      expect(compared).toMatchObject({ value: { journals: [{ wasDamaged: true }] } });
      expect(compared).toMatchObject({ value: { mustContinue: false } });
      expect(await mirror.read(TILL, JOURNAL, 0, 100)).toEqual(texts);
      expect(await textsOf(ledger)).toEqual(texts);
    }
  });

  test('both lost something: what is whole is put back, and the journal is not written again', async () => {
    const texts = await mirrored(await ledgerWith(23));
    const [first = ''] = await files();
    const altered = texts.map((text, index) => (index === 11 ? text.replace('TEA', 'TEE') : text));
    // With a checksum that fits: what gives it away is the operation's own hash.
    await writeFile(first, altered.map(mirrorLine).join(''));
    mirror = openMirror();
    const ledger = await lost(texts, null);
    expect(await compare(ledger)).toMatchObject({ value: { mustContinue: true } });
    const back = await textsOf(ledger);
    expect(back).toEqual(texts.slice(0, 11));
    expect(await readdir(path.join(folder, TILL, 'set-aside'))).toHaveLength(1);
  });

  test('P4: two histories under one name are told of, with the first difference, and nothing is changed', async () => {
    const ledger = await ledgerWith(9);
    const texts = await mirrored(ledger);
    const other = createMemoryLedger();
    await writeIdentity(other, IDENTITY);
    const head = JSON.parse(texts[4] ?? '') as { seq: number; hash: string };
    await other.restore((await ledger.read(JOURNAL, 0, 5)).slice());
    const fork = await sealedTexts(JOURNAL, 6, { after: head, marker: 'somebody' });
    await other.restore(
      fork.map((text) => {
        const { seq, hash } = JSON.parse(text) as { seq: number; hash: string };
        return { journalId: JOURNAL, seq, hash, text };
      }),
    );
    const before = await textsOf(other);
    expect(await compare(other)).toEqual(
      fail({ type: 'journal_disagrees', journalId: JOURNAL, seq: 6 }),
    );
    expect(await textsOf(other)).toEqual(before);
    expect(await mirror.read(TILL, JOURNAL, 0, 100)).toEqual(texts);
  });

  test('J1: a profile that is gone twice does not write anew what the journal in use may have told the server', async () => {
    const texts = await mirrored(await ledgerWith(4));
    const next = { ...KEPT, journalId: 'ONE-01_2', earlierJournalIds: [JOURNAL] };
    await mirror.keep(next);
    const ledger = await lost(texts, null);
    // Nothing of the second journal was mirrored; it may have been pushed all the same.
    expect(await compare(ledger)).toMatchObject({ value: { mustContinue: true } });
    expect(await readIdentity(ledger)).toMatchObject({ journalId: 'ONE-01_2' });
    expect(await compare(ledger)).toMatchObject({ value: { mustContinue: true } });
  });

  test('J1: a till that was enrolled anew keeps its enrolment and takes back what it wrote before', async () => {
    const texts = await mirrored(await ledgerWith(4));
    const ledger = createMemoryLedger();
    const anew = { ...IDENTITY, journalId: 'ONE-01_2', token: 'another', earlierJournalIds: [] };
    await writeIdentity(ledger, anew);
    await mirror.keep({ ...KEPT, journalId: 'ONE-01_3' });
    expect(await compare(ledger)).toMatchObject({ value: { mustContinue: false } });
    expect(await textsOf(ledger)).toEqual(texts);
    expect(await readIdentity(ledger)).toEqual({ ...anew, earlierJournalIds: [JOURNAL] });
  });

  test('operations that are more than a host takes at once go over in turns', async () => {
    const ledger = await ledgerWith(3);
    const big: RestorableLedger = {
      ...ledger,
      read: async (...args) =>
        (await ledger.read(...args)).map((row) => ({ ...row, text: row.text.padEnd(600_000) })),
    };
    const turns: number[] = [];
    const narrow: JournalMirror = {
      ...mirror,
      append: async (_tillId, journalId, given) => {
        turns.push(given.length);
        return ok({ journalId, seq: turns.length, hash: IDENTITY.linkHash, isDamaged: false });
      },
    };
    await reconcile({ ledger: big, mirror: narrow, crypto: webCrypto }, TILL);
    expect(turns).toEqual([1, 1, 1]);
  });

  test('the mirror of another till is left alone', async () => {
    const theirs = await sealedTexts('TWO-01_1', 3);
    await mirror.append('TWO-01', 'TWO-01_1', theirs);
    const ledger = await ledgerWith(2);
    expect(await compare(ledger)).toMatchObject({ value: { mustContinue: false } });
    expect(await mirror.read('TWO-01', 'TWO-01_1', 0, 9)).toEqual(theirs);
    expect(await ledger.head('TWO-01_1')).toBeNull();
  });

  test('J1: a till that stops while it is put back does not go on in that journal either', async () => {
    const texts = await mirrored(await ledgerWith(5));
    const ledger = await lost(texts, 2);
    const dies = { ...mirror, append: () => Promise.reject(new Error('the power is gone')) };
    const restored: RestorableLedger = {
      ...ledger,
      restore: async (rows) => {
        await ledger.restore(rows);
        throw new Error('the power is gone');
      },
    };
    await expect(
      reconcile({ ledger: restored, mirror: dies, crypto: webCrypto }, TILL),
    ).rejects.toThrow('power');
    expect(await textsOf(ledger)).toEqual(texts);
    expect(await compare(ledger)).toMatchObject({ value: { mustContinue: true } });
  });
});

describe('the next journal', () => {
  const opened = () => {
    const asked: NewJournalRequest[] = [];
    const openJournal = async (request: NewJournalRequest) => {
      asked.push(request);
      return ok({ journalId: `ONE-01_${asked.length + 1}` });
    };
    return { asked, openJournal };
  };

  test('J1: the spare one is used without a network, once', async () => {
    const first = await ledgerWith(3);
    const { asked, openJournal } = opened();
    await mirror.keep(KEPT);
    await layInSpare({ ledger: first, mirror, openJournal }, KEPT);
    const texts = await mirrored(first).then(() => textsOf(first));
    const spare = { journalId: 'ONE-01_2', linkHash: asked[0]?.previous?.hash ?? '' };
    await mirror.keep({ ...KEPT, spare });

    const ledger = await lost(texts, null);
    await compare(ledger);
    const journal = journalOf(ledger);
    const offline = async () => fail({ type: 'no_network' as const });
    expect(await continueJournal({ ledger, journal, mirror, openJournal: offline })).toEqual(
      ok(null),
    );
    const written = await journal.write(ACTOR, async () => ok(received('TEA', 1)));
    expect(written).toMatchObject({
      value: { journalId: 'ONE-01_2', seq: 1, previousHash: spare.linkHash },
    });
    expect(await readIdentity(ledger)).toMatchObject({ earlierJournalIds: [JOURNAL] });
    expect(await compare(ledger)).toMatchObject({ value: { mustContinue: false } });

    const again = await lost(texts, null);
    expect(await compare(again)).toMatchObject({ value: { mustContinue: true } });
    const second = journalOf(again);
    expect(
      await continueJournal({ ledger: again, journal: second, mirror, openJournal: offline }),
    ).toEqual(fail({ type: 'no_network' }));
    expect(await readIdentity(again)).toMatchObject({ journalId: 'ONE-01_2' });
  });

  test('J1: the spare one is left when the disk does not take that it is used: it would be used again', async () => {
    const { openJournal } = opened();
    const spare = { journalId: 'ONE-01_2', linkHash: IDENTITY.linkHash };
    await mirror.keep({ ...KEPT, spare });
    const full: JournalMirror = { ...mirror, keep: async () => fail({ type: 'disk_full' }) };
    const ledger = await ledgerWith(3);
    const journal = journalOf(ledger);
    const offline = async () => fail({ type: 'no_network' as const });
    expect(await continueJournal({ ledger, journal, mirror: full, openJournal: offline })).toEqual(
      fail({ type: 'no_network' }),
    );
    expect(await readIdentity(ledger)).toMatchObject({ journalId: JOURNAL });
    // The server knows that it opened the spare one, and opens another.
    await openJournal({ previous: null });
    expect(await continueJournal({ ledger, journal, mirror: full, openJournal })).toEqual(ok(null));
    expect(await readIdentity(ledger)).toMatchObject({ journalId: 'ONE-01_3' });
  });

  test('J1: a spare one that is not after all the till wrote is left: who the till is could not be kept for a while', async () => {
    await mirror.keep({
      ...KEPT,
      spare: { journalId: 'ONE-01_2', linkHash: IDENTITY.linkHash },
    });
    await mirror.append(TILL, JOURNAL, await sealedTexts(JOURNAL, 3));
    await mirror.append(TILL, 'ONE-01_3', await sealedTexts('ONE-01_3', 2));
    const ledger = createMemoryLedger();
    expect(await compare(ledger)).toMatchObject({ value: { mustContinue: true } });
    const journal = journalOf(ledger);
    const openJournal = async () => ok({ journalId: 'ONE-01_4' });
    expect(await continueJournal({ ledger, journal, mirror, openJournal })).toEqual(ok(null));
    expect(await readIdentity(ledger)).toMatchObject({ journalId: 'ONE-01_4' });
  });
});
