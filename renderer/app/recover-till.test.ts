import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openJournalMirror } from '#main/journal-mirror/open-journal-mirror.ts';
import { sealedTexts } from '#main/journal-mirror/operations.fixture.ts';
import type { JournalMirror } from '#shared/mirror/journal-mirror.ts';
import { GENESIS_HASH } from '#shared/operations/envelope.ts';
import { webCrypto } from '../host/web-crypto.ts';
import { exportTillKeys } from '../store/key-store.ts';
import { firstIdentity, readIdentity, writeIdentity } from '../store/identity.ts';
import { createJournal } from '../store/journal.ts';
import { createMemoryLedger } from '../store/memory-ledger.ts';
import { isIncomplete, noteTold } from '../store/mirror/incomplete.ts';
import { readSyncState, writeSyncState } from '../store/sync-state.ts';
import { AT, createExclusive } from '../store/till.fixture.ts';
import { firstRecovery, leaveJournal, recoverTill, takeBack } from './recover-till.ts';

// What a computer keeps of a till whose key nobody can read any more.

const TILL = 'ONE-01';

let keys: CryptoKeyPair;
let folder: string;
let mirror: JournalMirror;
let texts: readonly string[];

beforeEach(async () => {
  keys = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  folder = await mkdtemp(path.join(tmpdir(), 'omnitill-recover-'));
  mirror = openJournalMirror({ folder, now: () => AT });
  texts = await sealedTexts('ONE-01_1', 5);
  await mirror.append(TILL, 'ONE-01_1', texts);
  await writeFile(path.join(folder, TILL, 'till.json'), 'sealed:for somebody else');
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await rm(folder, { recursive: true, force: true });
});

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
  return { ledger, journal, keys };
};

test('J1: nobody becomes the till by what is kept: it asks for an enrolment', async () => {
  const stores = await profile(null);
  expect(await recoverTill(stores, mirror, TILL)).toEqual({
    type: 'needs_enrolment',
    tillId: TILL,
  });
  expect(await readIdentity(stores.ledger)).toBeNull();
});

