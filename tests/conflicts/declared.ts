import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Pair } from './outcome.ts';

const PAGE = path.resolve(import.meta.dirname, '../../shared/protocol/CONFLICTS.md');

const cell = (entries: readonly string[]): string => entries.join('; ') || '–';

/** Cells as they are, however the table is laid out. */
const plain = (row: string): string => row.replaceAll(/\s+/g, ' ').trim();

/** A pair as its row in the page says it. */
export const rowOf = ({ away, here, outcome }: Pair): string => {
  const { state, stock, money, exceptions, tasks } = outcome;
  const cells = [away, here, state, stock, money, cell(exceptions), cell(tasks)];
  return plain(`| ${cells.join(' | ')} |`);
};

/** The rows that the page declares. */
export const declaredRows = (): ReadonlySet<string> =>
  new Set(
    readFileSync(PAGE, 'utf8')
      .split('\n')
      .filter((line) => /^\| (web|till): /.test(line))
      .map(plain),
  );
