import type { Locale } from '../kernel/text.ts';

type Tree = { readonly [key: string]: string | Tree };

const PLURAL_FORMS: Readonly<Record<Locale, readonly string[]>> = {
  en: ['one', 'other'],
  ru: ['one', 'few', 'many', 'other'],
  uk: ['one', 'few', 'many', 'other'],
  kk: ['one', 'other'],
};

const ALPHABETS: Readonly<Record<Locale, RegExp>> = {
  en: /^\p{Script=Latin}+$/u,
  ru: /^[а-яё]+$/iu,
  uk: /^[абвгґдеєжзиіїйклмнопрстуфхцчшщьюя]+$/iu,
  kk: /^[аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя]+$/iu,
};

const LATIN_LOOKALIKES = /^[aceiopxyABCEHIKMOPTX]$/;
/** Latin letters that stand alone and mean themselves: reports X and Z. */
const LETTER_NAMES = new Set(['X', 'Z']);

const flatten = (tree: Tree, prefix = ''): [key: string, text: string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  );

const PLURAL_KEY = /_(one|few|many|other)$/;

const baseOf = (key: string): string => key.replace(PLURAL_KEY, '');

const placeholdersOf = (text: string): Set<string> =>
  new Set([...text.matchAll(/{{\s*([^}]*?)\s*}}/g)].map((match) => match[1] ?? ''));

const wordsOf = (text: string): string[] =>
  text.replaceAll(/{{[^}]*}}/g, ' ').match(/[\p{L}\p{M}]+/gu) ?? [];

/** Words that mix scripts, use another language's letters, or are one Latin letter that looks Cyrillic. */
const letterFaults = (locale: Locale, key: string, text: string): string[] =>
  wordsOf(text)
    .filter((word) => {
      if (/^\p{Script=Latin}+$/u.test(word))
        return locale !== 'en' && LATIN_LOOKALIKES.test(word) && !LETTER_NAMES.has(word);
      return !ALPHABETS[locale].test(word);
    })
    .map((word) => `${locale} ${key}: foreign letter in "${word}"`);

const same = (left: ReadonlySet<string>, right: ReadonlySet<string>): boolean =>
  left.size === right.size && [...left].every((item) => right.has(item));

/** What is wrong with `translation`, measured against English; an empty list when nothing is. */
export const translationFaults = (locale: Locale, source: Tree, translation: Tree): string[] => {
  const sourceTexts = flatten(source);
  const texts = new Map(flatten(translation));
  const plurals = new Set(
    sourceTexts.filter(([key]) => PLURAL_KEY.test(key)).map(([key]) => baseOf(key)),
  );
  const wanted = new Map(
    sourceTexts.flatMap(([key, text]) =>
      plurals.has(baseOf(key))
        ? PLURAL_FORMS[locale].map((form) => [`${baseOf(key)}_${form}`, text] as const)
        : [[key, text] as const],
    ),
  );
  const faults = [...texts.keys()]
    .filter((key) => !wanted.has(key))
    .map((key) => `${locale} ${key}: not in English`);
  for (const [key, source] of wanted) {
    const text = texts.get(key);
    if (text === undefined) {
      faults.push(`${locale} ${key}: missing`);
      continue;
    }
    if (text.trim() === '') faults.push(`${locale} ${key}: empty`);
    if (!same(placeholdersOf(source), placeholdersOf(text)))
      faults.push(`${locale} ${key}: placeholders differ`);
    if (placeholdersOf(text).has('count') && !PLURAL_KEY.test(key))
      faults.push(`${locale} ${key}: a count without plural forms`);
    faults.push(...letterFaults(locale, key, text));
  }
  return faults;
};
