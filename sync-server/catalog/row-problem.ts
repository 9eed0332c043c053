export const COLUMNS = [
  'barcode',
  'name',
  'name_ru',
  'name_uk',
  'name_kk',
  'sku',
  'price',
  'category',
  'tax',
  'stock',
  'unit',
  'kind',
  'active',
  'age',
  'serial',
  'batch',
  'mark',
] as const;
export type Column = (typeof COLUMNS)[number];

/** A column that says yes or no. */
export type Flag = Extract<Column, 'active' | 'serial' | 'batch' | 'mark'>;
/** A column that says one of a few words. */
export type Choice = Extract<Column, 'unit' | 'kind'>;
export type NameColumn = Extract<Column, 'name' | `name_${string}`>;

/** Why a row was not imported. */
export type RowProblem =
  | { readonly type: 'encoding_invalid' }
  | { readonly type: 'quotes_invalid' }
  | { readonly type: 'column_count'; readonly expected: number; readonly found: number }
  | { readonly type: 'barcode_missing' }
  | { readonly type: 'code_invalid'; readonly column: 'barcode' | 'sku' }
  | { readonly type: 'name_missing' }
  | { readonly type: 'text_too_long'; readonly column: NameColumn | 'category' }
  | { readonly type: 'price_invalid'; readonly found: string }
  | { readonly type: 'price_negative'; readonly found: string }
  | { readonly type: 'price_absurd'; readonly found: string }
  | { readonly type: 'tax_unknown'; readonly found: string }
  | { readonly type: 'stock_invalid'; readonly found: string }
  | { readonly type: 'age_invalid'; readonly found: string }
  | { readonly type: 'flag_invalid'; readonly column: Flag; readonly found: string }
  | {
      readonly type: 'choice_invalid';
      readonly column: Choice;
      readonly found: string;
      readonly allowed: readonly string[];
    }
  | { readonly type: 'barcode_repeated'; readonly firstLine: number }
  | { readonly type: 'sku_repeated'; readonly firstLine: number }
  | { readonly type: 'barcode_taken'; readonly sku: string }
  /** A store would sell it without tax: it does not have that rate. */
  | { readonly type: 'tax_not_in_store'; readonly taxRateId: string; readonly storeId: string }
  /** A store has some, or keeps some for orders, in the unit or kind that it was. */
  | { readonly type: 'stock_remains'; readonly column: Choice; readonly storeId: string }
  /** A service has no stock. */
  | { readonly type: 'stock_of_service' };
