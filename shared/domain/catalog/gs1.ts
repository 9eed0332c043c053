import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { LONGEST } from '../pricing/particulars.ts';
import type { Asks } from './asks.ts';
import { fieldsOf, type Gs1Fields } from './gs1-fields.ts';
import { hasValidCheckDigit } from './gtin.ts';

/** What a GS1 code says of the goods it is on. */
export type Gs1 = {
  /** 14 digits. */
  readonly gtin: string;
  readonly serial?: string;
  readonly batch?: string;
  /** Not to be sold after this day, `2026-01-31`. */
  readonly expires?: string;
  /** What it weighs in thousandths of a kilogram, or what it costs in minor units. */
  readonly measured?: { readonly holds: 'weight' | 'price'; readonly value: number };
};

export type Gs1Problem = { readonly type: 'code_unreadable' };

/** Two digits of a year are the one nearest to now (GS1 General Specifications §7.12). */
const fullYear = (short: number, now: string): number => {
  const year = Number(now.slice(0, 4));
  const near = year - (year % 100) + short;
  if (near - year > 50) return near - 100;
  return near - year < -49 ? near + 100 : near;
};

/** `YYMMDD`; a day of nought is the last of its month. null = there is no such day. */
const dayOf = (text: string, now: string): string | null => {
  const [year, month, day] = [text.slice(0, 2), text.slice(2, 4), text.slice(4)].map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  const last = new Date(Date.UTC(fullYear(year, now), month, 0));
  if (month < 1 || month > 12 || day > last.getUTCDate()) return null;
  if (day > 0) last.setUTCDate(day);
  return last.toISOString().slice(0, 10);
};

/** The last digit of the field's name says how many of the figure's digits are decimals. */
const scaled = (digits: string, decimals: number, wanted: number): number =>
  decimals <= wanted
    ? Number(digits) * 10 ** (wanted - decimals)
    : Number(digits.slice(0, digits.length - decimals + wanted));

const WEIGHT_DIGITS = 3;
const PRICE_DIGITS = 2;

const measuredIn = (fields: Gs1Fields): Gs1['measured'] | undefined => {
  for (const [name, text] of fields) {
    const decimals = Number(name.at(-1));
    if (/^310[0-5]$/.test(name) && /^\d{6}$/.test(text))
      return { holds: 'weight', value: scaled(text, decimals, WEIGHT_DIGITS) };
    if (/^392[0-9]$/.test(name) && /^\d{1,15}$/.test(text))
      return { holds: 'price', value: scaled(text, decimals, PRICE_DIGITS) };
  }
  return undefined;
};

/**
 * What a GS1 element string says: DataMatrix, QR or GS1-128, with FNC1 between its fields or with the parentheses that
 * people write. null = the code is no such string. `now` says which century.
 */
export const readGs1 = (code: string, now: string): Result<Gs1, Gs1Problem> | null => {
  const read = fieldsOf(code);
  if (read === null) return null;
  const unreadable = fail({ type: 'code_unreadable' } as const);
  if (!read.ok) return unreadable;
  const fields = read.value;
  const gtin = fields.get('01') ?? fields.get('02');
  if (gtin === undefined || !/^\d{14}$/.test(gtin) || !hasValidCheckDigit(gtin)) return unreadable;
  const [serial, batch, last] = [fields.get('21'), fields.get('10'), fields.get('17')];
  const isTooLong = (serial?.length ?? 0) > LONGEST.serial || (batch?.length ?? 0) > LONGEST.batch;
  if (isTooLong) return unreadable;
  const expires = last === undefined ? undefined : dayOf(last, now);
  if (expires === null) return unreadable;
  const measured = measuredIn(fields);
  return ok({
    gtin,
    ...(serial ? { serial } : {}),
    ...(batch ? { batch } : {}),
    ...(expires === undefined ? {} : { expires }),
    ...(measured && measured.value > 0 ? { measured } : {}),
  });
};

/**
 * The code of marked goods: the whole of a scanned GS1 string that names a piece, as whoever issued it wants it told. Of goods that are
 * not marked it is none, and one that no receipt could hold is none either.
 */
export const markIn = (
  code: string,
  { asks }: { readonly asks?: Asks },
  { serial }: Gs1,
): { readonly mark?: string } =>
  asks?.mark && serial !== undefined && code.trim().length <= LONGEST.mark
    ? { mark: code.trim() }
    : {};

/** How a GTIN may stand in a catalog: with all its digits, or as the shorter code that it was made from. */
export const writingsOf = (gtin: string): string[] =>
  [gtin, gtin.slice(1), gtin.slice(2), gtin.slice(6)].filter((short) =>
    gtin.startsWith('0'.repeat(gtin.length - short.length)),
  );
