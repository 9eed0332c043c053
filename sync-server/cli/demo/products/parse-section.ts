import type { ProductKind, Unit } from '#shared/domain/catalog/schema.ts';
import { LOCALES, type LocalizedText } from '#shared/kernel/text.ts';
import type { TableSection } from './category-table.ts';
import { flavoursByEnglish } from './flavours.ts';
import { localizeSize } from './localize-size.ts';

/** One product of the tables, before it has codes. */
export type Article = {
  readonly name: LocalizedText;
  readonly unit: Unit;
  readonly kind: ProductKind;
  readonly taxRateId: string;
  /** Whole tenge. */
  readonly price: number;
};

const broken = (row: string): never => {
  throw new Error(`a row of the demo tables cannot be read: ${row}`);
};

const parseSize = (text: string): { readonly size: string; readonly price: number } => {
  const [, size = '', price] = /^(?:(.+) )?(\d+)$/.exec(text.trim()) ?? broken(text);
  return { size, price: Number(price) };
};

const parseRow = (row: string, { kind, taxRateId }: TableSection): Article[] => {
  const [en = '', ru = '', uk = '', kk = '', sizes = '', flavours = ''] = row.split(' | ');
  const base = { en, ru, uk, kk };
  const tastes = flavours === '' ? [null] : flavours.split(', ');
  return sizes.split(';').flatMap((text) => {
    const { size, price } = parseSize(text);
    return tastes.map((taste): Article => {
      const words = taste === null ? null : (flavoursByEnglish.get(taste) ?? broken(row));
      const name = { ...base };
      for (const locale of LOCALES) {
        const flavour = words === null ? '' : `, ${words[locale]}`;
        name[locale] = `${base[locale]}${flavour}${localizeSize(size, locale)}`;
      }
      return { name, unit: size === 'kg' ? 'kilogram' : 'piece', kind, taxRateId, price };
    });
  });
};

/** Spells a section of the tables out, in its order. */
export const parseSection = (section: TableSection): Article[] =>
  section.rows
    .trim()
    .split('\n')
    .flatMap((row) => parseRow(row, section));
