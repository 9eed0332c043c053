import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Product } from '#shared/domain/catalog/schema.ts';
import { product } from '../store/till.fixture.ts';
import { createSearchIndex } from './search-index.ts';

const named = (sku: string, en: string, more: Partial<Product> = {}): Product =>
  product(sku, { name: { en }, ...more });

const indexOf = (...products: readonly Product[]) => {
  const index = createSearchIndex();
  index.put(products);
  return index;
};

const found = (text: string, ...names: readonly string[]): string[] => {
  const index = indexOf(...names.map((name, place) => named(`#${place}`, name)));
  return index.search(text, 10).map((sku) => names[Number(sku.slice(1))] ?? '');
};

describe('ranking', () => {
  test('a name that begins so, then a word that begins so, then the rest', () => {
    expect(found('milk', 'Buttermilk', 'Oat milk', 'Milk 3.2%', 'Milkshake', 'Soy milk')).toEqual([
      'Milk 3.2%',
      'Milkshake',
      'Oat milk',
      'Soy milk',
      'Buttermilk',
    ]);
  });

  test('the first word typed decides the rank, and every word must be there', () => {
    expect(found('milk oat', 'Oat milk', 'Oat bran', 'Milk', 'Milk with oats')).toEqual([
      'Milk with oats',
      'Oat milk',
    ]);
    expect(found('oat mil', 'Oat milk', 'Milk with oats')).toEqual(['Oat milk', 'Milk with oats']);
  });

  test('of one rank, what was there first', () => {
    expect(found('tea', 'Tea green', 'Tea black', 'Tea')).toEqual([
      'Tea green',
      'Tea black',
      'Tea',
    ]);
  });

  test('a name begins so in whatever language it is typed', () => {
    const index = indexOf(
      product('A', { name: { en: 'Oat milk', ru: 'Овсяное молоко' } }),
      product('B', { name: { en: 'Whole milk', ru: 'Молоко цельное' } }),
      product('C', { name: { en: 'Soap' }, barcodes: ['487001'] }),
      product('D', { name: { en: 'Shower gel 487' } }),
    );
    expect(index.search('молоко', 10)).toEqual(['B', 'A']);
    expect(index.search('487', 10)).toEqual(['C', 'D']);
  });

  test('typing on finds what a search anew finds, whatever has changed since', () => {
    const index = indexOf(named('A', 'Oat milk'), named('B', 'Oat bran'), named('C', 'Milk'));
    expect(index.search('oat', 10)).toEqual(['A', 'B']);
    expect(index.search('oat m', 10)).toEqual(['A']);
    expect(index.search('oat', 10)).toEqual(['A', 'B']);
    index.put([named('D', 'Oat muesli')]);
    expect(index.search('oat m', 10)).toEqual(['A', 'D']);
    index.remove(['A']);
    expect(index.search('oat mu', 10)).toEqual(['D']);
  });

  test('no more than asked for', () => {
    const index = indexOf(named('A', 'Tea'), named('B', 'Tea'), named('C', 'Tea'));
    expect(index.search('tea', 2)).toEqual(['A', 'B']);
    expect(index.search('tea', 0)).toEqual([]);
  });
});

describe('what looks the same is the same', () => {
  test.each([
    ['case', 'МОЛОКО', 'Молоко 2,5 %'],
    ['ё and е', 'елка', 'Ёлка новогодняя'],
    ['е and ё', 'ёлка', 'Елка новогодняя'],
    ['accents', 'creme brulee', 'Crème brûlée'],
    ['accents typed', 'crème', 'Creme fraiche'],
    ['Ukrainian', 'їжа', 'Їжа для котів'],
    ['Kazakh', 'қымыз', 'ҚЫМЫЗ үй'],
    ['Kazakh, inside a word', 'үт', 'Сүт'],
    ['spaces', '  oat   milk ', 'Oat\u00a0 milk'],
    ['one letter or two signs', 'и\u0306огурт', 'Йогурт'],
    ['signs of their own', 'no5', 'Eau №5'],
    ['ligatures', 'coffee', 'Co\ufb00ee'],
    ['dotted capitals', 'istanbul', 'İstanbul'],
  ])('%s', (_, typed, name) => {
    expect(found(typed, name)).toEqual([name]);
  });

  test('й is another letter than и', () => {
    expect(found('йод', 'Йод', 'Иод')).toEqual(['Йод']);
    expect(found('чай', 'Чай', 'Чаи')).toEqual(['Чай']);
  });

  test('signs of regular expressions are signs', () => {
    expect(found('c++ (', 'C++ (book)', 'C book')).toEqual(['C++ (book)']);
    expect(found('.*', 'Anything')).toEqual([]);
  });
});

describe('a product', () => {
  test('is found in each of its languages, by SKU and by part of a barcode', () => {
    const name = { en: 'Bread', ru: 'Хлеб', uk: 'Хліб', kk: 'Нан' };
    const index = indexOf(product('BR-01', { name, barcodes: ['4870001112223', '777'] }));
    for (const text of ['bread', 'хлеб', 'хліб', 'нан', 'br-01', '1112223', '777', 'нан 777'])
      expect(index.search(text, 10)).toEqual(['BR-01']);
  });

  test('is found once, and by its newest name', () => {
    const index = indexOf(named('A', 'Tea'), named('B', 'Cake'));
    index.put([named('A', 'Coffee')]);
    expect(index.search('tea', 10)).toEqual([]);
    expect(index.search('coffee', 10)).toEqual(['A']);
    index.put([named('A', 'Coffee')]);
    expect(index.search('coffee', 10)).toEqual(['A']);
  });

  test('that is removed or sold no more is not found, until it comes back', () => {
    const index = indexOf(named('A', 'Tea'), named('B', 'Tea', { active: false }));
    expect(index.search('tea', 10)).toEqual(['A']);
    index.remove(['A', 'nobody']);
    expect(index.search('tea', 10)).toEqual([]);
    index.put([named('A', 'Tea'), named('B', 'Tea')]);
    expect(index.search('tea', 10)).toEqual(['A', 'B']);
  });
});

test('nothing typed finds nothing', () => {
  for (const text of ['', ' ', '\u0301', '\u00a0']) expect(found(text, 'Tea', 'Cake')).toEqual([]);
});

test('whatever it is called, each word of its name finds it', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1 })), (names) => {
      const index = indexOf(...names.map((name, place) => named(`#${place}`, name)));
      for (const [place, name] of names.entries())
        for (const word of name.split(/\s+/).filter((part) => /\p{Letter}/u.test(part)))
          expect(index.search(word, names.length)).toContain(`#${place}`);
    }),
  );
});

test('among 100,000 products the one that is meant is found', () => {
  const index = createSearchIndex();
  const kinds = ['Milk', 'Bread', 'Cheese', 'Чай', 'Сүт'];
  index.put(
    Array.from({ length: 100_000 }, (_, place) =>
      named(`SKU-${place}`, `${kinds[place % kinds.length]} number ${place}`, {
        barcodes: [String(4_870_000_000_000 + place)],
      }),
    ),
  );
  expect(index.search('number 99998', 10)).toEqual(['SKU-99998']);
  expect(index.search('чай 54323', 10)).toEqual(['SKU-54323']);
  expect(index.search('4870000077777', 10)).toEqual(['SKU-77777']);
  expect(index.search('milk', 120)).toHaveLength(120);
  expect(index.search('nothing of the kind', 10)).toEqual([]);
});
