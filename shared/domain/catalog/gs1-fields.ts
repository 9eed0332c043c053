import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { hasValidCheckDigit } from './gtin.ts';

/** Fields by their application identifier. */
export type Gs1Fields = ReadonlyMap<string, string>;

/** FNC1, as scanners tell it. */
const SEPARATOR = '\u001d';

/** What a scanner that names the kind of code says before one of GS1: 128, DataMatrix, QR, DataBar. */
const SYMBOLOGY = /^\](?:C1|d2|Q3|e0|J1)/;

/** Fields of these beginnings have so many characters, name included, and no FNC1 after them (General Specifications §7.8.5). */
const FIXED: Readonly<Record<string, number>> = {
  '00': 20,
  '01': 16,
  '02': 16,
  '03': 16,
  '04': 18,
  '11': 8,
  '12': 8,
  '13': 8,
  '14': 8,
  '15': 8,
  '16': 8,
  '17': 8,
  '18': 8,
  '19': 8,
  '20': 4,
  '31': 10,
  '32': 10,
  '33': 10,
  '34': 10,
  '35': 10,
  '36': 10,
  '41': 16,
};

/** How many digits a name has that begins so; every other has two. */
const NAME_LENGTHS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(['23', '24', '25', '40', '41', '42', '71'].map((start) => [start, 3])),
  ...Object.fromEntries(
    ['31', '32', '33', '34', '35', '36', '39', '43', '70', '72', '80', '81', '82'].map((start) => [
      start,
      4,
    ]),
  ),
};

type Malformed = Result<never, { readonly type: 'malformed' }>;
const MALFORMED: Malformed = fail({ type: 'malformed' });

const parenthesised = (code: string): Gs1Fields =>
  new Map(
    [...code.matchAll(/\((\d{2,4})\)((?:(?!\(\d{2,4}\)).)+)/gs)].map(([, name = '', text = '']) => [
      name,
      text,
    ]),
  );

const separated = (code: string): Result<Gs1Fields, { readonly type: 'malformed' }> => {
  const fields = new Map<string, string>();
  let rest = code;
  while (rest !== '') {
    const start = rest.slice(0, 2);
    if (!/^\d\d$/.test(start)) return MALFORMED;
    const fixed = FIXED[start];
    const end = fixed ?? rest.indexOf(SEPARATOR);
    const field = rest.slice(0, end < 0 ? rest.length : end);
    const length = NAME_LENGTHS[start] ?? 2;
    const [name, text] = [field.slice(0, length), field.slice(length)];
    if (text === '' || text.includes(SEPARATOR) || (fixed !== undefined && field.length < fixed))
      return MALFORMED;
    if (!fields.has(name)) fields.set(name, text);
    rest = rest.slice(field.length);
    if (rest.startsWith(SEPARATOR)) rest = rest.slice(1);
  }
  return ok(fields);
};

/** A bare string is one of GS1 when it begins with a GTIN; a short code of digits may be anything. */
const beginsWithGtin = (text: string): boolean =>
  /^0[12]\d{14}/.test(text) && hasValidCheckDigit(text.slice(2, 16));

/** The fields of a GS1 element string; null = it is none. */
export const fieldsOf = (
  code: string,
): Result<Gs1Fields, { readonly type: 'malformed' }> | null => {
  if (/^\(\d{2,4}\)./s.test(code)) return ok(parenthesised(code));
  const isNamed = SYMBOLOGY.test(code) || code.startsWith(SEPARATOR);
  const text = code.replace(SYMBOLOGY, '').replace(new RegExp(`^${SEPARATOR}`), '');
  return isNamed || beginsWithGtin(text) ? separated(text) : null;
};
