import { Value } from 'typebox/value';
import { SkuSchema } from '#shared/kernel/ids.ts';
import { type Minor, minor, MINOR_DIGITS } from '#shared/kernel/money.ts';
import { MAX_QUANTITY, type Quantity, quantity } from '#shared/kernel/quantity.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { toUnits } from './decimal.ts';
import { hasValidCheckDigit, isGtinShaped } from '#shared/domain/catalog/gtin.ts';

export const COLUMNS = [
  'barcode',
  'name',
  'sku',
  'price',
  'category',
  'tax',
  'stock',
  'age',
  'serial',
  'batch',
  'mark',
] as const;
export type Column = (typeof COLUMNS)[number];

type Flag = Extract<Column, 'serial' | 'batch' | 'mark'>;

/** Why a row was not imported. */
export type RowProblem =
  | { readonly type: 'encoding_invalid' }
  | { readonly type: 'quotes_invalid' }
  | { readonly type: 'column_count'; readonly expected: number; readonly found: number }
  | { readonly type: 'barcode_missing' }
  | { readonly type: 'code_invalid'; readonly column: 'barcode' | 'sku' }
  | { readonly type: 'name_missing' }
  | { readonly type: 'text_too_long'; readonly column: 'name' | 'category' }
  | { readonly type: 'price_invalid'; readonly found: string }
  | { readonly type: 'price_negative'; readonly found: string }
  | { readonly type: 'price_absurd'; readonly found: string }
  | { readonly type: 'tax_unknown'; readonly found: string }
  | { readonly type: 'stock_invalid'; readonly found: string }
  | { readonly type: 'age_invalid'; readonly found: string }
  | { readonly type: 'flag_invalid'; readonly column: Flag; readonly found: string }
  | { readonly type: 'barcode_repeated'; readonly firstLine: number }
  | { readonly type: 'sku_repeated'; readonly firstLine: number }
  | { readonly type: 'barcode_taken'; readonly sku: string };

/** What is odd about a row that was imported all the same. */
export type RowWarning = { readonly type: 'check_digit_wrong' | 'price_zero' | 'name_damaged' };

/** A row as it will be imported; null = the file does not say. */
export type CatalogRow = {
  readonly barcode: string;
  readonly name: string;
  readonly sku: string;
  readonly price: Minor | null;
  readonly category: string | null;
  /** Id of a tax rate of the chain. */
  readonly taxRateId: string | null;
  readonly stock: Quantity | null;
  /** What the file says of what the product asks: years (0 = none), and whether it has numbers of its own or is marked. */
  readonly minimumAge: number | null;
  readonly serial: boolean | null;
  readonly batch: boolean | null;
  readonly mark: boolean | null;
  readonly warnings: readonly RowWarning[];
};

/** A hundred million in major units: no shop sells one piece of anything for more. */
const MAX_PRICE = 10_000_000_000;
const MAX_TEXT = 400;

/** A rate by its id, or by its percentage as people write it: `16`, `16%`. */
export type FindTaxRate = (written: string) => string | null;

const CONTROL = /\p{Cc}/gu;

/** A conversion between character sets went wrong: it left control characters, or U+FFFD. */
const isDamaged = (text: string): boolean => /[\p{Cc}\uFFFD]/u.test(text);

const withoutGaps = (text: string): string => text.trim().replace(/\s+/g, ' ');

const parsePrice = (text: string): Result<Minor | null, RowProblem> => {
  if (text === '') return ok(null);
  const units = toUnits(text, MINOR_DIGITS);
  if (units === null) return fail({ type: 'price_invalid', found: text });
  if (units < 0) return fail({ type: 'price_negative', found: text });
  if (units > MAX_PRICE) return fail({ type: 'price_absurd', found: text });
  return ok(minor(units));
};

const parseStock = (text: string): Result<Quantity | null, RowProblem> => {
  if (text === '') return ok(null);
  const thousandths = toUnits(text, 3);
  return thousandths === null || thousandths < 0 || thousandths > MAX_QUANTITY
    ? fail({ type: 'stock_invalid', found: text })
    : ok(quantity(thousandths));
};

const MAX_AGE = 99;

const parseAge = (text: string): Result<number | null, RowProblem> => {
  if (text === '') return ok(null);
  return /^\d{1,2}$/.test(text) && Number(text) <= MAX_AGE
    ? ok(Number(text))
    : fail({ type: 'age_invalid', found: text });
};

const parseFlag = (column: Flag, text: string): Result<boolean | null, RowProblem> => {
  if (text === '') return ok(null);
  if (/^(1|yes|true)$/i.test(text)) return ok(true);
  return /^(0|no|false)$/i.test(text)
    ? ok(false)
    : fail({ type: 'flag_invalid', column, found: text });
};

const warningsOf = (barcode: string, name: string, price: Minor | null): RowWarning[] => {
  const warnings: RowWarning['type'][] = [];
  if (isGtinShaped(barcode) && !hasValidCheckDigit(barcode)) warnings.push('check_digit_wrong');
  if (isDamaged(name)) warnings.push('name_damaged');
  if (price === 0) warnings.push('price_zero');
  return warnings.map((type) => ({ type }));
};

/** Checks the fields of one row, by column; a column the file lacks is left out. */
export const parseRow = (
  fields: Partial<Record<Column, string>>,
  findTaxRate: FindTaxRate,
): Result<CatalogRow, RowProblem> => {
  const field = (column: Column): string => withoutGaps(fields[column] ?? '');
  const barcode = field('barcode');
  const sku = field('sku') || barcode;
  const rawName = field('name');
  const name = withoutGaps(rawName.replaceAll(CONTROL, ''));
  const category = field('category').replaceAll(CONTROL, '') || null;
  if (barcode === '') return fail({ type: 'barcode_missing' });
  if (!Value.Check(SkuSchema, barcode)) return fail({ type: 'code_invalid', column: 'barcode' });
  if (!Value.Check(SkuSchema, sku)) return fail({ type: 'code_invalid', column: 'sku' });
  if (name === '') return fail({ type: 'name_missing' });
  if (name.length > MAX_TEXT) return fail({ type: 'text_too_long', column: 'name' });
  if (category !== null && category.length > MAX_TEXT)
    return fail({ type: 'text_too_long', column: 'category' });
  const price = parsePrice(field('price'));
  if (!price.ok) return price;
  const stock = parseStock(field('stock'));
  if (!stock.ok) return stock;
  const age = parseAge(field('age'));
  if (!age.ok) return age;
  const serial = parseFlag('serial', field('serial'));
  if (!serial.ok) return serial;
  const batch = parseFlag('batch', field('batch'));
  if (!batch.ok) return batch;
  const mark = parseFlag('mark', field('mark'));
  if (!mark.ok) return mark;
  const tax = field('tax');
  const taxRateId = tax === '' ? null : findTaxRate(tax);
  if (tax !== '' && taxRateId === null) return fail({ type: 'tax_unknown', found: tax });
  const warnings = warningsOf(barcode, rawName, price.value);
  return ok({
    barcode,
    name,
    sku,
    price: price.value,
    category,
    taxRateId,
    stock: stock.value,
    minimumAge: age.value,
    serial: serial.value,
    batch: batch.value,
    mark: mark.value,
    warnings,
  });
};