test('J1: who finds no till hears that the computer does not give what it keeps', async () => {
  const reported = vi.fn<(error: unknown) => void>();
  vi.stubGlobal('reportError', reported);
  const stores = await profile(null);
  expect(await firstRecovery(stores, mirror)).toMatchObject({ type: 'found' });
  await rename(folder, `${folder}-aside`);
  await writeFile(folder, 'no folder');
  expect(await firstRecovery(stores, mirror)).toEqual({ type: 'unreadable' });
  expect(reported).toHaveBeenCalledOnce();
  await rm(`${folder}-aside`, { recursive: true });
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

test('J1: where nobody can read whether this till wrote what is kept, it stops, and nothing is changed', async () => {
  const stores = await profile('ONE-01_1');
  const stop = await recoverTill(stores, mirror, TILL);
  expect(stop).toEqual({ type: 'unclaimed', tillId: TILL, journalId: 'ONE-01_1', seq: 1 });
  expect(await stores.ledger.head('ONE-01_1')).toBeNull();
  expect(await mirror.read(TILL, 'ONE-01_1', 0, 100)).toEqual(texts);
});

/** A till that stopped there, in a shop without a network. */
const stopped = async () => {
  vi.stubGlobal('navigator', { onLine: false });
  vi.stubGlobal('document', { querySelector: () => ({ content: 'http://localhost:1' }) });
  const stores = await profile('ONE-01_1');
  const stop = await recoverTill(stores, mirror, TILL);
  if (stop.type !== 'unclaimed') throw new Error(`${stop.type}: it did not stop`);
  return { stores, stop };
};

test('J1: who says that it is the till’s own has all of it back, and goes on in the next journal', async () => {
  const { stores, stop } = await stopped();
  expect(await takeBack(stores, mirror, stop)).toEqual({ type: 'needs_server', tillId: TILL });
  const rows = await stores.ledger.read('ONE-01_1', 0, 100);
  expect(rows.map(({ text }) => text)).toEqual(texts);
  expect(await isIncomplete(stores.ledger, 'ONE-01_1')).toBe(true);
});

test('P6: a till that took something back pulls anew what came down, and one that lost nothing does not', async () => {
  const { stores, stop } = await stopped();
  const pulled = async () => (await readSyncState(stores.ledger)).stateEpoch;
  await writeSyncState(stores.ledger, { ...(await readSyncState(stores.ledger)), stateEpoch: 'a' });
  await takeBack(stores, mirror, stop);
  expect(await pulled()).toBeNull();
  await stores.journal.continueAs('ONE-01_2', { seq: 0, hash: GENESIS_HASH });
  await writeSyncState(stores.ledger, { ...(await readSyncState(stores.ledger)), stateEpoch: 'a' });
  expect(await recoverTill(stores, mirror, TILL)).toEqual({ type: 'clear' });
  expect(await pulled()).toBe('a');
});

test('J1: who says that it is another’s has none of it, and it stays in a folder beside', async () => {
  const { stores, stop } = await stopped();
  expect(await leaveJournal(stores, mirror, stop)).toEqual({ type: 'needs_server', tillId: TILL });
  expect(await stores.ledger.head('ONE-01_1')).toBeNull();
  expect(await readdir(path.join(folder, TILL, 'set-aside'))).toHaveLength(1);
});

test('J1: what is not, hash by hash, what this till may have written is not offered to be taken back', async () => {
  await rm(path.join(folder, TILL, 'ONE-01_1'), { recursive: true });
  mirror = openJournalMirror({ folder, now: () => AT });
  const after = { seq: 0, hash: 'f'.repeat(64) };
  await mirror.append(TILL, 'ONE-01_1', await sealedTexts('ONE-01_1', 3, { after }));
  const stores = await profile('ONE-01_1');
  expect(await recoverTill(stores, mirror, TILL)).toMatchObject({ type: 'disagrees', seq: 1 });
});

const keptBy = async (pair: CryptoKeyPair): Promise<void> => {
  await rm(path.join(folder, TILL, 'till.json'));
  const identity = firstIdentity({
    tillId: TILL,
    storeId: 'ONE',
    journalId: 'ONE-01_1',
    token: 'later',
  });
  await mirror.keep({ ...identity, keys: await exportTillKeys(pair), spare: null });
};

test('J1: a profile of before the till was let in again takes back what it wrote since, and forks nothing', async () => {
  vi.stubGlobal('navigator', { onLine: false });
  vi.stubGlobal('document', { querySelector: () => ({ content: 'http://localhost:1' }) });
  await keptBy(keys);
  const stores = await profile('ONE-01_1');
  expect(await recoverTill(stores, mirror, TILL)).toEqual({ type: 'needs_server', tillId: TILL });
  const rows = await stores.ledger.read('ONE-01_1', 0, 100);
  expect(rows.map(({ text }) => text)).toEqual(texts);
  expect(await isIncomplete(stores.ledger, 'ONE-01_1')).toBe(true);
});

test('J1: what another till of this name wrote, which had a key of its own, is set aside', async () => {
  await keptBy(await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']));
  const stores = await profile('ONE-01_1');
  expect(await recoverTill(stores, mirror, TILL)).toEqual({ type: 'clear' });
  expect(await stores.ledger.head('ONE-01_1')).toBeNull();
  expect(await readdir(path.join(folder, TILL, 'set-aside'))).toHaveLength(1);
});

test('J1: kept keys that somebody altered are none: with a new enrolment everything comes back', async () => {
  await keptBy(keys);
  const kept = await mirror.kept(TILL);
  if (!kept?.keys) throw new Error('no keys are kept');
  const altered = kept.keys.privateKey.replace(/"d":"(.)/, (_, first) =>
    first === '_' ? '"d":"A' : '"d":"_',
  );
  for (const privateKey of ['{}', 'nothing', altered]) {
    await mirror.keep({ ...kept, keys: { ...kept.keys, privateKey } });
    const stores = await profile(null);
    expect(await recoverTill(stores, mirror, TILL)).toEqual({
      type: 'needs_enrolment',
      tillId: TILL,
    });
    expect(await readIdentity(stores.ledger)).toBeNull();
  }
});

test('J1: who takes back a till whose copy lacks an operation hears it once, before it works', async () => {
  await keptBy(keys);
  const file = path.join(folder, TILL, 'ONE-01_1', '0000000001.log');
  await writeFile(file, (await readFile(file, 'utf8')).replace('"seq":3', '"seq":8'));
  mirror = openJournalMirror({ folder, now: () => AT });
  const stores = await profile('ONE-01_1');
  const lacking = { type: 'lacking', tillId: TILL, journalIds: ['ONE-01_1'] };
  expect(await recoverTill(stores, mirror, TILL)).toEqual(lacking);
  expect(await recoverTill(stores, mirror, TILL)).toEqual(lacking);
  expect((await stores.ledger.read('ONE-01_1', 0, 100)).map(({ seq }) => seq)).toEqual([
    1, 2, 4, 5,
  ]);
  await noteTold(stores.ledger, ['ONE-01_1']);
  vi.stubGlobal('navigator', { onLine: false });
  vi.stubGlobal('document', { querySelector: () => ({ content: 'http://localhost:1' }) });
  expect(await recoverTill(stores, mirror, TILL)).toEqual({ type: 'needs_server', tillId: TILL });
});

test('P6: a till that came back at a server that does not know it any more is let in by a code', async () => {
  vi.stubGlobal('navigator', { onLine: true });
  vi.stubGlobal('document', { querySelector: () => ({ content: 'http://localhost:1' }) });
  const refused = { code: 'unauthenticated', at: '' };
  vi.stubGlobal('fetch', async () => Response.json(refused, { status: 401 }));
  await keptBy(keys);
  const stores = await profile('ONE-01_1');
  expect(await recoverTill(stores, mirror, TILL)).toEqual({ type: 'needs_code', tillId: TILL });
  expect((await stores.ledger.read('ONE-01_1', 0, 100)).map(({ text }) => text)).toEqual(texts);
});
