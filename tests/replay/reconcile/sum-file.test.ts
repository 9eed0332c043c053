import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { sumFile } from './sum-file.ts';

const HEADER =
  'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n';

test('quantity × price by day, article and tender; stock notes count for the stock alone', () => {
  const figures = sumFile(
    `${HEADER}1,85123a,"A, B",6,2010-12-01 08:26:00,2.55,17850.0,UK
1,POST,POSTAGE,1,2010-12-01 08:27:00,18.0,17850.0,UK
oops
C2,85123A,A,-2,2010-12-01 09:00:00,2.5,,UK
3,85123A,damages,-3,2010-12-02 09:00:00,0.0,,UK
4,85123A,Found,1,2010-12-02 09:00:00,0.0,,UK
5,85123A,A,1,2010-12-03 09:00:00,0.0,17850.0,UK
`,
    new Set([4]),
  );
  expect(figures).toEqual({
    unitsByCell: new Map([
      ['2010-12-01 85123A', 4000],
      ['2010-12-01 POST', 1000],
      ['2010-12-03 85123A', 1000],
    ]),
    moneyByCell: new Map([
      ['2010-12-01 85123A', 1530 - 500],
      ['2010-12-01 POST', 1800],
      ['2010-12-03 85123A', 0],
    ]),
    moneyByTender: new Map([
      ['card', 3330],
      ['cash', -500],
    ]),
    stockBySku: new Map([['85123A', -6000 + 2000 - 3000 + 1000 - 1000]]),
  });
});

test('the first of the real invoices come to the sum of quantity × price in a spreadsheet', async () => {
  const text = await readFile(new URL('../first-invoices.csv', import.meta.url), 'utf8');
  const { moneyByCell } = sumFile(text, new Set());
  expect([...moneyByCell.values()].reduce((sum, money) => sum + money, 0)).toBe(1_751_636);
});
