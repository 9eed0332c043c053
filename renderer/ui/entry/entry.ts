import { parseScaled } from '#shared/i18n/parse-scaled.ts';

/** A number being typed, key by key; a fresh one is replaced by the first digit, as if it were selected. */
export type Entry = {
  /** Digits with at most one point; '' is nothing yet. */
  readonly text: string;
  readonly isFresh: boolean;
};

export type EntryKey =
  | '0'
  | '1'
  | '2'
  | '3'
  | '4'
  | '5'
  | '6'
  | '7'
  | '8'
  | '9'
  | '00'
  | 'point'
  | 'backspace'
  | 'clear';

export const EMPTY_ENTRY: Entry = { text: '', isFresh: false };

const MAX_WHOLE_DIGITS = 9;

const withDigits = (text: string, digits: string, scale: number): string => {
  const next = (text + digits).replace(/^0+(?=\d)/, '');
  const [whole = '', fraction = ''] = next.split('.');
  return whole.length > MAX_WHOLE_DIGITS || fraction.length > scale ? text : next;
};

/** What a key makes of the entry; `scale`: how many decimals it may have. Keys that make no sense change nothing. */
export const pressEntryKey = (entry: Entry, key: EntryKey, scale: number): Entry => {
  const text = entry.isFresh ? '' : entry.text;
  if (key === 'clear') return EMPTY_ENTRY;
  if (key === 'backspace') return { text: text.slice(0, -1), isFresh: false };
  if (key !== 'point') return { text: withDigits(text, key, scale), isFresh: false };
  if (scale === 0 || text.includes('.')) return entry;
  return { text: text === '' ? '0.' : `${text}.`, isFresh: false };
};

/** The entry counted in 10^-scale units; undefined while it is no number. */
export const entryValue = ({ text }: Entry, scale: number): number | undefined =>
  parseScaled(text, scale);

/** A value ready to be replaced, without decimals that are zero. */
export const freshEntry = (value: number, scale: number): Entry => {
  const digits = String(value).padStart(scale + 1, '0');
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '');
  const whole = digits.slice(0, digits.length - scale);
  return { text: fraction === '' ? whole : `${whole}.${fraction}`, isFresh: true };
};

const SIGNS: Readonly<Record<string, EntryKey>> = { '.': 'point', ',': 'point' };

/** Keys of an American keyboard, as the scanner decodes them, that mean something to an entry. */
export const charsToEntryKeys = (chars: string): EntryKey[] =>
  Array.from(chars, (char) => (/^\d$/.test(char) ? (char as EntryKey) : SIGNS[char])).filter(
    (key) => key !== undefined,
  );
