import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openJournalMirror } from '#main/journal-mirror/open-journal-mirror.ts';
import { sealedTexts } from '#main/journal-mirror/operations.fixture.ts';
import type { JournalMirror } from '#shared/mirror/journal-mirror.ts';
import { webCrypto } from '../host/web-crypto.ts';
import { firstIdentity, readIdentity, writeIdentity } from '../store/identity.ts';
import { createJournal } from '../store/journal.ts';
import { createMemoryLedger } from '../store/memory-ledger.ts';
import { AT, createExclusive } from '../store/till.fixture.ts';
import { recoverTill } from './recover-till.ts';

// What a computer keeps of a till whose key nobody can read any more.

const TILL = 'ONE-01';

let folder: string;
let mirror: JournalMirror;
let texts: readonly string[];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'omnitill-recover-'));
  mirror = openJournalMirror({ folder, now: () => AT });
  texts = await sealedTexts('ONE-01_1', 5);
  await mirror.append(TILL, 'ONE-01_1', texts);
  await writeFile(path.join(folder, TILL, 'till.json'), 'sealed:for somebody else');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A profile that knows nothing, or only the enrolment that the server has just given it. */
const profile = async (journalId: string | null) => {
  const ledger = createMemoryLedger();
  if (journalId !== null)
    await writeIdentity(
      ledger,
      firstIdentity({ tillId: TILL, storeId: 'ONE', journalId, token: 'fresh' }),
    );
  const journal = createJournal({
    ledger,
    crypto: webCrypto,
    exclusive: createExclusive(),
    now: () => AT,
  });
  return { ledger, journal };
};

test('J1: nobody becomes the till by what is kept: it asks for an enrolment', async () => {
  const stores = await profile(null);
  expect(await recoverTill(stores, mirror, TILL)).toEqual({
    type: 'needs_enrolment',
    tillId: TILL,
  });
  expect(await readIdentity(stores.ledger)).toBeNull();
});

test('J1: enrolled again it takes back what it wrote, and writes in the journal that the server gave it', async () => {
  const stores = await profile('ONE-01_2');
  expect(await recoverTill(stores, mirror, TILL)).toEqual({ type: 'clear' });
  const rows = await stores.ledger.read('ONE-01_1', 0, 100);
  expect(rows.map(({ text }) => text)).toEqual(texts);
  expect(await readIdentity(stores.ledger)).toMatchObject({
    journalId: 'ONE-01_2',
    earlierJournalIds: ['ONE-01_1'],
  });
});

test('J1: what the server did not know is not taken for this till’s own: it stops, and both are kept', async () => {
  const stores = await profile('ONE-01_1');
  const stop = await recoverTill(stores, mirror, TILL);
  expect(stop).toEqual({ type: 'disagrees', tillId: TILL, journalId: 'ONE-01_1', seq: 1 });
  expect(await stores.ledger.head('ONE-01_1')).toBeNull();
  expect(await mirror.read(TILL, 'ONE-01_1', 0, 100)).toEqual(texts);
});
