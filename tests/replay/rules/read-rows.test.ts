import { describe, expect, test } from 'vitest';
import { readRows } from './read-rows.ts';
import { fileOf } from './row.fixture.ts';

const GOOD = '536365,85123a,WHITE HANGING HEART,6,2010-12-01 08:26:00,2.5,17850.0,United Kingdom';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a good line', () => {
  test('becomes a row: pennies, UTC, stock code in capitals, customer without .0', () => {
    expect(fileOf(GOOD)).toEqual({
      rows: [
        {
          line: 2,
          invoice: '536365',
          sku: '85123A',
          description: 'WHITE HANGING HEART',
          pieces: 6,
          price: 250,
          at: '2010-12-01T08:26:00.000Z',
          customerId: '17850',
        },
      ],
      refused: [],
    });
  });

  test('may lack description and customer, and hold a quoted comma', () => {
    const { rows } = fileOf(
      'C536379,D,,-1,2010-12-01 09:41:00,27.50,,United Kingdom',
      '536370,22492,"MINI, PAINT SET ",36,2010-12-01 08:45:00,0.65,12583.0,France',
    );
    expect(
      rows.map(({ description, customerId, pieces }) => [description, customerId, pieces]),
    ).toEqual([
      ['', null, -1],
      ['MINI, PAINT SET', '12583', 36],
    ]);
  });
});

describe('a line that makes no sense is refused with its number and a reason', () => {
  const change = (column: number, text: string): string =>
    GOOD.split(',')
      .map((cell, index) => (index === column ? text : cell))
      .join(',');

  test.each([
    ['column_count', '536365,85123A,HEART,6'],
    ['column_count', ''],
    ['quotes_invalid', GOOD.replace('WHITE', '"WHITE')],
    ['invoice_invalid', change(0, '12')],
    ['stock_code_invalid', change(1, '')],
    ['description_invalid', change(2, 'A\u0000B')],
    ['quantity_invalid', change(3, '1.5')],
    ['quantity_invalid', change(3, '1000001')],
    ['quantity_zero', change(3, '0')],
    ['time_invalid', change(4, '2010-02-30 08:26:00')],
    ['time_invalid', change(4, 'yesterday')],
    ['price_invalid', change(5, 'free')],
    ['price_finer_than_a_penny', change(5, '2.555')],
    ['price_negative', change(5, '-11062.06')],
    ['amount_absurd', change(5, '99999999999.00')],
    ['customer_invalid', change(6, 'Dana')],
  ])('%s', (reason, line) => {
    expect(fileOf(GOOD, line, GOOD)).toMatchObject({
      rows: [{ line: 2 }, { line: 4 }],
      refused: [{ line: 3, reason }],
    });
  });

  test('encoding_invalid', () => {
    const bytes = Buffer.concat([
      bytesOf(
        'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n',
      ),
      Buffer.from('a3', 'hex'),
      bytesOf(`\n${GOOD}\n`),
    ]);
    expect(readRows(bytes)).toMatchObject({
      rows: [{ line: 3 }],
      refused: [{ line: 2, reason: 'encoding_invalid' }],
    });
  });
});

test('another header is another file', () => {
  expect(readRows(bytesOf('barcode,name\n1,Tea\n'))).toBeNull();
});
