import { describe, expect, test } from 'vitest';
import type { StoreSettings } from '../domain/settings/schema.ts';
import { LOCALES } from '../kernel/text.ts';
import type { PaperLine } from './paper-line.ts';
import { paperWords } from './paper-words.ts';
import { type ReceiptForm, receiptLines } from './receipt-lines.ts';
import { sampleReceipt } from './sample-receipt.ts';

const SETTINGS: StoreSettings = {
  storeId: 'ONE',
  name: 'Abay',
  chainName: 'Chain',
  address: 'Abay 1',
  currency: 'KZT',
  timeZone: 'Asia/Almaty',
  taxInclusive: true,
  taxRates: [{ id: 'standard', name: { en: 'VAT 16%' }, rate: 1600 }],
  cashIncrement: 100,
  notes: [],
  discountLimit: 1000,
};

const LAYOUT = {
  logo: { width: 8, height: 1, dots: 'gQ==' },
  header: ['+7 700'],
  legal: ['Chain LLP', 'Tax 1'],
  returnTerms: { en: ['Within 14 days.', 'With all labels.'], kk: ['14 күн ішінде.'] },
  footer: { en: ['Bye!'] },
};

const textOf = (line: PaperLine): string => {
  if (line.type === 'row') return `${line.name}|${line.value ?? ''}`;
  return 'text' in line ? line.text : line.type;
};

const papers = (form: ReceiptForm, layout = LAYOUT, locale: (typeof LOCALES)[number] = 'en') =>
  receiptLines(
    { receipt: sampleReceipt(SETTINGS, layout), code: 'OTR1.secret', form },
    paperWords(locale, SETTINGS.timeZone),
  ).map(textOf);

describe('a receipt', () => {
  test('begins with the logo, names, address, the store’s own lines and who sells', () => {
    expect(papers({ type: 'original' }).slice(0, 8)).toEqual([
      'picture',
      'gap',
      'Chain',
      'Abay',
      'Abay 1',
      '+7 700',
      'Chain LLP',
      'Tax 1',
    ]);
  });

  test('ends with how goods come back and the store’s last words, in its language where they are said in it', () => {
    expect(papers({ type: 'original' }).slice(-4)).toEqual([
      'Within 14 days.|',
      'With all labels.|',
      'gap',
      'Bye!',
    ]);
    expect(papers({ type: 'original' }, LAYOUT, 'kk').slice(-3)).toEqual([
      '14 күн ішінде.|',
      'gap',
      'Bye!',
    ]);
  });

  test('without a layout says what it always said', () => {
    const plain = { logo: null, header: [], legal: [], returnTerms: {}, footer: {} };
    const lines = receiptLines(
      {
        receipt: sampleReceipt(SETTINGS, plain),
        code: null,
        form: { type: 'original' },
      },
      paperWords('en', SETTINGS.timeZone),
    ).map(textOf);
    expect(lines.slice(0, 3)).toEqual(['Chain', 'Abay', 'Abay 1']);
    expect(lines.slice(-2)).toEqual([
      'Thank you for your purchase!',
      'Keep the receipt: a return is made by it.',
    ]);
  });

  test('that is a copy says which, and is the receipt otherwise', () => {
    const original = papers({ type: 'original' });
    const copy = papers({ type: 'copy', number: 3 });
    expect(copy.filter((line) => !original.includes(line))).toEqual(['COPY 3']);
    expect(papers({ type: 'copy', number: null })).toContain('COPY');
  });
});

describe.each(LOCALES)('a gift receipt in %s', (locale) => {
  const words = paperWords(locale, SETTINGS.timeZone);
  const receipt = { ...sampleReceipt(SETTINGS, LAYOUT), customer: 'Dana' };
  const lines = receiptLines({ receipt, code: 'OTR1.secret', form: { type: 'gift' } }, words);
  const all = lines.map(textOf).join('\n');

  test('names the goods and the number by which they come back', () => {
    for (const { name } of receipt.lines) expect(all).toContain(words.text(name));
    expect(lines).toContainEqual({ type: 'barcode', text: receipt.number });
    expect(all).toContain(words.say.receipt.gift);
  });

  test('holds no price, no sum, no tender, no signed code and not who bought it', () => {
    const amounts = [
      receipt.total,
      receipt.gross,
      ...receipt.taxes.map(({ tax }) => tax),
      ...receipt.lines.flatMap(({ unitPrice, gross, tax }) => [unitPrice, gross, tax]),
    ];
    for (const amount of amounts) expect(all).not.toContain(words.money(amount, 'KZT'));
    for (const secret of ['OTR1', words.say.tender.card, words.say.receipt.total, 'Dana', '₸'])
      expect(all).not.toContain(secret);
  });

  test('says the number of every document that was registered, and which of them gave money back', () => {
    const proof = { sign: '', code: null, mode: 'online', at: '2026-01-02T11:00:00.000Z' } as const;
    const fiscal = [
      { documentId: 'a-sale', operationId: 'a', kind: 'sale', number: '000118', ...proof },
      { documentId: 'b-refund', operationId: 'b', kind: 'refund', number: '000119', ...proof },
    ] as const;
    const receipt = { ...sampleReceipt(SETTINGS, LAYOUT), fiscal };
    const words = paperWords('en', SETTINGS.timeZone);
    const said = receiptLines({ receipt, code: null, form: { type: 'original' } }, words).map(
      textOf,
    );
    const place = said.indexOf('Fiscal number|000118');
    expect(said.slice(place, place + 5)).toEqual([
      'Fiscal number|000118',
      'gap',
      'Refund|',
      'gap',
      'Fiscal number|000119',
    ]);
  });
});
