import { Type, type Static } from 'typebox';
import { Exact } from './schema.ts';

export const LOCALES = ['en', 'ru', 'uk', 'kk'] as const;
export type Locale = (typeof LOCALES)[number];

const Words = Type.String({ minLength: 1, maxLength: 400 });

/** A name in the languages it has; `en` is always there and stands in for those it lacks. */
export const LocalizedText = Exact({
  en: Words,
  ru: Type.Optional(Words),
  uk: Type.Optional(Words),
  kk: Type.Optional(Words),
});
export type LocalizedText = Static<typeof LocalizedText>;

export const localized = (text: LocalizedText, locale: Locale): string => text[locale] ?? text.en;
