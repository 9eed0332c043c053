import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { firstIdentity, writeIdentity } from '#renderer/store/identity.ts';
import { bookRows } from '../rules/book-rows.ts';
import { row } from '../rules/row.fixture.ts';
import { drive, type ManagedTill } from './drive.ts';
import type { Outbox } from './outbox.ts';
import { openSimulatedTill } from './simulated-till.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'omnitill-drive-'));
});

afterEach(() => rm(folder, { recursive: true }));

const { bookings } = bookRows([
  row(),
  row({ invoice: '536366' }),
  row({ invoice: 'C536379', pieces: -2, at: '2010-12-02T08:26:00.000Z' }),
]);

/** Pushes nothing and is always done. */
const idleOutbox: Outbox = {
  wake: () => undefined,
  drained: async () => undefined,
  isPushing: () => false,
  stop: async () => undefined,
};

const openTill = async (number: number): Promise<ManagedTill> => {
  const tillId = `T-0${number}`;
  const till = await openSimulatedTill(folder, tillId);
  const enrolled = { tillId, storeId: 'T', journalId: `${tillId}_1`, token: 'secret' };
  await writeIdentity(till.ledger, firstIdentity(enrolled));
  return { ...till, tillId, outbox: idleOutbox };
};

/** Drives two tills over so many of the bookings, and turns them off. */
const driveFirst = async (count: number) => {
  const tills = await Promise.all([openTill(1), openTill(2)]);
  let restarts = 0;
  const driven = await drive({
    bookings: bookings.slice(0, count),
    plan: { tills: [0, 1, 1], spells: [{ till: 1, from: 1, to: 2 }], kills: [1] },
    tills,
    server: {
      killAndRestart: async () => {
        restarts += 1;
      },
    },
    print: () => undefined,
  });
  const operations = tills.map(({ ledger }) => ledger.operations());
  await Promise.all(tills.map(({ ledger }) => ledger.close()));
  return { driven, operations, restarts };
};

test('T6 what the ledgers hold is not done again, and what was sold before can still come back', async () => {
  const first = await driveFirst(2);
  expect(first.driven).toEqual({ added: 2, kills: 1, spells: 1 });
  expect(first.restarts).toBe(1);

  const second = await driveFirst(3);
  expect(second.driven).toEqual({ added: 1, kills: 0, spells: 0 });
  expect(second.operations[1]?.map(({ type }) => type)).toEqual([
    'sale.completed',
    'return.completed',
  ]);
  expect(second.operations[1]?.[1]?.payload).toMatchObject({ number: 'C536379', total: 510 });

  const third = await driveFirst(3);
  expect(third.driven).toEqual({ added: 0, kills: 0, spells: 0 });
  expect(third.operations).toEqual(second.operations);
});

test('an operation carries the time of its invoice', async () => {
  const { operations } = await driveFirst(1);
  expect(operations[0]?.[0]).toMatchObject({ seq: 1, at: '2010-12-01T08:26:00.000Z' });
});
