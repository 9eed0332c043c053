import type { Product } from '#shared/domain/catalog/schema.ts';
import { Dexie } from 'dexie';

let texts: readonly string[] | null = null;

const readTexts = async (): Promise<readonly string[]> => {
  const catalog = await new Dexie('omnitill-catalog').open();
  const products = await catalog.table<Product>('products').toArray();
  catalog.close();
  return products.map(({ name }) => Object.values(name).join(' ').toLowerCase());
};

/** Bytes of all names, of which a letter takes one or two. */
export const textSize = async (): Promise<number> => {
  texts ??= await readTexts();
  return texts.reduce((sum, text) => sum + (/^[\0-\xff]*$/.test(text) ? 1 : 2) * text.length, 0);
};

/** Milliseconds of looking for each beginning of a text in all names, and nothing else. */
export const searchTexts = async (text: string): Promise<number[]> => {
  texts ??= await readTexts();
  const times: number[] = [];
  for (let length = 1; length <= text.length; length += 1) {
    const wanted = text.slice(0, length);
    const from = performance.now();
    let found = 0;
    for (const candidate of texts) {
      if (candidate.includes(wanted)) found += 1;
      if (found === 2000) break;
    }
    times.push(performance.now() - from);
  }
  return times;
};
