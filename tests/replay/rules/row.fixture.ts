import { minor } from '#shared/kernel/money.ts';
import { HEADER } from './parse-row.ts';
import { readRows } from './read-rows.ts';
import type { Row } from './row.ts';

let lines = 1;

/** A row of six pieces at 2.55 bought by customer 17850, but for what is given. */
export const row = (given: Partial<Row> = {}): Row => {
  lines += 1;
  return {
    line: lines,
    invoice: '536365',
    sku: '85123A',
    description: 'WHITE HANGING HEART T-LIGHT HOLDER',
    pieces: 6,
    price: minor(255),
    at: '2010-12-01T08:26:00.000Z',
    customerId: '17850',
    ...given,
  };
};

/** A file of these lines under the right header, as read. */
export const fileOf = (...texts: readonly string[]) => {
  const file = readRows(new TextEncoder().encode([HEADER, ...texts, ''].join('\n')));
  if (file === null) throw new Error('the header was refused');
  return file;
};
