import { checkDigitOf } from '#shared/domain/catalog/gtin.ts';
import type { Asks } from '#shared/domain/catalog/asks.ts';
import type { Category, Product } from '#shared/domain/catalog/schema.ts';
import { type Minor, minor, percentOf, roundTo } from '#shared/kernel/money.ts';
import { bakery } from './products/bakery.ts';
import { baby } from './products/baby.ts';
import type { CategoryTable } from './products/category-table.ts';
import { dairy } from './products/dairy.ts';
import { drinks } from './products/drinks.ts';
import { frozen } from './products/frozen.ts';
import { grocery } from './products/grocery.ts';
import { household } from './products/household.ts';
import { hygiene } from './products/hygiene.ts';
import { meat } from './products/meat.ts';
import { other } from './products/other.ts';
import { type Article, parseSection } from './products/parse-section.ts';
import { pets } from './products/pets.ts';
import { produce } from './products/produce.ts';
import { sweets } from './products/sweets.ts';
import { TILES } from './tiles.ts';

const TABLES: readonly CategoryTable[] = [
  bakery,
  dairy,
  drinks,
  grocery,
  produce,
  household,
  sweets,
  meat,
  frozen,
  hygiene,
  baby,
  pets,
  other,
];

/** Minor units of whole tenge. */
export const tenge = (amount: number): Minor => minor(amount * 100);

/** Fruit and vegetables travel further to Astana: 5 % dearer there, in whole tens of tenge. */
const astanaPrice = (price: number): Minor => roundTo(percentOf(tenge(price), 10_500), 1000);

/**
 * Goods carry Kazakhstan's prefix 487; what is weighed or served in the shop carries a code of the shop's own range,
 * for goods by weight the one a scale prints («21», article, weight) with the weight left at zero.
 */
const barcodeOf = (sku: string, { unit, kind }: Article): string => {
  const ownRange = unit === 'kilogram' ? '21' : '20';
  const digits = unit === 'piece' && kind === 'goods' ? `4870${sku}000` : `${ownRange}${sku}00000`;
  return digits + checkDigitOf(digits);
};

const tilePlaces = new Map(TILES.map(([name], index) => [name, index + 1]));

/** A product of each kind that asks something at the till. */
const ASKS: ReadonlyMap<string, Asks> = new Map<string, Asks>([
  ['Lighter', { minimumAge: 18 }],
  ['Cable USB-C 1 m', { serial: true }],
  ['Office paper 500 sheets', { batch: true }],
  ['Men’s socks', { mark: true }],
]);

const toProduct = (article: Article, categoryId: string, sku: string): Product => ({
  sku,
  barcodes: [barcodeOf(sku, article)],
  name: article.name,
  categoryId,
  kind: article.kind,
  unit: article.unit,
  price: tenge(article.price),
  storePrices: categoryId === 'produce' ? { AST1: astanaPrice(article.price) } : {},
  taxRateId: article.taxRateId,
  tile: tilePlaces.get(article.name.en) ?? null,
  active: true,
  ...(ASKS.has(article.name.en) ? { asks: ASKS.get(article.name.en) ?? {} } : {}),
});

export const demoCategories = (): Category[] =>
  TABLES.map(({ id, name, colour }, index) => ({
    id,
    name,
    icon: id,
    colour,
    position: index + 1,
  }));

/** Every demo product; the article number is the category's place and the product's place in it. */
export const demoProducts = (): Product[] =>
  TABLES.flatMap(({ id, sections }, place) =>
    sections
      .flatMap(parseSection)
      .map((article, index) => toProduct(article, id, String((place + 11) * 1000 + index + 1))),
  );
