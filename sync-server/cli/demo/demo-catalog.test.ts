import { Value } from 'typebox/value';
import { describe, expect, test } from 'vitest';
import { Category, Product } from '#shared/domain/catalog/schema.ts';
import { LOCALES } from '#shared/kernel/text.ts';
import { hasValidCheckDigit } from '#shared/domain/catalog/gtin.ts';
import { demoCategories, demoProducts } from './demo-catalog.ts';
import { TILES } from './tiles.ts';

const products = demoProducts();
const categories = demoCategories();

const duplicates = (values: readonly string[]): string[] =>
  values.filter((value, index) => values.indexOf(value) !== index);

const wordsOf = (text: string): string[] => text.split(/[^\p{L}]+/u).filter((word) => word !== '');

const isMixed = (word: string): boolean =>
  /\p{Script=Latin}/u.test(word) && /\p{Script=Cyrillic}/u.test(word);

/** Latin words that a Cyrillic name may hold. */
const LATIN_NAMES = new Set(['LED', 'E', 'AA', 'AAA', 'USB', 'C', 'SPF']);

describe('the demo catalog', () => {
  test('has some 600 products that fit the schema', () => {
    expect(products.length).toBeGreaterThan(580);
    expect(products.filter((product) => !Value.Check(Product, product))).toEqual([]);
    expect(categories.filter((category) => !Value.Check(Category, category))).toEqual([]);
  });

  test('has different article numbers, and different barcodes with right check digits', () => {
    const barcodes = products.flatMap((product) => product.barcodes);
    expect(duplicates(products.map(({ sku }) => sku))).toEqual([]);
    expect(duplicates(barcodes)).toEqual([]);
    expect(barcodes.filter((code) => !/^\d{13}$/.test(code) || !hasValidCheckDigit(code))).toEqual(
      [],
    );
  });

  test('puts every product in a category there is, and products in every category', () => {
    expect(new Set(products.map(({ categoryId }) => categoryId))).toEqual(
      new Set(categories.map(({ id }) => id)),
    );
  });

  test.each(LOCALES)('names every product differently in %s', (locale) => {
    const names = products.map(({ name }) => name[locale] ?? '');
    expect(names.filter((name) => name === '')).toEqual([]);
    expect(duplicates(names)).toEqual([]);
  });

  test('has no Latin letter that looks Cyrillic, nor the reverse', () => {
    const names = [...products, ...categories].flatMap(({ name }) => Object.values(name));
    expect(names.flatMap(wordsOf).filter(isMixed)).toEqual([]);
    const cyrillic = [...products, ...categories].flatMap(({ name: { ru, uk, kk } }) => [
      ru,
      uk,
      kk,
    ]);
    const latin = cyrillic
      .flatMap((name) => wordsOf(name ?? ''))
      .filter((word) => /^[a-z]/i.test(word));
    expect(latin.filter((word) => !LATIN_NAMES.has(word))).toEqual([]);
    const english = products.flatMap(({ name }) => wordsOf(name.en));
    expect(english.filter((word) => /\p{Script=Cyrillic}/u.test(word))).toEqual([]);
  });

  test('writes sizes and decimals as each language does', () => {
    const milk = products.find(({ name }) => name.en === 'Milk 3.2% 1 l');
    expect(milk?.name).toEqual({
      en: 'Milk 3.2% 1 l',
      ru: 'Молоко 3,2% 1 л',
      uk: 'Молоко 3,2% 1 л',
      kk: 'Сүт 3,2% 1 л',
    });
    const apples = products.find(({ name }) => name.en === 'Apples Aport, kg');
    expect(apples).toMatchObject({
      unit: 'kilogram',
      name: { ru: 'Яблоки Апорт, вес.', uk: 'Яблука Апорт, ваг.', kk: 'Апорт алмасы, кг' },
    });
  });

  test('has every tile among its products', () => {
    const names = new Set(products.map(({ name }) => name.en));
    expect(TILES.filter(([name]) => !names.has(name))).toEqual([]);
    expect(products.filter(({ tile }) => tile !== null).length).toBe(TILES.length);
  });

  test('sells at several tax rates, by piece and by weight, goods and services', () => {
    const kinds = new Set(
      products.map(({ taxRateId, unit, kind }) => `${taxRateId} ${unit} ${kind}`),
    );
    expect(kinds).toEqual(
      new Set([
        'vat16 piece goods',
        'vat16 kilogram goods',
        'vat5 piece goods',
        'vat10 piece goods',
        'vat16 piece service',
        'vat0 piece service',
      ]),
    );
  });
});
