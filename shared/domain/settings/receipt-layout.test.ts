import fc from 'fast-check';
import { Value } from 'typebox/value';
import { describe, expect, test } from 'vitest';
import {
  DEFAULT_RECEIPT_LAYOUT,
  isWholeLogo,
  layoutText,
  LOGO_HEIGHT,
  LOGO_WIDTH,
  ReceiptLayout,
  ReceiptLogo,
} from './receipt-layout.ts';

const logoOf = (across: number, height: number): ReceiptLogo => ({
  width: across * 8,
  height,
  dots: Buffer.alloc(across * height, 0x5a).toString('base64'),
});

describe('a logo', () => {
  test('of any size that paper has is whole with as many dots as it says, and with no other number', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: LOGO_WIDTH / 8 }),
        fc.integer({ min: 1, max: LOGO_HEIGHT }),
        fc.integer({ min: -3, max: 3 }),
        (across, height, more) => {
          const logo = logoOf(across, height);
          const bytes = Math.max(1, across * height + more);
          const other = { ...logo, dots: Buffer.alloc(bytes).toString('base64') };
          expect(Value.Check(ReceiptLogo, logo) && isWholeLogo(logo)).toBe(true);
          expect(isWholeLogo(other)).toBe(bytes === across * height);
        },
      ),
    );
  });

  test.each([
    ['wider than paper', { ...logoOf(49, 1), width: 392 }],
    ['no whole bytes', { ...logoOf(1, 1), width: 12 }],
    ['a drawing with a script', { ...logoOf(1, 1), dots: '<svg onload="alert(1)"/>' }],
    ['an address', { ...logoOf(1, 1), dots: 'data:image/png;base64,AAAA' }],
    ['nothing', { width: 8, height: 0, dots: '' }],
  ])('that is %s is none', (_, logo) => {
    expect(Value.Check(ReceiptLogo, logo)).toBe(false);
  });
});

describe('lines of a layout', () => {
  const withHeader = (line: string): unknown => ({ ...DEFAULT_RECEIPT_LAYOUT, header: [line] });

  test.each(['Abay 10', 'ТОО «Қазақ»', 'خضار طازجة', 'מכולת', '🧀 Cheese 👨‍👩‍👧', 'x'.repeat(200)])(
    '%s is one',
    (line) => expect(Value.Check(ReceiptLayout, withHeader(line))).toBe(true),
  );

  test.each([
    ['two lines', 'one\ntwo'],
    ['a command to the printer', 'cut\u001dV\u0000'],
    ['letters that turn what follows', 'gnp\u202e.exe'],
    ['blank', '   '],
    ['too long', 'x'.repeat(201)],
  ])('%s are none', (_, line) => {
    expect(Value.Check(ReceiptLayout, withHeader(line))).toBe(false);
  });

  test('a text stands in the language that is asked for, else in English, else in what there is', () => {
    expect(layoutText({ en: ['a'], kk: ['б'] }, 'kk')).toEqual(['б']);
    expect(layoutText({ en: ['a'], kk: ['б'] }, 'uk')).toEqual(['a']);
    expect(layoutText({ kk: ['б'] }, 'uk')).toEqual(['б']);
    expect(layoutText({}, 'en')).toBeNull();
  });
});
