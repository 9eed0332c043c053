import { askWorker, type CatalogWorker } from './ask-worker.ts';
import type { CatalogMethod, CatalogMethods } from './catalog-messages.ts';
import type { Catalog } from './catalog.ts';

const startWorker = (): CatalogWorker =>
  new Worker(new URL('./catalog-worker.ts', import.meta.url), { type: 'module', name: 'catalog' });

/** The catalog in a worker of its own; `report` hears when that stops and another takes its place. */
export const openWorkerCatalog = (report: (error: Error) => void, start = startWorker): Catalog => {
  const listeners = new Set<() => void>();
  const onChange = (): void => {
    for (const listener of listeners) listener();
  };
  const { ask, close } = askWorker({ start, onChange, report });
  const asking =
    <Method extends CatalogMethod>(method: Method) =>
    (...args: Parameters<CatalogMethods[Method]>) =>
      ask(method, args) as Promise<Awaited<ReturnType<CatalogMethods[Method]>>>;
  return {
    ready: asking('ready'),
    positions: asking('positions'),
    isWhole: asking('isWhole'),
    applyPage: asking('applyPage'),
    reset: asking('reset'),
    product: asking('product'),
    byCode: asking('byCode'),
    search: asking('search'),
    tiles: asking('tiles'),
    inCategory: asking('inCategory'),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close,
  };
};
