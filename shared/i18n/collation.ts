import type { Locale } from '../kernel/text.ts';

const KAZAKH_ALPHABET = 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя';

const kazakhRank = new Map(Array.from(KAZAKH_ALPHABET, (letter, index) => [letter, index]));

/** Below every Cyrillic letter, and in the order of their code points: digits, signs, Latin. */
const rankOf = (letter: string): number =>
  kazakhRank.get(letter) ?? (letter.codePointAt(0) ?? 0) - 0x110000;

const compareKazakh = (left: string, right: string): number => {
  const [a = [], b = []] = [left, right].map((text) => Array.from(text.toLowerCase()));
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const difference = rankOf(a[index] ?? '') - rankOf(b[index] ?? '');
    if (difference !== 0) return difference;
  }
  if (a.length !== b.length) return a.length - b.length;
  return left === right ? 0 : left < right ? 1 : -1;
};

type Comparator = (left: string, right: string) => number;

const collated = (locale: Locale): Comparator =>
  new Intl.Collator(locale, { numeric: true }).compare;

const COMPARATORS: Readonly<Record<Locale, Comparator>> = {
  en: collated('en'),
  ru: collated('ru'),
  uk: collated('uk'),
  kk: compareKazakh,
};

/** The order of names in a language, for `toSorted`; Kazakh has its own because Chromium does not know it. */
export const textComparator = (locale: Locale): Comparator => COMPARATORS[locale];
