import { expect, test } from 'vitest';
import { GENESIS_HASH } from '#shared/operations/envelope.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { checkDatabase } from './check-database.ts';
import { differencesIn } from './checks.ts';
import type { Figures } from './figures.ts';

const figures = (stock: Record<string, number>): Figures => ({
  unitsByCell: new Map(),
  moneyByCell: new Map(),
  moneyByTender: new Map(),
  stockBySku: new Map(Object.entries(stock)),
});

const operation = (seq: number, hash: string): Operation => ({
  id: `T-01_1.${String(seq).padStart(10, '0')}`,
  journalId: 'T-01_1',
  tillId: 'T-01',
  storeId: 'T',
  seq,
  at: '2010-12-01T08:26:00.000Z',
  clockOffset: null,
  staffId: 'cashier',
  shiftId: null,
  approvedBy: null,
  type: 'staff.signedIn',
  payload: {},
  version: 1,
  previousHash: GENESIS_HASH,
  hash,
});

/** Names of what differs when the server holds these hashes of two operations written `a`, `b`. */
const differing = (hashes: readonly string[], quarantined = 0, exceptions = 1): string[] =>
  checkDatabase(
    {
      figures: figures({ '85123A': -1000, '71053': 2000 }),
      movedBySku: new Map([
        ['85123A', -1000],
        ['71053', 2000],
      ]),
      hashesByJournal: new Map([['T-01_1', hashes]]),
      quarantined,
      exceptions: new Map([['below_zero', exceptions]]),
    },
    figures({ '85123A': -1000, '71053': 2000 }),
    [operation(1, 'a'), operation(2, 'b')],
  )
    .filter((check) => differencesIn(check).length > 0)
    .map(({ name }) => name);

test('the server holds every operation once, in order, and nothing else', () => {
  const operations = ['operations as the tills wrote them, by journal'];
  expect(differing(['a', 'b'])).toEqual([]);
  expect(differing(['a'])).toEqual(operations);
  expect(differing(['b', 'a'])).toEqual(operations);
  expect(differing(['a', 'b', 'b'])).toEqual(operations);
});

test('nothing is in quarantine, and each article below zero is one exception', () => {
  expect(differing(['a', 'b'], 1)).toEqual(['operations in quarantine']);
  expect(differing(['a', 'b'], 0, 2)).toEqual(['open exceptions by kind']);
});
