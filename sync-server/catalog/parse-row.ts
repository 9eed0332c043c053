import { Value } from 'typebox/value';
import { hasValidCheckDigit, isGtinShaped } from '#shared/domain/catalog/gtin.ts';
import { ProductKind, Unit } from '#shared/domain/catalog/schema.ts';
import { SkuSchema } from '#shared/kernel/ids.ts';
import type { Minor } from '#shared/kernel/money.ts';
import type { Quantity } from '#shared/kernel/quantity.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { LOCALES, type LocalizedText } from '#shared/kernel/text.ts';
import { parseAge, parseChoice, parseFlag, parsePrice, parseStock } from './parse-field.ts';
import type { Column, NameColumn, RowProblem } from './row-problem.ts';

/** What is odd about a row that was imported all the same. */
export type RowWarning = { readonly type: 'check_digit_wrong' | 'price_zero' | 'name_damaged' };

type RowTexts = {
  readonly barcode: string;
  readonly name: string;
  /** The name in languages that have a column of their own. */
  readonly translations: Partial<Omit<LocalizedText, 'en'>>;
  readonly sku: string;
  readonly category: string | null;
};

/** What the file says of how a product is sold. */
type RowTerms = {
  readonly unit: Unit | null;
  readonly kind: ProductKind | null;
  readonly active: boolean | null;
};

/** What the file says of what the product asks: years (0 = none), and whether it has numbers of its own or is marked. */
type RowAsks = {
  readonly minimumAge: number | null;
  readonly serial: boolean | null;
  readonly batch: boolean | null;
  readonly mark: boolean | null;
};

/** A row as it will be imported; null = the file does not say. */
export type CatalogRow = RowTexts &
  RowTerms &
  RowAsks & {
    readonly price: Minor | null;
    /** Id of a tax rate of the chain. */
    readonly taxRateId: string | null;
    readonly stock: Quantity | null;
    readonly warnings: readonly RowWarning[];
  };

const MAX_TEXT = 400;

/** A rate by its id, or by its percentage as people write it: `16`, `16%`. */
export type FindTaxRate = (written: string) => string | null;

type Field = (column: Column) => string;

const CONTROL = /\p{Cc}/gu;

/** A conversion between character sets went wrong: it left control characters, or U+FFFD. */
const isDamaged = (text: string): boolean => /[\p{Cc}\uFFFD]/u.test(text);

const withoutGaps = (text: string): string => text.trim().replace(/\s+/g, ' ');

const nameColumn = (locale: (typeof LOCALES)[number]): NameColumn =>
  locale === 'en' ? 'name' : `name_${locale}`;

const parseTexts = (field: Field): Result<RowTexts, RowProblem> => {
  const clean = (column: Column): string => withoutGaps(field(column).replaceAll(CONTROL, ''));
  const barcode = field('barcode');
  const sku = field('sku') || barcode;
  const category = clean('category') || null;
  if (barcode === '') return fail({ type: 'barcode_missing' });
  if (!Value.Check(SkuSchema, barcode)) return fail({ type: 'code_invalid', column: 'barcode' });
  if (!Value.Check(SkuSchema, sku)) return fail({ type: 'code_invalid', column: 'sku' });
  const names = LOCALES.map((locale) => [locale, clean(nameColumn(locale))] as const);
  const { en: name = '', ...translations } = Object.fromEntries(
    names.filter(([, written]) => written !== ''),
  );
  if (name === '') return fail({ type: 'name_missing' });
  const long = names.find(([, written]) => written.length > MAX_TEXT);
  if (long) return fail({ type: 'text_too_long', column: nameColumn(long[0]) });
  if (category !== null && category.length > MAX_TEXT)
    return fail({ type: 'text_too_long', column: 'category' });
  return ok({ barcode, name, translations, sku, category });
};

const parseTerms = (field: Field): Result<RowTerms, RowProblem> => {
  const unit = parseChoice('unit', field('unit'), Unit.enum);
  if (!unit.ok) return unit;
  const kind = parseChoice('kind', field('kind'), ProductKind.enum);
  if (!kind.ok) return kind;
  const active = parseFlag('active', field('active'));
  if (!active.ok) return active;
  return ok({ unit: unit.value, kind: kind.value, active: active.value });
};

const parseAsks = (field: Field): Result<RowAsks, RowProblem> => {
  const age = parseAge(field('age'));
  if (!age.ok) return age;
  const serial = parseFlag('serial', field('serial'));
  if (!serial.ok) return serial;
  const batch = parseFlag('batch', field('batch'));
  if (!batch.ok) return batch;
  const mark = parseFlag('mark', field('mark'));
  if (!mark.ok) return mark;
  return ok({
    minimumAge: age.value,
    serial: serial.value,
    batch: batch.value,
    mark: mark.value,
  });
};

const warningsOf = (
  barcode: string,
  names: readonly string[],
  price: Minor | null,
): RowWarning[] => {
  const warnings: RowWarning['type'][] = [];
  if (isGtinShaped(barcode) && !hasValidCheckDigit(barcode)) warnings.push('check_digit_wrong');
  if (names.some(isDamaged)) warnings.push('name_damaged');
  if (price === 0) warnings.push('price_zero');
  return warnings.map((type) => ({ type }));
};

/** Checks the fields of one row, by column; a column the file lacks is left out. */
export const parseRow = (
  fields: Partial<Record<Column, string>>,
  findTaxRate: FindTaxRate,
): Result<CatalogRow, RowProblem> => {
  const field: Field = (column) => withoutGaps(fields[column] ?? '');
  const texts = parseTexts(field);
  if (!texts.ok) return texts;
  const price = parsePrice(field('price'));
  if (!price.ok) return price;
  const stock = parseStock(field('stock'));
  if (!stock.ok) return stock;
  const terms = parseTerms(field);
  if (!terms.ok) return terms;
  const asks = parseAsks(field);
  if (!asks.ok) return asks;
  const tax = field('tax');
  const taxRateId = tax === '' ? null : findTaxRate(tax);
  if (tax !== '' && taxRateId === null) return fail({ type: 'tax_unknown', found: tax });
  const names = LOCALES.map((locale) => field(nameColumn(locale)));
  const warnings = warningsOf(texts.value.barcode, names, price.value);
  return ok({
    ...texts.value,
    ...terms.value,
    ...asks.value,
    price: price.value,
    taxRateId,
    stock: stock.value,
    warnings,
  });
};
