import type { Product } from '#shared/domain/catalog/schema.ts';
import { createSignatures, signatureOf } from './signatures.ts';

/** Products that a cashier looks for by a few letters, all in memory: no keystroke waits for the disk. */
export type SearchIndex = {
  readonly put: (products: readonly Product[]) => void;
  readonly remove: (skus: readonly string[]) => void;
  /** SKUs whose words contain every word of the text, best first. */
  readonly search: (text: string, limit: number) => string[];
};

/** Hits that are ranked; a text that more products contain is too short to rank. */
const RANKED = 2000;

/** One form for what looks the same: no case, no accents (so that ё = е; but й ≠ и), one space; lines stay. */
const normalise = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u0305\u0307-\u036f]/g, '')
    .replaceAll(/[^\S\n]+/g, ' ')
    .trim();

/** Names, SKU and barcodes, each on a line of its own. */
const textOf = ({ name, sku, barcodes }: Product): string =>
  normalise([...new Set(Object.values(name)), sku, ...barcodes].join('\n'));

/** Lower is better: a name or a code begins so, a word begins so, it is somewhere inside. */
const rank = (text: string, word: string): number => {
  if (text.startsWith(word) || text.includes(`\n${word}`)) return 0;
  return text.includes(` ${word}`) ? 1 : 2;
};

export const createSearchIndex = (): SearchIndex => {
  const texts: string[] = [];
  const signatures = createSignatures();
  const skus: string[] = [];
  const places = new Map<string, number>();
  /** What was found last: whoever types on finds among it. */
  let last: { readonly text: string; readonly found: readonly number[] } | null = null;

  const put = (product: Product): void => {
    const known = places.get(product.sku);
    const place = known ?? texts.length;
    places.set(product.sku, place);
    skus[place] = product.sku;
    const text = product.active ? textOf(product) : '';
    texts[place] = text;
    signatures.put(place, text);
  };

  const remove = (sku: string): void => {
    const place = places.get(sku);
    if (place !== undefined) texts[place] = '';
  };

  /** Among which places a text can be found: null = all, as what was found last may be less than there is. */
  const among = (text: string): readonly number[] | null =>
    last !== null && last.found.length < RANKED && text.startsWith(last.text) ? last.found : null;

  const hits = (words: readonly string[]): readonly number[] => {
    const [longest, ...others] = words.toSorted((left, right) => right.length - left.length);
    if (longest === undefined) return [];
    const wanted = words.join(' ');
    const candidates = among(wanted);
    const signature = signatureOf(longest);
    const count = candidates?.length ?? texts.length;
    const found: number[] = [];
    for (let index = 0; index < count && found.length < RANKED; index += 1) {
      const place = candidates?.[index] ?? index;
      if (!signatures.mayContain(place, signature)) continue;
      const text = texts[place] ?? '';
      if (text.includes(longest) && others.every((word) => text.includes(word))) found.push(place);
    }
    last = { text: wanted, found };
    return found;
  };

  return {
    put: (products) => {
      last = null;
      products.forEach(put);
    },
    remove: (gone) => {
      last = null;
      gone.forEach(remove);
    },
    search: (text, limit) => {
      const words = normalise(text).split(/\s/).filter(Boolean);
      const first = words[0] ?? '';
      return hits(words)
        .map((place) => ({ place, order: rank(texts[place] ?? '', first) }))
        .toSorted((left, right) => left.order - right.order || left.place - right.place)
        .slice(0, limit)
        .flatMap(({ place }) => skus[place] ?? []);
    },
  };
};
