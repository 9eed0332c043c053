import { cp, rm } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { sealedTexts } from '#main/journal-mirror/operations.fixture.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import type { JournalMirror } from '#shared/mirror/journal-mirror.ts';
import { webCrypto } from '#renderer/host/web-crypto.ts';
import { readIdentity, writeIdentity } from '../identity.ts';
import type { RestorableLedger } from '../ledger.ts';
import { createMemoryLedger } from '../memory-ledger.ts';
import { ACTOR, IDENTITY, JOURNAL, received } from '../till.fixture.ts';
import { having, journalOf, ledgerWith, lost, textsOf } from './ledgers.fixture.ts';
import { reconcile } from './reconcile.ts';
import { KEPT, mirrorPlace, ROUNDS, TILL } from './mirror-place.fixture.ts';

const place = mirrorPlace();

describe('reconcile', () => {
  test('J4: a mirror that is new, deleted or older than the journal is completed from it', async () => {
    const ledger = await ledgerWith(12);
    expect(await place.compare(ledger)).toEqual(
      ok({
        journals: [
          { journalId: JOURNAL, restored: 0, mirrored: 12, wasDamaged: false, isLacking: false },
        ],
        mustContinue: false,
      }),
    );
    const older = `${place.folder}-older`;
    await cp(place.folder, older, { recursive: true });
    const texts = await textsOf(ledger);
    await journalOf(ledger).write(ACTOR, async () => ok(received('TEA', 2)));
    await place.compare(ledger);
    for (const replace of [true, false]) {
      await rm(place.folder, { recursive: true });
      if (replace) await cp(older, place.folder, { recursive: true });
      place.reopen();
      expect(await place.compare(ledger)).toMatchObject({ value: { mustContinue: false } });
      expect(await place.mirror.read(TILL, JOURNAL, 0, 100)).toHaveLength(13);
    }
    expect((await textsOf(ledger)).slice(0, 12)).toEqual(texts);
    await rm(older, { recursive: true });
  });

  test('J1: a profile that is gone comes back whole, 20 times, and its journal is not written again', async () => {
    const texts = await place.mirrored(await ledgerWith(23));
    for (const _round of ROUNDS) {
      const ledger = await lost(texts, null);
      const done = await place.compare(ledger);
      expect(done).toMatchObject({ value: { mustContinue: true, journals: [{ restored: 23 }] } });
      expect(await textsOf(ledger)).toEqual(texts);
      expect(await readIdentity(ledger)).toEqual(IDENTITY);
    }
  });

  test('J1: a journal cut off at random places is completed, 20 times', async () => {
    const texts = await place.mirrored(await ledgerWith(23));
    for (const round of ROUNDS) {
      const ledger = await lost(texts, round);
      expect(await place.compare(ledger)).toMatchObject({ value: { mustContinue: true } });
      expect(await textsOf(ledger)).toEqual(texts);
    }
  });

  test('J1: a journal with holes is filled, 20 times, and not written again', async () => {
    const texts = await place.mirrored(await ledgerWith(23));
    for (const round of ROUNDS) {
      // The last of them may be gone too, and the first.
      const ledger = await having(texts, (seq) => (seq * (round + 3)) % 7 > round % 4);
      expect(await textsOf(ledger)).not.toEqual(texts);
      expect(await place.compare(ledger)).toMatchObject({
        value: { mustContinue: true, journals: [{ isLacking: false, wasDamaged: false }] },
      });
      expect(await textsOf(ledger)).toEqual(texts);
      expect(await place.mirror.read(TILL, JOURNAL, 0, 100)).toEqual(texts);
    }
  });

  test.each([[1], [2], [5]])(
    'J1: the operation at which a mirror that is %i behind ends is put back too',
    async (behind) => {
      const source = await ledgerWith(23);
      const texts = await textsOf(source);
      const end = 23 - behind;
      await place.mirror.keep(KEPT);
      await place.mirror.append(TILL, JOURNAL, texts.slice(0, end));
      const ledger = await having(texts, (seq) => seq !== end);
      expect(await place.compare(ledger)).toMatchObject({
        value: { mustContinue: true, journals: [{ isLacking: false, restored: 1 }] },
      });
      expect(await textsOf(ledger)).toEqual(texts);
      expect(await place.mirror.read(TILL, JOURNAL, 0, 100)).toEqual(texts);
    },
  );

  test('J1: a hole that another history would fill is told of, and nothing is changed', async () => {
    const texts = await place.mirrored(await ledgerWith(9));
    const other = await ledgerWith(4);
    await journalOf(other).write(ACTOR, async () => ok(received('TEA', 9)));
    const rows = await other.read(JOURNAL, 0, 100);
    const ledger = await having(texts, (seq) => seq === 1);
    await ledger.restore(rows.filter(({ seq }) => seq > 3));
    const before = await textsOf(ledger);
    expect(await place.compare(ledger)).toMatchObject({ problem: { type: 'journal_disagrees' } });
    expect(await textsOf(ledger)).toEqual(before);
    expect(await place.mirror.read(TILL, JOURNAL, 0, 100)).toEqual(texts);
  });

  test('P4: two histories under one name are told of, with the first difference, and nothing is changed', async () => {
    const ledger = await ledgerWith(9);
    const texts = await place.mirrored(ledger);
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
    expect(await place.compare(other)).toEqual(
      fail({ type: 'journal_disagrees', journalId: JOURNAL, seq: 6 }),
    );
    expect(await textsOf(other)).toEqual(before);
    expect(await place.mirror.read(TILL, JOURNAL, 0, 100)).toEqual(texts);
  });

  test('J1: a profile that is gone twice does not write anew what the journal in use may have told the server', async () => {
    const texts = await place.mirrored(await ledgerWith(4));
    const next = { ...KEPT, journalId: 'ONE-01_2', earlierJournalIds: [JOURNAL] };
    await place.mirror.keep(next);
    const ledger = await lost(texts, null);
    // Nothing of the second journal was mirrored; it may have been pushed all the same.
    expect(await place.compare(ledger)).toMatchObject({ value: { mustContinue: true } });
    expect(await readIdentity(ledger)).toMatchObject({ journalId: 'ONE-01_2' });
    expect(await place.compare(ledger)).toMatchObject({ value: { mustContinue: true } });
  });

  test('J1: a till that was enrolled anew keeps its enrolment and takes back what it wrote before', async () => {
    const texts = await place.mirrored(await ledgerWith(4));
    const ledger = createMemoryLedger();
    const anew = { ...IDENTITY, journalId: 'ONE-01_2', token: 'another', earlierJournalIds: [] };
    await writeIdentity(ledger, anew);
    await place.mirror.keep({ ...KEPT, journalId: 'ONE-01_3' });
    expect(await place.compare(ledger)).toMatchObject({ value: { mustContinue: false } });
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
      ...place.mirror,
      append: async (_tillId, journalId, given) => {
        turns.push(given.length);
        const { linkHash: hash } = IDENTITY;
        return ok({ journalId, seq: turns.length, hash, gap: null, isDamaged: false });
      },
    };
    await reconcile({ ledger: big, mirror: narrow, crypto: webCrypto }, TILL);
    expect(turns).toEqual([1, 1, 1]);
  });

  test('the mirror of another till is left alone', async () => {
    const theirs = await sealedTexts('TWO-01_1', 3);
    await place.mirror.append('TWO-01', 'TWO-01_1', theirs);
    const ledger = await ledgerWith(2);
    expect(await place.compare(ledger)).toMatchObject({ value: { mustContinue: false } });
    expect(await place.mirror.read('TWO-01', 'TWO-01_1', 0, 9)).toEqual(theirs);
    expect(await ledger.head('TWO-01_1')).toBeNull();
  });

  test('J1: a till that stops while it is put back does not go on in that journal either', async () => {
    const texts = await place.mirrored(await ledgerWith(5));
    const ledger = await lost(texts, 2);
    const dies = { ...place.mirror, append: () => Promise.reject(new Error('the power is gone')) };
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
    expect(await place.compare(ledger)).toMatchObject({ value: { mustContinue: true } });
  });
});
