import type { OperationType } from '#shared/operations/operation.ts';
import type { RowKind } from '../rules/count-rows.ts';
import type { Refusal } from '../rules/row.ts';
import { type Check, differencesIn, moneyDifference } from './checks.ts';

/** All that a replay comes to; the same however often it is run again. */
export type Reconciliation = {
  readonly rowsIn: number;
  readonly rowsByKind: ReadonlyMap<RowKind, number>;
  readonly refusedByReason: ReadonlyMap<Refusal, number>;
  readonly operationsByType: ReadonlyMap<OperationType, number>;
  readonly checks: readonly Check[];
};

/** Differences of one check that are named; the number of all is always told. */
const NAMED = 5;

const numbers = new Intl.NumberFormat('en');
const pounds = new Intl.NumberFormat('en', { minimumFractionDigits: 2 });

const show = (measure: Check['measure'], value: number): string => {
  switch (measure) {
    case 'money':
      return `${pounds.format(value / 100)} GBP`;
    case 'pieces':
      return `${numbers.format(value / 1000)} pieces`;
    case 'count':
      return numbers.format(value);
  }
};

const total = (sums: Iterable<number>): number => [...sums].reduce((sum, one) => sum + one, 0);

const row = (name: string, value: string): string => `  ${name.padEnd(48)}${value.padStart(12)}`;

const table = (title: string, counts: ReadonlyMap<string, number>): string[] => [
  title,
  ...[...counts].map(([name, count]) => row(name, numbers.format(count))),
  row('together', numbers.format(total(counts.values()))),
];

const describe = (check: Check): string[] => {
  const found = differencesIn(check);
  const { name, measure, server, expected } = check;
  const verdict = found.length === 0 ? 'the same' : `${found.length} DIFFER`;
  const sum = show(measure, total(server.values()));
  return [
    `  ${name.padEnd(48)}${verdict.padStart(12)}  of ${expected.size}, together ${sum}`,
    ...found
      .slice(0, NAMED)
      .map(
        (one) =>
          `    ${one.key}: server ${show(measure, one.server)}, expected ${show(measure, one.expected)}`,
      ),
  ];
};

export const isReconciled = ({
  rowsIn,
  rowsByKind,
  refusedByReason,
  checks,
}: Reconciliation): boolean =>
  rowsIn === total(rowsByKind.values()) + total(refusedByReason.values()) &&
  checks.every((check) => differencesIn(check).length === 0);

/** The report, line by line; the last one is read by programs. */
export const reportLines = (reconciliation: Reconciliation): string[] => {
  const { rowsIn, rowsByKind, refusedByReason, operationsByType, checks } = reconciliation;
  const refused = total(refusedByReason.values());
  const operations = total(operationsByType.values());
  return [
    ...table('rows in operations, by kind', rowsByKind),
    ...table('rows refused, by reason', refusedByReason),
    row('rows in the file', numbers.format(rowsIn)),
    ...table('operations on the server, by type', operationsByType),
    'server against file',
    ...checks.flatMap(describe),
    `replay: rows=${rowsIn} operations=${operations} refused=${refused} difference=${moneyDifference(checks)}`,
  ];
};
