import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CURRENCIES } from '../kernel/money.ts';
import { textComparator } from './collation.ts';
import { calendarDaysBetween, formatDate, formatLongDate, formatTime } from './date.ts';
import { matchLocale } from './locales.ts';
import { CURRENCY_SYMBOLS, formatMoney } from './money.ts';
import { formatCount, formatPercent, formatQuantity } from './number.ts';
import { parseScaled } from './parse-scaled.ts';

/** Reads easier than no-break spaces. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('money', () => {
  test.each([
    [1_588_100, 'KZT', 'ru', '15 881 ₸'],
    [1_588_100, 'KZT', 'kk', '15 881 ₸'],
    [1_588_100, 'KZT', 'en', '₸15,881'],
    [160_605, 'KZT', 'ru', '1 606,05 ₸'],
    [160_650, 'KZT', 'kk', '1 606,50 ₸'],
    [-19_500, 'KZT', 'ru', '−195 ₸'],
    [-19_500, 'KZT', 'en', '−₸195'],
    [44_700, 'UAH', 'uk', '447,00 ₴'],
    [44_700, 'GBP', 'en', '£447.00'],
    [7, 'EUR', 'ru', '0,07 €'],
    [-7, 'USD', 'en', '−$0.07'],
    [0, 'KZT', 'en', '₸0'],
  ] as const)('%i minor units of %s in %s: %s', (amount, currency, locale, text) => {
    expect(plain(formatMoney(amount, currency, locale))).toBe(text);
  });

  test('keeps every digit of an amount that no float holds', () => {
    expect(plain(formatMoney(90_071_992_547_409_931n, 'RUB', 'ru'))).toBe(
      '900 719 925 474 099,31 ₽',
    );
  });

  test.each(['en', 'ru', 'uk'] as const)(
    'agrees with Intl on the digits and separators in %s',
    (locale) => {
      const intl = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 });
      fc.assert(
        fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (amount) => {
          const exact = `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}` as `${number}`;
          const digits = formatMoney(amount, 'GBP', locale).replace(/[£\u00a0]+$|^£/, '');
          expect(digits).toBe(intl.format(exact));
        }),
      );
    },
  );

  test.each(CURRENCIES)('shows the narrow symbol of %s', (currency) => {
    const parts = new Intl.NumberFormat('ru', {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
    });
    expect(CURRENCY_SYMBOLS[currency]).toBe(
      parts.formatToParts(1).find((part) => part.type === 'currency')?.value,
    );
  });
});

describe('quantities, counts and rates', () => {
  test('a quantity shows only the decimals it has', () => {
    expect(formatQuantity(1245, 'ru')).toBe('1,245');
    expect(formatQuantity(1500, 'en')).toBe('1.5');
    expect(formatQuantity(3000, 'kk')).toBe('3');
    expect(plain(formatQuantity(1_234_000, 'uk'))).toBe('1 234');
    expect(formatQuantity(-40, 'ru')).toBe('−0,04');
  });
  test('a count is grouped', () => {
    expect(formatCount(1113, 'en')).toBe('1,113');
  });
  test('a rate in basis points', () => {
    expect(formatPercent(1600, 'ru')).toBe('16%');
    expect(formatPercent(180, 'en')).toBe('1.8%');
    expect(formatPercent(-1000, 'kk')).toBe('−10%');
  });
});

describe('what somebody typed', () => {
  test.each([
    ['12,5', 3, 12_500],
    ['12.5', 3, 12_500],
    ['20 000', 2, 2_000_000],
    ['0', 2, 0],
    [',5', 2, 50],
    ['5,', 2, 500],
  ])('%s counted with scale %i is %i', (typed, scale, units) => {
    expect(parseScaled(typed, scale)).toBe(units);
  });
  test.each(['', ' ', ',', '1,2,3', '1,234', '-5', '1e3', 'abc', '99999999999999999'])(
    '"%s" is no amount of money',
    (typed) => {
      expect(parseScaled(typed, 2)).toBeUndefined();
    },
  );
  test('reads back what was written', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 1_000_000_000 }),
        fc.constantFrom('en', 'ru', 'uk', 'kk'),
        (units, locale) => {
          const written = formatQuantity(units, locale).replaceAll(
            /(?<=\d),(?=\d{3}\b)/g,
            locale === 'en' ? '' : ',',
          );
          expect(parseScaled(written, 3)).toBe(units);
        },
      ),
    );
  });
});

describe('dates', () => {
  const at = '2026-11-22T09:02:00.000Z';
  test('a time is that of the store', () => {
    expect(formatTime(at, 'Asia/Almaty')).toBe('14:02');
    expect(formatTime('2026-11-21T19:05:00.000Z', 'Asia/Almaty')).toBe('00:05');
  });
  test('a short date', () => {
    expect(formatDate(at, 'Asia/Almaty', 'en')).toBe('22 Nov 2026');
    expect(formatDate('2026-01-05T09:00:00.000Z', 'Europe/Kyiv', 'uk')).toBe('05.01.2026');
    expect(formatDate(at, 'Asia/Almaty', 'kk')).toBe('22.11.2026');
  });
  test.each(['en', 'ru', 'uk'] as const)(
    'a long date in %s is that of Intl, in every month',
    (locale) => {
      const intl = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
        dateStyle: 'long',
        timeZone: 'UTC',
      });
      for (let month = 0; month < 12; month += 1) {
        const day = new Date(Date.UTC(2026, month, 3));
        expect(formatLongDate(day.toISOString(), 'UTC', locale)).toBe(plain(intl.format(day)));
      }
    },
  );
  test('a long date in Kazakh', () => {
    expect(formatLongDate(at, 'Asia/Almaty', 'kk')).toBe('2026 ж. 22 қараша');
  });
  test('days are those of the store, not of UTC', () => {
    const evening = '2026-11-22T18:59:00.000Z';
    const midnight = '2026-11-22T19:00:00.000Z';
    expect(calendarDaysBetween(evening, midnight, 'Asia/Almaty')).toBe(1);
    expect(calendarDaysBetween(evening, midnight, 'UTC')).toBe(0);
    expect(
      calendarDaysBetween('2026-03-29T12:00:00.000Z', '2026-03-28T12:00:00.000Z', 'Europe/Kyiv'),
    ).toBe(-1);
  });
});

describe('languages', () => {
  test('sorts Kazakh by its own alphabet', () => {
    const names = [
      'Үйге',
      'Ұн',
      'Су',
      'Қант',
      'Кефир',
      'Ірімшік',
      'Ыдыс',
      'Әжіке',
      'Алма',
      'Ғарыш',
      'Coca',
      '7',
    ];
    expect(names.toSorted(textComparator('kk'))).toEqual([
      '7',
      'Coca',
      'Алма',
      'Әжіке',
      'Ғарыш',
      'Кефир',
      'Қант',
      'Су',
      'Ұн',
      'Үйге',
      'Ыдыс',
      'Ірімшік',
    ]);
  });
  test('a Kazakh comparison is an order', () => {
    const word = fc.string({
      unit: fc.constantFrom('а', 'ә', 'б', 'і', 'ы', 'З', 'ү', '1', 'a', ' '),
      maxLength: 4,
    });
    const compare = textComparator('kk');
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        expect(Math.sign(compare(a, b))).toBe(0 - Math.sign(compare(b, a)));
        const [first = '', , last = ''] = [a, b, c].toSorted(compare);
        expect(compare(first, last)).toBeLessThanOrEqual(0);
      }),
    );
  });
  test('sorts Ukrainian by its own alphabet', () => {
    expect(['Яйця', 'Їжа', 'Ікра', 'Йогурт'].toSorted(textComparator('uk'))).toEqual([
      'Ікра',
      'Їжа',
      'Йогурт',
      'Яйця',
    ]);
  });
  test('chooses the first language that it speaks', () => {
    expect(matchLocale(['de-DE', 'kk-KZ', 'ru'])).toBe('kk');
    expect(matchLocale(['fr'])).toBe('en');
  });
});
