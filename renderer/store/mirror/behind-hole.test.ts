import { rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { fail, ok } from '#shared/kernel/result.ts';
import type { JournalMirror } from '#shared/mirror/journal-mirror.ts';
import { webCrypto } from '#renderer/host/web-crypto.ts';
import type { RestorableLedger } from '../ledger.ts';
import { ACTOR, JOURNAL, received } from '../till.fixture.ts';
import { continueJournal } from './continue-journal.ts';
import { followJournal, type MirrorStatus } from './follow-journal.ts';
import { having, journalOf, ledgerWith, lost, textsOf } from './ledgers.fixture.ts';
import { KEPT, mirrorPlace, ROUNDS, TILL } from './mirror-place.fixture.ts';
import { reconcile } from './reconcile.ts';

// What a profile lost and its mirror has not either: nobody can fill that hole.

const place = mirrorPlace();
const NEXT = `${TILL}_2`;

/** The till goes on in its next journal. */
const goOn = (ledger: RestorableLedger) =>
  continueJournal({
    ledger,
    journal: journalOf(ledger),
    mirror: place.mirror,
    openJournal: async () => ok({ journalId: NEXT }),
  });

/** What a follower that has looked once says of the mirror. */
const followed = async (
  ledger: RestorableLedger,
  mirror: JournalMirror = place.mirror,
): Promise<MirrorStatus> => {
  const follower = followJournal({
    ledger,
    journal: journalOf(ledger),
    mirror,
    sleep: () => new Promise(() => undefined),
    keepTill: (identity) => mirror.keep({ ...identity, keys: null, spare: null }),
  });
  await follower.settled();
  return follower.status();
};

const WHOLE: MirrorStatus = { state: 'following', lag: 0, problem: null };

const emptyMirror = async (): Promise<void> => {
  await rm(path.join(place.folder, TILL), { recursive: true, force: true });
  place.reopen();
  await place.mirror.keep(KEPT);
};

/** As they come in while a till works: as soon as a file is full the next is begun. */
const mirrorInFiles = async (texts: readonly string[]): Promise<void> => {
  await emptyMirror();
  for (const text of texts) await place.mirror.append(TILL, JOURNAL, [text]);
};

describe('what stands behind a hole of the ledger', () => {
  test('J1 J4: has its second copy where the mirror was deleted, and comes back from it, 20 times; what lacks is told', async () => {
    const texts = await textsOf(await ledgerWith(23));
    for (const round of ROUNDS) {
      await emptyMirror();
      // Holes of chance, at the start and in the middle; the last operation is there.
      const ledger = await having(
        texts,
        (seq) => seq === 23 || (seq * (round + 3)) % 7 > round % 4,
      );
      const held = await textsOf(ledger);
      for (const mirrored of [held.length, 0])
        expect(await place.compare(ledger)).toMatchObject({
          value: {
            mustContinue: true,
            journals: [{ mirrored, wasDamaged: false, isLacking: true }],
          },
        });
      expect(await place.mirror.read(TILL, JOURNAL, 0, 100)).toEqual(held);
      place.reopen();
      const fresh = await lost(texts, null);
      for (const restored of [held.length, 0])
        expect(await place.compare(fresh)).toMatchObject({
          value: { mustContinue: true, journals: [{ restored, isLacking: true }] },
        });
      expect(await textsOf(fresh)).toEqual(held);
    }
  });

  test('J4: is taken by a mirror that ends before the hole, in it or behind it', async () => {
    const texts = await textsOf(await ledgerWith(23));
    const ledger = await having(texts, (seq) => seq < 9 || seq > 12);
    const held = await textsOf(ledger);
    for (const end of [3, 8, 11, 12, 15, 23]) {
      await emptyMirror();
      await place.mirror.append(TILL, JOURNAL, texts.slice(0, end));
      const own = await having(texts, (seq) => seq < 9 || seq > 12);
      expect(await place.compare(own)).toMatchObject({
        value: { mustContinue: true, journals: [{ isLacking: end < 12 }] },
      });
      const all = [...new Set([...held, ...texts.slice(0, end)])];
      expect(new Set(await textsOf(own))).toEqual(new Set(all));
      expect(await place.mirror.read(TILL, JOURNAL, 0, 100)).toEqual(await textsOf(own));
    }
  });

  test('J4: a hole of the mirror alone is filled from the ledger, wherever it is', async () => {
    const ledger = await ledgerWith(23);
    const texts = await textsOf(ledger);
    for (const index of [0, 1, 2]) {
      await mirrorInFiles(texts);
      await rm((await place.files())[index] ?? '');
      place.reopen();
      expect(await place.compare(ledger)).toMatchObject({
        value: { mustContinue: false, journals: [{ isLacking: false }] },
      });
      expect(await place.mirror.read(TILL, JOURNAL, 0, 100)).toEqual(texts);
    }
  });

  test('J1: a hole of the mirror that the ledger fills, and what the mirror has behind it: nothing lacks', async () => {
    const texts = await textsOf(await ledgerWith(25));
    await emptyMirror();
    await place.mirror.append(TILL, JOURNAL, texts.slice(0, 15));
    await place.mirror.append(TILL, JOURNAL, texts.slice(20), 15);
    const ledger = await lost(texts, 20);
    expect(await place.compare(ledger)).toMatchObject({
      value: { mustContinue: true, journals: [{ restored: 5, isLacking: false }] },
    });
    expect(await textsOf(ledger)).toEqual(texts);
    expect(await place.mirror.read(TILL, JOURNAL, 0, 100)).toEqual(texts);
  });

  test('J4: is in a damaged mirror again once the till is back, with what was written since', async () => {
    const texts = await place.mirrored(await ledgerWith(20));
    await place.alterLine(texts[4] ?? '');
    const ledger = await lost(texts, null);
    await place.compare(ledger);
    const held = texts.filter((_, index) => index !== 4);
    expect(await place.mirror.read(TILL, JOURNAL, 0, 100)).toEqual(held);
    await goOn(ledger);
    await journalOf(ledger).write(ACTOR, async () => ok(received('TEA', 1)));
    expect(await followed(ledger)).toEqual(WHOLE);
    expect(await place.mirror.heads(TILL)).toMatchObject([
      { journalId: JOURNAL, seq: 20, gap: 5, isDamaged: false },
      { journalId: NEXT, seq: 1, gap: null, isDamaged: false },
    ]);
  });

  test('J4: has no second copy while the disk takes none, and the till says how much that is', async () => {
    const texts = await textsOf(await ledgerWith(20));
    const ledger = await having(texts, (seq) => seq !== 5);
    await place.mirror.keep(KEPT);
    const full: JournalMirror = {
      ...place.mirror,
      append: async (tillId, journalId, given, after) =>
        after !== undefined && after >= 4
          ? fail({ type: 'disk_full' })
          : place.mirror.append(tillId, journalId, given, after),
    };
    // What was put back counts all the same: the till must not go on in this journal.
    expect(await reconcile({ ledger, mirror: full, crypto: webCrypto }, TILL)).toMatchObject({
      value: { mustContinue: true, journals: [{ mirrored: 0, isLacking: true }] },
    });
    await goOn(ledger);
    expect(await followed(ledger, full)).toMatchObject({ state: 'failing', problem: 'disk_full' });
    expect((await followed(ledger, full)).lag).toBeGreaterThanOrEqual(15);
    expect(await followed(ledger)).toEqual(WHOLE);
    expect(await place.mirror.read(TILL, JOURNAL, 0, 100)).toEqual(await textsOf(ledger));
  });

  test('J4: a mirror that lacks what the ledger has is not whole, also when its last operation is there', async () => {
    const ledger = await ledgerWith(20);
    await mirrorInFiles(await textsOf(ledger));
    const [, second = ''] = await place.files();
    await rm(second);
    place.reopen();
    const [head] = await place.mirror.heads(TILL);
    const gap = head?.gap ?? 0;
    expect(await followed(ledger)).toEqual({
      state: 'failing',
      lag: 20 - (gap - 1),
      problem: 'mirror_gap',
    });
  });

  test('J1: another history behind the hole is told of, and nothing is changed', async () => {
    const texts = await textsOf(await ledgerWith(9));
    await place.mirror.keep(KEPT);
    await place.mirror.append(TILL, JOURNAL, texts.slice(0, 3));
    const other = await ledgerWith(4);
    for (const _each of [5, 6])
      await journalOf(other).write(ACTOR, async () => ok(received('TEA', 9)));
    const rows = (await textsOf(other)).slice(4);
    await place.mirror.append(TILL, JOURNAL, rows, 3);
    const ledger = await having(texts, (seq) => seq !== 4);
    const before = await textsOf(ledger);
    expect(await place.compare(ledger)).toEqual(
      fail({ type: 'journal_disagrees', journalId: JOURNAL, seq: 5 }),
    );
    expect(await textsOf(ledger)).toEqual(before);
    expect(await place.mirror.read(TILL, JOURNAL, 0, 100)).toEqual([...texts.slice(0, 3), ...rows]);
  });
});
