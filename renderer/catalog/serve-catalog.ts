import type { CatalogMessage, CatalogMethod, CatalogRequest } from './catalog-messages.ts';
import type { Catalog } from './catalog.ts';

type Method = (...args: readonly unknown[]) => Promise<unknown>;

/** Answers what is asked of a catalog from another thread. `send` keeps the order of what it is given. */
export const serveCatalog = (catalog: Catalog, send: (message: CatalogMessage) => void) => {
  const methods: Readonly<Record<CatalogMethod, unknown>> = catalog;
  catalog.onChange(() => send({ type: 'change' }));

  return async ({ id, method, args }: CatalogRequest): Promise<void> => {
    try {
      send({ type: 'answer', id, value: await (methods[method] as Method)(...args) });
    } catch (error) {
      // Errors of Dexie cannot be cloned.
      send({ type: 'failure', id, reason: String(error) });
    }
  };
};
