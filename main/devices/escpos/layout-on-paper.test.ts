import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { anyText } from '#shared/kernel/any-text.fixture.ts';
import { type Charset, CHARSETS } from '#shared/devices/printing.ts';
import { LOCALES } from '#shared/kernel/text.ts';
import { paperDocument } from '#shared/receipt/paper-document.ts';
import { paperWords } from '#shared/receipt/paper-words.ts';
import { unprintableIn } from '#shared/receipt/printable.ts';
import { receiptLines } from '#shared/receipt/receipt-lines.ts';
import type { Receipt } from '#shared/receipt/receipt.ts';
import { LAYOUT } from '../layout.fixture.ts';
import { printerAt } from '../papers.fixture.ts';
import { askState } from '../printer/ask-state.ts';
import { openLink } from '../printer/open-link.ts';
import { printBytes } from '../printer/print-bytes.ts';
import { RECEIPT } from '../receipt.fixture.ts';
import { startVirtualPrinter, type VirtualPrinter } from '../virtual-printer.fixture.ts';
import { encodePaper } from './encode-paper.ts';
import glyphs from './glyphs.json' with { type: 'json' };

const WIDTHS = [32, 42, 48] as const;

let virtual: VirtualPrinter;
let columns: (typeof WIDTHS)[number];

const print = async (receipt: Receipt, charset: Charset = 'cp866'): Promise<void> => {
  const words = paperWords('en', 'Asia/Almaty');
  const document = paperDocument(
    receiptLines({ receipt, code: null, form: { type: 'original' } }, words),
  );
  const { address } = printerAt(virtual.port);
  const bytes = encodePaper(document, { columns, charset, codePage: 17 });
  await printBytes({
    open: openLink,
    ask: askState,
    address,
    bytes,
    onBegin: async () => undefined,
  });
};

describe.each(WIDTHS)('a layout on paper of %i letters', (width) => {
  beforeEach(async () => {
    columns = width;
    virtual = await startVirtualPrinter(width);
  });
  afterEach(() => virtual.close());

  test('comes out whole: the logo as a picture, and each line of it', async () => {
    await print(RECEIPT);
    expect(virtual.faults()).toEqual([]);
    const lines = virtual.papers()[0]?.lines ?? [];
    expect(lines[0]).toBe('▒');
    const text = lines.join(' ').replaceAll(/\s+/g, ' ');
    expect(text).toContain('БИН 001140000123');
    expect(text).toContain('Goods of proper quality come back within 14 days');
    expect(text).toContain('omnitill.example/~abay?a=1&b={2}');
    expect(text).toContain('See you soon!');
  });

  test.each([
    ['a word without an end', 'Донаудампфшиффартс'.repeat(11)],
    ['emoji', 'Сыр 🧀 и друзья 👨‍👩‍👧‍👦 🇰🇿'],
    ['Hebrew', 'מכולת השכונה של אבאי'],
    ['Arabic between Latin', 'Abay خضار طازجة Market'],
    ['combining marks', 'Café Ångström ́́́'],
  ])('goes nowhere beyond it with %s in names and lines', async (_, name) => {
    const layout = { ...LAYOUT, header: [name], legal: [name], returnTerms: { en: [name] } };
    await print({ ...RECEIPT, chainName: name, storeName: name, address: name, layout });
    expect(virtual.faults()).toEqual([]);
    expect(virtual.papers()).toHaveLength(1);
  });
});

describe('letters', () => {
  test('that are told not to be printable are those without a picture', () => {
    const known = Object.keys(glyphs).filter((letter) => letter !== '\u00ad');
    expect(unprintableIn(known)).toEqual([]);
    expect(unprintableIn(['Сыр 🧀', 'שלום', 'Қазақ', '🧀'])).toEqual(['🧀', 'ש', 'ל', 'ו', 'ם']);
    fc.assert(
      fc.property(anyText({ minLength: 1, maxLength: 1 }), (letter) => {
        const isDrawn = letter in glyphs || /[\u2009\u202f]/.test(letter);
        expect(unprintableIn([letter]).length === 0).toBe(isDrawn);
      }),
      { numRuns: 2000 },
    );
  });

  test('of every language of Omnitill are printable on all papers', () => {
    const texts = LOCALES.flatMap((locale) => Object.values(paperWords(locale, 'UTC').say.receipt));
    expect(unprintableIn(texts)).toEqual([]);
    expect(CHARSETS.length).toBeGreaterThan(0);
  });
});
