import { expect, test } from 'vitest';
import { loadInvoices } from './load-invoices.ts';
import { planReplay } from './plan.ts';

const FILE = new URL('first-invoices.csv', import.meta.url).pathname;

test('one seed makes one plan; bookings of one invoice are made at one till', async () => {
  const bookings = (await loadInvoices(FILE))?.bookings ?? [];
  const plan = planReplay(bookings, { tills: 3, kills: 4, seed: 1 });
  expect(planReplay(bookings, { tills: 3, kills: 4, seed: 1 })).toEqual(plan);
  expect(planReplay(bookings, { tills: 3, kills: 4, seed: 2 })).not.toEqual(plan);
  expect(new Set(plan.tills)).toEqual(new Set([0, 1, 2]));
  expect(new Set(plan.spells.map(({ till }) => till))).toEqual(new Set([0, 1, 2]));
  expect(plan.kills).toHaveLength(4);
  expect(plan.kills).toEqual(plan.kills.toSorted((left, right) => left - right));
  const invoices = new Map(
    bookings.map(({ rows }, index) => [rows[0]?.invoice, plan.tills[index]]),
  );
  for (const [index, { rows }] of bookings.entries())
    expect(plan.tills[index]).toBe(invoices.get(rows[0]?.invoice));
});
