import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { firstIdentity, writeIdentity } from '#renderer/store/identity.ts';
import { createJournal } from '#renderer/store/journal.ts';
import type { Ledger } from '#renderer/store/ledger.ts';
import { webCrypto } from '#renderer/host/web-crypto.ts';
import { ok } from '#shared/kernel/result.ts';
import { openFileLedger } from './file-ledger.ts';

const JOURNAL = 'T-01_1';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'omnitill-ledger-'));
  file = path.join(folder, 'tills', 'till-1.jsonl');
});

afterEach(() => rm(folder, { recursive: true }));

/** Signs somebody in so many times: operations of which each needs the one before. */
const write = async (ledger: Ledger, count: number): Promise<void> => {
  const enrolled = { tillId: 'T-01', storeId: 'T', journalId: JOURNAL, token: 'secret' };
  await writeIdentity(ledger, firstIdentity(enrolled));
  const journal = createJournal({
    ledger,
    crypto: webCrypto,
    exclusive: (task) => task(),
    now: () => '2010-12-01T08:26:00.000Z',
  });
  const actor = { staffId: 'cashier', shiftId: null, approvedBy: null };
  for (let done = 0; done < count; done += 1)
    await journal.write(actor, async () => ok({ type: 'staff.signedIn', payload: {} }));
};

const texts = async (ledger: Ledger): Promise<string[]> =>
  (await ledger.read(JOURNAL, 0, 100)).map(({ text }) => text);

test('a ledger opened again holds what was written, and goes on from there', async () => {
  const before = await openFileLedger(file);
  await write(before, 2);
  await before.writeLocal('sync', { acknowledged: 1 });
  const written = await texts(before);
  await before.close();

  const after = await openFileLedger(file);
  expect(await texts(after)).toEqual(written);
  expect(after.operations()).toHaveLength(2);
  expect(await after.readLocal('sync')).toEqual({ acknowledged: 1 });
  await write(after, 1);
  expect(await after.head(JOURNAL)).toMatchObject({ seq: 3 });
  await after.close();
});

test('writes made at once come out one after another', async () => {
  const ledger = await openFileLedger(file);
  const values = Array.from({ length: 50 }, (_, index) => index);
  await Promise.all(values.map((value) => ledger.writeLocal(`key-${value}`, value)));
  await ledger.close();
  const after = await openFileLedger(file);
  expect(await Promise.all(values.map((value) => after.readLocal(`key-${value}`)))).toEqual(values);
  await after.close();
});

describe('damage', () => {
  test('a line that a crash cut short is dropped, and the next takes its place', async () => {
    const before = await openFileLedger(file);
    await write(before, 2);
    await before.close();
    const whole = await readFile(file, 'utf8');
    await appendFile(file, '{"type":"operation","text":"{\\"at\\":');

    const after = await openFileLedger(file);
    expect(await readFile(file, 'utf8')).toBe(whole);
    await write(after, 1);
    expect(await after.head(JOURNAL)).toMatchObject({ seq: 3 });
    await after.close();
  });

  test('anywhere else it is not passed over', async () => {
    const before = await openFileLedger(file);
    await write(before, 1);
    await before.close();
    await writeFile(file, (await readFile(file, 'utf8')).replace('staff.signedIn', 'staff.signed'));
    await expect(openFileLedger(file)).rejects.toThrow('damaged ledger');
  });
});
