import type { CatalogRequest } from './catalog-messages.ts';
import { openCatalog } from './catalog.ts';
import { serveCatalog } from './serve-catalog.ts';

/** Keeps the catalog away from the page: writing and searching a hundred thousand products delay no key there. */
const answer = serveCatalog(openCatalog(), (message) => self.postMessage(message));

self.addEventListener('message', ({ data }: MessageEvent<CatalogRequest>) => void answer(data));

// Thrown once more, it is an error of the worker, which the page hears of.
self.addEventListener('unhandledrejection', ({ reason }) => {
  throw reason;
});
