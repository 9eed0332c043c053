import { type Locale, LOCALES } from '../kernel/text.ts';

/** What each language calls itself: a list of languages is never translated. */
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = {
  en: 'English',
  ru: 'Русский',
  uk: 'Українська',
  kk: 'Қазақша',
};

/** The first language of `wanted` (BCP 47 tags, best first) that Omnitill speaks; English otherwise. */
export const matchLocale = (wanted: readonly string[]): Locale => {
  for (const tag of wanted) {
    const language = tag.toLowerCase().split('-')[0];
    const locale = LOCALES.find((known) => known === language);
    if (locale) return locale;
  }
  return 'en';
};
