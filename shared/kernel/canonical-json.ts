/** A value that survives JSON unchanged; numbers are whole. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

/**
 * One text for one value, as in RFC 8785 for the values used here: keys sorted by UTF-16 code unit, no
 * white space, whole numbers only. Lone surrogates and NUL come out escaped, so the text is valid
 * UTF-8 and fits any text column. Members that are `undefined` are left out, as JSON does.
 */
export const canonicalJson = (value: unknown): string => {
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) return canonicalObject(value);
  if (typeof value === 'number' && !Number.isSafeInteger(value))
    throw new RangeError(`not a whole number: ${value}`);
  const text = JSON.stringify(value);
  if (text === undefined) throw new TypeError(`not JSON: ${typeof value}`);
  return text;
};

const PLAIN_KEY = /^[A-Za-z]*$/;

const canonicalObject = (value: object): string => {
  const members = value as Record<string, unknown>;
  let text = '';
  // Sorts by UTF-16 code unit, as it is without a comparison.
  for (const key of Object.keys(members).toSorted()) {
    const member = members[key];
    if (member === undefined) continue;
    const name = PLAIN_KEY.test(key) ? `"${key}"` : JSON.stringify(key);
    text += `${text === '' ? '' : ','}${name}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
};
