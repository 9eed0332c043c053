import { describe, expect, test } from 'vitest';
import { derivedPrice } from './derived-price.ts';
import { type ReadRow, readCatalog } from './read-catalog.ts';

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array, void> {
  for (let start = 0; start < bytes.length; start += size) {
    yield await Promise.resolve(bytes.subarray(start, start + size));
  }
}

const RATES: Readonly<Record<string, string>> = { vat16: 'vat16', '16': 'vat16', '0': 'vat0' };

const read = async (text: string | Uint8Array): Promise<ReadRow[]> => {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const file = await readCatalog(inChunks(bytes, 7), (written) => RATES[written] ?? null);
  if (!file.ok) throw new Error(JSON.stringify(file.problem));
  const rows: ReadRow[] = [];
  for await (const row of file.value.rows) rows.push(row);
  return rows;
};

const problemsOf = (rows: readonly ReadRow[]) =>
  rows.flatMap(({ line, row }) => (row.ok ? [] : [{ line, ...row.problem }]));

const namesOf = (rows: readonly ReadRow[]) =>
  rows.flatMap(({ row }) => (row.ok ? [row.value.name] : []));

describe('reading a catalog', () => {
  test('takes what a product asks at the till, and says which of it cannot be read', async () => {
    const rows = await read(
      'barcode,name,age,serial,batch,mark\n' +
        '4870110010000,Lighter,18,no,,\n' +
        '4870110020009,Cable,,Yes,1,true\n' +
        '4870110030008,Old,adult,,,\n' +
        '4870110040007,Odd,,maybe,,\n',
    );
    expect(rows.slice(0, 2).map(({ row }) => row)).toMatchObject([
      { ok: true, value: { minimumAge: 18, serial: false, batch: null, mark: null } },
      { ok: true, value: { minimumAge: null, serial: true, batch: true, mark: true } },
    ]);
    expect(problemsOf(rows)).toEqual([
      { line: 4, type: 'age_invalid', found: 'adult' },
      { line: 5, type: 'flag_invalid', column: 'serial', found: 'maybe' },
    ]);
  });

  test('takes how a product is sold, and says which words it does not know', async () => {
    const rows = await read(
      'barcode,name,name_uk,unit,kind,active\n' +
        '4870110010000,Cheese,Сир,KILOGRAM,goods,1\n' +
        '4870110020009,Deposit,,,Service,no\n' +
        '4870110030008,Odd,,kg,,\n' +
        '4870110040007,Odd,,,gift,\n' +
        '4870110050006,Odd,,,,maybe\n' +
        `4870110060005,Odd,${'я'.repeat(401)},,,\n`,
    );
    expect(rows.slice(0, 2).map(({ row }) => row)).toMatchObject([
      {
        ok: true,
        value: { translations: { uk: 'Сир' }, unit: 'kilogram', kind: 'goods', active: true },
      },
      { ok: true, value: { translations: {}, unit: null, kind: 'service', active: false } },
    ]);
    expect(problemsOf(rows)).toEqual([
      {
        line: 4,
        type: 'choice_invalid',
        column: 'unit',
        found: 'kg',
        allowed: ['piece', 'kilogram'],
      },
      {
        line: 5,
        type: 'choice_invalid',
        column: 'kind',
        found: 'gift',
        allowed: ['goods', 'service'],
      },
      { line: 6, type: 'flag_invalid', column: 'active', found: 'maybe' },
      { line: 7, type: 'text_too_long', column: 'name_uk' },
    ]);
  });

  test('takes every column, and the barcode for an article number that is not there', async () => {
    const rows = await read(
      'barcode,name,sku,price,category,tax,stock\n' +
        '4870110010000,"Bread, white ""fresh""",B-1,190.50,bakery,vat16,20\n' +
        '4870110020009,Rye  bread ,,,,,\n',
    );
    expect(rows.map(({ row }) => row)).toMatchObject([
      {
        ok: true,
        value: {
          barcode: '4870110010000',
          name: 'Bread, white "fresh"',
          sku: 'B-1',
          price: 19_050,
          category: 'bakery',
          taxRateId: 'vat16',
          stock: 20_000,
        },
      },
      {
        ok: true,
        value: {
          name: 'Rye bread',
          sku: '4870110020009',
          price: null,
          category: null,
          taxRateId: null,
          stock: null,
        },
      },
    ]);
  });

  test('names line and reason of every bad row and takes all the others', async () => {
    const rows = await read(
      [
        'barcode,name,price,tax,stock',
        '4870110010000,Good,1,16,1',
        ',No barcode,1,16,1',
        '4870110020009,   ,1,16,1',
        '4870110030008,Too few',
        '4870110030008,Too,1,16,1,many',
        '4870110010000,Again,2,16,1',
        '4870110040007,Negative,-5,16,1',
        '4870110050006,Absurd,100000000.01,16,1',
        '4870110060005,Not a price,1e3,16,1',
        '4870110070004,Three decimals,1.005,16,1',
        '4870110080003,Tax,1,17,1',
        '4870110090002,Stock,1,16,-1',
        '4870110100008,"never closed,1,16,1',
        'код,Cyrillic code,1,16,1',
        '',
        '4870110110007,Last,"1,5",0,0.250',
      ].join('\r\n'),
    );
    expect(problemsOf(rows)).toEqual([
      { line: 3, type: 'barcode_missing' },
      { line: 4, type: 'name_missing' },
      { line: 5, type: 'column_count', expected: 5, found: 2 },
      { line: 6, type: 'column_count', expected: 5, found: 6 },
      { line: 7, type: 'barcode_repeated', firstLine: 2 },
      { line: 8, type: 'price_negative', found: '-5' },
      { line: 9, type: 'price_absurd', found: '100000000.01' },
      { line: 10, type: 'price_invalid', found: '1e3' },
      { line: 11, type: 'price_invalid', found: '1.005' },
      { line: 12, type: 'tax_unknown', found: '17' },
      { line: 13, type: 'stock_invalid', found: '-1' },
      { line: 14, type: 'quotes_invalid' },
      { line: 15, type: 'code_invalid', column: 'barcode' },
    ]);
    expect(namesOf(rows)).toEqual(['Good', 'Last']);
    expect(rows.at(-1)?.row).toMatchObject({
      value: { price: 150, taxRateId: 'vat0', stock: 250 },
    });
  });

  test('refuses bytes that are not UTF-8 in their row alone, and warns of what a conversion broke', async () => {
    const bytes = Buffer.concat([
      Buffer.from('\uFEFFbarcode,name\n1,before\n2,'),
      Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]),
      Buffer.from('\n3,lost \uFFFD\n4,nul \u0000 and\ttab\n5,\u0007\n6,after'),
    ]);
    const rows = await read(bytes);
    expect(problemsOf(rows)).toEqual([
      { line: 3, type: 'encoding_invalid' },
      { line: 6, type: 'name_missing' },
    ]);
    expect(namesOf(rows)).toEqual(['before', 'lost \uFFFD', 'nul and tab', 'after']);
    const warnings = rows.flatMap(({ line, row }) =>
      row.ok ? row.value.warnings.map(({ type }) => ({ line, type })) : [],
    );
    expect(warnings).toEqual([
      { line: 4, type: 'name_damaged' },
      { line: 5, type: 'name_damaged' },
    ]);
  });

  test('imports a wrong check digit with a warning, and asks none of a shop’s own codes', async () => {
    const rows = await read('barcode,name\n4870110010001,Bread\nA-17,Own code\n');
    expect(rows.map(({ row }) => row.ok && row.value.warnings)).toEqual([
      [{ type: 'check_digit_wrong' }],
      [],
    ]);
  });

  test('refuses the second row of an article number', async () => {
    const rows = await read('sku,name,barcode\nA,One,1\nA,Two,2\n');
    expect(problemsOf(rows)).toEqual([{ line: 3, type: 'sku_repeated', firstLine: 2 }]);
  });

  test.each([
    ['', { type: 'header_unreadable' }],
    ['barcode,price\n', { type: 'column_missing', column: 'name' }],
    ['barcode,name,prise\n', { type: 'column_unknown', column: 'prise' }],
    ['barcode,name,Name\n', { type: 'column_repeated', column: 'name' }],
  ])('says what is wrong with the header %j', async (text, problem) => {
    const file = await readCatalog(inChunks(new TextEncoder().encode(text), 7), () => null);
    expect(file).toEqual({ ok: false, problem });
  });
});

test('a derived price depends on the barcode alone: 100 to 9,990 in steps of 10', () => {
  expect(derivedPrice('4607042501944')).toBe(derivedPrice('4607042501944'));
  for (const barcode of ['', '1', '7363333959395', '3019081239633']) {
    const price = derivedPrice(barcode);
    expect(price % 1000).toBe(0);
    expect(price).toBeGreaterThanOrEqual(10_000);
    expect(price).toBeLessThanOrEqual(999_000);
  }
});
