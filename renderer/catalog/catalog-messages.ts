import type { Catalog } from './catalog.ts';

/** What is asked of a catalog, all of it answered later. */
export type CatalogMethods = Omit<Catalog, 'onChange' | 'close'>;
export type CatalogMethod = keyof CatalogMethods;

export type CatalogRequest = {
  readonly id: number;
  readonly method: CatalogMethod;
  readonly args: readonly unknown[];
};

/** What the worker says: an answer, why there is none, or that products changed. */
export type CatalogMessage =
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly type: 'failure'; readonly id: number; readonly reason: string }
  | { readonly type: 'change' };
