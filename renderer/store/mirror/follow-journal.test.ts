import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openJournalMirror } from '#main/journal-mirror/open-journal-mirror.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import type { JournalMirror } from '#shared/mirror/journal-mirror.ts';
import { ACTOR, AT, IDENTITY, JOURNAL, received } from '../till.fixture.ts';
import { followJournal } from './follow-journal.ts';
import { journalOf, ledgerWith, textsOf } from './ledgers.fixture.ts';

const TILL = IDENTITY.tillId;
const KEPT = { ...IDENTITY, keys: null, spare: null };

let folder: string;
let mirror: JournalMirror;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'omnitill-mirror-'));
  mirror = openJournalMirror({ folder, now: () => AT, rotateAt: 3000 });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('followJournal', () => {
  test('J4: what a journal held when the till left it is mirrored too', async () => {
    const ledger = await ledgerWith(2);
    const journal = journalOf(ledger);
    await journal.continueAs('ONE-01_2', { seq: 2, hash: IDENTITY.linkHash });
    const keepTill = async () => ok(null);
    const sleep = () => new Promise<void>(() => undefined);
    const follower = followJournal({ ledger, journal, mirror, sleep, keepTill });
    await follower.settled();
    expect(await mirror.read(TILL, JOURNAL, 0, 9)).toEqual(await textsOf(ledger));
  });

  test('J4: a journal that the mirror does not take holds up no other, and is not said to have a copy', async () => {
    const ledger = await ledgerWith(3);
    const journal = journalOf(ledger);
    await journal.continueAs('ONE-01_2', { seq: 3, hash: IDENTITY.linkHash });
    await journal.write(ACTOR, async () => ok(received('TEA', 1)));
    const keepTill = async () => ok(null);
    const sleep = () => new Promise<void>(() => undefined);
    const damaged: JournalMirror = {
      ...mirror,
      append: (tillId, journalId, texts) =>
        journalId === JOURNAL
          ? Promise.resolve(fail({ type: 'mirror_disagrees' as const, seq: 2 }))
          : mirror.append(tillId, journalId, texts),
    };
    const follower = followJournal({ ledger, journal, mirror: damaged, sleep, keepTill });
    await follower.settled();
    expect(follower.status()).toEqual({ state: 'failing', lag: 3, problem: 'mirror_disagrees' });
    expect(await mirror.read(TILL, 'ONE-01_2', 0, 9)).toHaveLength(1);
  });

  test('J4: each operation is mirrored at once; while it cannot be, the lag is shown and caught up later', async () => {
    const ledger = await ledgerWith(2);
    const journal = journalOf(ledger);
    let isThere = true;
    const flaky: JournalMirror = {
      ...mirror,
      append: (...args) =>
        isThere ? mirror.append(...args) : Promise.resolve(fail({ type: 'disk_full' as const })),
    };
    let wakeUp: () => void = () => undefined;
    const follower = followJournal({
      ledger,
      journal,
      mirror: flaky,
      sleep: () => new Promise((resolve) => (wakeUp = resolve)),
      keepTill: (identity) => mirror.keep({ ...identity, keys: null, spare: null }),
    });
    // Before anything was compared nobody says that the copy is whole.
    expect(follower.status()).toMatchObject({ state: 'comparing' });
    await follower.settled();
    expect(follower.status()).toEqual({ state: 'following', lag: 0, problem: null });
    expect(await mirror.kept(TILL)).toMatchObject({ journalId: JOURNAL });
    expect(await mirror.heads(TILL)).toMatchObject([{ seq: 2 }]);
    isThere = false;
    for (const quantity of [1, 2])
      expect(await journal.write(ACTOR, async () => ok(received('TEA', quantity)))).toMatchObject({
        ok: true,
      });
    await follower.settled();
    expect(follower.status()).toEqual({ state: 'failing', lag: 2, problem: 'disk_full' });
    isThere = true;
    const caughtUp = new Promise<void>((resolve) => {
      follower.onStatus(() => {
        if (follower.status().state === 'following') resolve();
      });
    });
    wakeUp();
    await caughtUp;
    expect(follower.status()).toEqual({ state: 'following', lag: 0, problem: null });
    expect(await mirror.read(TILL, JOURNAL, 0, 9)).toEqual(await textsOf(ledger));
  });

  test('J4: a ledger that cannot be read for a moment is followed again', async () => {
    const ledger = await ledgerWith(2);
    const journal = journalOf(ledger);
    let isReadable = true;
    const flaky = {
      ...ledger,
      readLocal: async <Value>(key: string): Promise<Value | null> => {
        if (!isReadable) throw new Error('the disk did not answer');
        return ledger.readLocal<Value>(key);
      },
    };
    let wakeUp: () => void = () => undefined;
    const follower = followJournal({
      ledger: flaky,
      journal,
      mirror,
      sleep: () => new Promise((resolve) => (wakeUp = resolve)),
      keepTill: async () => ok(null),
    });
    await follower.settled();
    isReadable = false;
    await journal.write(ACTOR, async () => ok(received('TEA', 1)));
    await follower.settled();
    expect(follower.status()).toMatchObject({ state: 'failing', problem: 'mirror_unreachable' });
    isReadable = true;
    wakeUp();
    await expect.poll(() => follower.status().state).toBe('following');
    expect(await mirror.read(TILL, JOURNAL, 0, 9)).toEqual(await textsOf(ledger));
  });

  test('P4: a mirror that was deleted while the till works is whole again at the next operation, with who the till is', async () => {
    const ledger = await ledgerWith(2);
    const journal = journalOf(ledger);
    const follower = followJournal({
      ledger,
      journal,
      mirror,
      sleep: () => new Promise<void>(() => undefined),
      keepTill: (identity) => mirror.keep({ ...identity, keys: null, spare: null }),
    });
    await follower.settled();
    await rm(folder, { recursive: true });
    await journal.write(ACTOR, async () => ok(received('TEA', 1)));
    await follower.settled();
    expect(follower.status()).toEqual({ state: 'following', lag: 0, problem: null });
    expect(await mirror.read(TILL, JOURNAL, 0, 9)).toEqual(await textsOf(ledger));
    expect(await mirror.kept(TILL)).toEqual(KEPT);
    expect(await mirror.tills()).toEqual([{ tillId: TILL, operations: 3 }]);
  });
});
