import type { Operation } from '#shared/operations/operation.ts';
import type { Check } from './checks.ts';
import type { Figures, Sums } from './figures.ts';
import type { ServerView } from './read-server.ts';

/** How many operations the tills have, and how many of them the server has in the same place and word for word. */
const heldOf = (
  operations: readonly Operation[],
  { hashesByJournal }: ServerView,
): Record<'server' | 'expected', Sums> => {
  const server = new Map<string, number>();
  const expected = new Map<string, number>();
  const add = (sums: Map<string, number>, key: string): unknown =>
    sums.set(key, (sums.get(key) ?? 0) + 1);
  for (const { journalId, seq, hash } of operations) {
    add(expected, journalId);
    if (hashesByJournal.get(journalId)?.[seq - 1] === hash) add(server, journalId);
  }
  // What the server holds beyond that came from nowhere.
  for (const [journalId, hashes] of hashesByJournal)
    server.set(
      journalId,
      (server.get(journalId) ?? 0) + hashes.length - (expected.get(journalId) ?? 0),
    );
  return { server, expected };
};

const belowZero = (stock: Sums): number => [...stock.values()].filter((sum) => sum < 0).length;

/** What lies in the server's database against the file, and against the tills' own ledgers. */
export const checkDatabase = (
  view: ServerView,
  file: Figures,
  operations: readonly Operation[],
): Check[] => [
  {
    name: 'operations as the tills wrote them, by journal',
    measure: 'count',
    ...heldOf(operations, view),
  },
  {
    name: 'operations in quarantine',
    measure: 'count',
    server: new Map([['quarantined', view.quarantined]]),
    expected: new Map(),
  },
  {
    name: 'money by day and SKU',
    measure: 'money',
    server: view.figures.moneyByCell,
    expected: file.moneyByCell,
  },
  {
    name: 'units by day and SKU',
    measure: 'pieces',
    server: view.figures.unitsByCell,
    expected: file.unitsByCell,
  },
  {
    name: 'money by tender',
    measure: 'money',
    server: view.figures.moneyByTender,
    expected: file.moneyByTender,
  },
  {
    name: 'stock levels by SKU',
    measure: 'pieces',
    server: view.figures.stockBySku,
    expected: file.stockBySku,
  },
  {
    name: 'stock ledger by SKU',
    measure: 'pieces',
    server: view.movedBySku,
    expected: file.stockBySku,
  },
  {
    name: 'open exceptions by kind',
    measure: 'count',
    server: view.exceptions,
    expected: new Map([['below_zero', belowZero(file.stockBySku)]]),
  },
];
