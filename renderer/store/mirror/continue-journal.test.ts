import { describe, expect, test } from 'vitest';
import { sealedTexts } from '#main/journal-mirror/operations.fixture.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import type { JournalMirror } from '#shared/mirror/journal-mirror.ts';
import type { NewJournalRequest } from '#shared/protocol/enrol.ts';
import { readIdentity } from '../identity.ts';
import { createMemoryLedger } from '../memory-ledger.ts';
import { ACTOR, IDENTITY, JOURNAL, received } from '../till.fixture.ts';
import { continueJournal, layInSpare } from './continue-journal.ts';
import { journalOf, ledgerWith, lost, textsOf } from './ledgers.fixture.ts';
import { KEPT, mirrorPlace, TILL } from './mirror-place.fixture.ts';

const place = mirrorPlace();

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
    await place.mirror.keep(KEPT);
    await layInSpare({ ledger: first, mirror: place.mirror, openJournal }, KEPT);
    const texts = await place.mirrored(first).then(() => textsOf(first));
    const spare = { journalId: 'ONE-01_2', linkHash: asked[0]?.previous?.hash ?? '' };
    await place.mirror.keep({ ...KEPT, spare });

    const ledger = await lost(texts, null);
    await place.compare(ledger);
    const journal = journalOf(ledger);
    const offline = async () => fail({ type: 'no_network' as const });
    expect(
      await continueJournal({ ledger, journal, mirror: place.mirror, openJournal: offline }),
    ).toEqual(ok(null));
    const written = await journal.write(ACTOR, async () => ok(received('TEA', 1)));
    expect(written).toMatchObject({
      value: { journalId: 'ONE-01_2', seq: 1, previousHash: spare.linkHash },
    });
    expect(await readIdentity(ledger)).toMatchObject({ earlierJournalIds: [JOURNAL] });
    expect(await place.compare(ledger)).toMatchObject({ value: { mustContinue: false } });

    const again = await lost(texts, null);
    expect(await place.compare(again)).toMatchObject({ value: { mustContinue: true } });
    const second = journalOf(again);
    expect(
      await continueJournal({
        ledger: again,
        journal: second,
        mirror: place.mirror,
        openJournal: offline,
      }),
    ).toEqual(fail({ type: 'no_network' }));
    expect(await readIdentity(again)).toMatchObject({ journalId: 'ONE-01_2' });
  });

  test('J1: the spare one is left when the disk does not take that it is used: it would be used again', async () => {
    const { openJournal } = opened();
    const spare = { journalId: 'ONE-01_2', linkHash: IDENTITY.linkHash };
    await place.mirror.keep({ ...KEPT, spare });
    const full: JournalMirror = { ...place.mirror, keep: async () => fail({ type: 'disk_full' }) };
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
    await place.mirror.keep({
      ...KEPT,
      spare: { journalId: 'ONE-01_2', linkHash: IDENTITY.linkHash },
    });
    await place.mirror.append(TILL, JOURNAL, await sealedTexts(JOURNAL, 3));
    await place.mirror.append(TILL, 'ONE-01_3', await sealedTexts('ONE-01_3', 2));
    const ledger = createMemoryLedger();
    expect(await place.compare(ledger)).toMatchObject({ value: { mustContinue: true } });
    const journal = journalOf(ledger);
    const openJournal = async () => ok({ journalId: 'ONE-01_4' });
    expect(await continueJournal({ ledger, journal, mirror: place.mirror, openJournal })).toEqual(
      ok(null),
    );
    expect(await readIdentity(ledger)).toMatchObject({ journalId: 'ONE-01_4' });
  });
});
