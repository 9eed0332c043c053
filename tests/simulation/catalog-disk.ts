import type { Product } from '#shared/domain/catalog/schema.ts';
import type { Catalog } from '#renderer/catalog/catalog.ts';
import type { StreamPosition } from '#renderer/store/state-store.ts';

/** A till's catalog on its disk: a page and its position are one write, which a power cut may take back. */
export type CatalogDisk = {
  readonly open: (gate: () => Promise<void>) => Catalog;
  readonly lose: () => void;
};

export const createCatalogDisk = (): CatalogDisk => {
  const products = new Map<string, Product>();
  const positions = new Map<string, StreamPosition>();
  const lose = (): void => {
    products.clear();
    positions.clear();
  };
  return {
    lose,
    open: (gate) => ({
      ready: async () => undefined,
      positions: async () => {
        await gate();
        return Object.fromEntries(positions);
      },
      isWhole: async () => true,
      applyPage: async (page, position) => {
        await gate();
        for (const { id, document } of page.changes) {
          if (document === null) products.delete(id);
          else products.set(id, document as Product);
        }
        positions.set(page.stream, position);
        await gate();
      },
      reset: async () => {
        await gate();
        lose();
        await gate();
      },
      product: async (sku) => products.get(sku) ?? null,
      byCode: async (code) => products.get(code) ?? null,
      search: async (text, limit) =>
        [...products.values()].filter(({ sku }) => sku.includes(text)).slice(0, limit),
      tiles: async () => [...products.values()],
      inCategory: async (_, limit) => [...products.values()].slice(0, limit),
      onChange: () => () => undefined,
      close: () => undefined,
    }),
  };
};
