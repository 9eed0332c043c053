import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '#shared/kernel/any-text.fixture.ts';
import { checkDigitOf } from './gtin.ts';
import { markIn, readGs1, writingsOf } from './gs1.ts';

const NOW = '2026-01-02T11:00:00.000Z';
const GTIN = `0487001000001${checkDigitOf('0487001000001')}`;
const GS = '\u001d';

const read = (code: string) => {
  const found = readGs1(code, NOW);
  return found?.ok ? found.value : (found?.problem ?? null);
};

describe('a GS1 code', () => {
  test('tells product, serial number, batch and expiry, in each way it is written', () => {
    const whole = { gtin: GTIN, serial: 'S-7', batch: 'B/1', expires: '2026-01-31' };
    const ways = [
      `]d201${GTIN}1726013110B/1${GS}21S-7`,
      `]C101${GTIN}21S-7${GS}10B/1${GS}17260131`,
      `${GS}01${GTIN}10B/1${GS}1726013121S-7`,
      `01${GTIN}1726013110B/1${GS}21S-7`,
      `(01)${GTIN}(17)260131(10)B/1(21)S-7`,
    ];
    for (const code of ways) expect(read(code)).toEqual(whole);
  });

  test('passes over the fields it has no use for, whatever their lengths', () => {
    const code = `]d201${GTIN}13251201240ART-1${GS}8005000123${GS}91EE07${GS}92sig+/=${GS}21S-7`;
    expect(read(code)).toEqual({ gtin: GTIN, serial: 'S-7' });
  });

  test('tells a weight to the gram and a price in minor units', () => {
    expect(read(`01${GTIN}3103001245`)).toMatchObject({
      measured: { holds: 'weight', value: 1245 },
    });
    expect(read(`01${GTIN}3102000150`)).toMatchObject({
      measured: { holds: 'weight', value: 1500 },
    });
    expect(read(`01${GTIN}39221999`)).toMatchObject({ measured: { holds: 'price', value: 1999 } });
    expect(read(`01${GTIN}3920725`)).toMatchObject({ measured: { holds: 'price', value: 72_500 } });
    expect(read(`01${GTIN}3103000000`)).toEqual({ gtin: GTIN });
  });

  test('a day of nought is the last of its month, and the year is the one nearest to now', () => {
    expect(read(`01${GTIN}17280200`)).toMatchObject({ expires: '2028-02-29' });
    expect(read(`01${GTIN}17760101`)).toMatchObject({ expires: '2076-01-01' });
    expect(read(`01${GTIN}17990101`)).toMatchObject({ expires: '1999-01-01' });
  });

  test('that is damaged says so, and is not taken for another product', () => {
    const unreadable = { type: 'code_unreadable' };
    for (const code of [
      `]d201${GTIN}17261341`,
      `]d201${GTIN}17260230`,
      `]d201${GTIN.slice(0, 13)}`,
      `]d217260131`,
      `(01)123`,
      `]d201${GTIN}21`,
      `]d201${GTIN}XX`,
    ])
      expect(read(code)).toEqual(unreadable);
  });

  test('is not every code: plain barcodes, words and links are others', () => {
    for (const code of ['4870010000017', '2112050012456', 'ALM1-01', '', `01${'1'.repeat(14)}`])
      expect(readGs1(code, NOW)).toBeNull();
  });

  test('never fails on what a scanner may send', () => {
    fc.assert(
      fc.property(anyText({ maxLength: 60 }), (text) => {
        for (const code of [text, `]d2${text}`, `(01)${text}`])
          expect(() => readGs1(code, NOW)).not.toThrow();
      }),
    );
  });

  test('a GTIN is found under the shorter codes that it was made from, and no other', () => {
    expect(writingsOf('04870010000017')).toEqual(['04870010000017', '4870010000017']);
    expect(writingsOf('00000096385074')).toContain('96385074');
    expect(writingsOf('14870010000014')).toEqual(['14870010000014']);
  });
});

describe('the code of marked goods', () => {
  const code = `]d201${GTIN}21S-7${GS}91EE07${GS}92sig+/=`;
  const marked = { asks: { mark: true } } as const;
  const of = (product: Parameters<typeof markIn>[1], text: string) => {
    const told = readGs1(text, NOW);
    return told?.ok ? markIn(text, product, told.value) : null;
  };

  test('is the whole of what was scanned, with what it was signed with', () => {
    expect(of(marked, code)).toEqual({ mark: code });
  });

  test('is none of goods that are not marked, nor a code that names no piece', () => {
    expect(of({}, code)).toEqual({});
    expect(of(marked, `01${GTIN}17260131`)).toEqual({});
  });
});
