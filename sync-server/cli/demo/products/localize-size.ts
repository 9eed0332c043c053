import type { Locale } from '#shared/kernel/text.ts';

const MEASURES: Readonly<Record<string, Readonly<Record<Exclude<Locale, 'en'>, string>>>> = {
  g: { ru: 'г', uk: 'г', kk: 'г' },
  kg: { ru: 'кг', uk: 'кг', kk: 'кг' },
  ml: { ru: 'мл', uk: 'мл', kk: 'мл' },
  l: { ru: 'л', uk: 'л', kk: 'л' },
  m: { ru: 'м', uk: 'м', kk: 'м' },
  W: { ru: 'Вт', uk: 'Вт', kk: 'Вт' },
  pcs: { ru: 'шт', uk: 'шт', kk: 'дана' },
  bags: { ru: 'пак.', uk: 'пак.', kk: 'пакет' },
  rolls: { ru: 'рул.', uk: 'рул.', kk: 'орам' },
  sheets: { ru: 'листов', uk: 'аркушів', kk: 'парақ' },
  tabs: { ru: 'табл.', uk: 'табл.', kk: 'таблетка' },
  caps: { ru: 'капс.', uk: 'капс.', kk: 'капсула' },
};

const BY_WEIGHT: Readonly<Record<Locale, string>> = {
  en: ', kg',
  ru: ', вес.',
  uk: ', ваг.',
  kk: ', кг',
};

/** What follows a product's name for a size of the tables: « 1,5 л», «, вес.», or nothing. */
export const localizeSize = (size: string, locale: Locale): string => {
  if (size === '') return '';
  if (size === 'kg') return BY_WEIGHT[locale];
  if (locale === 'en') return ` ${size}`;
  const words = size
    .replace(/(\d)\.(\d)/g, '$1,$2')
    .replace(/(?<=\d )[a-zA-Z]+/g, (measure) => MEASURES[measure]?.[locale] ?? measure);
  return ` ${words}`;
};
