import './memory-indexeddb.fixture.ts';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Product } from '#shared/domain/catalog/schema.ts';
import { product } from '../store/till.fixture.ts';
import type { CatalogWorker } from './ask-worker.ts';
import type { CatalogRequest } from './catalog-messages.ts';
import { type Catalog, openCatalog } from './catalog.ts';
import { serveCatalog } from './serve-catalog.ts';
import { openWorkerCatalog } from './worker-catalog.ts';

/** A worker's events and messages, in this thread; what is said is copied as between threads. */
class LocalWorker extends EventTarget implements CatalogWorker {
  readonly #catalog: Catalog;
  readonly #answer: (request: CatalogRequest) => Promise<void>;
  readonly #isPoison: (request: CatalogRequest) => boolean;
  isGone = false;

  constructor(name: string, isPoison: (request: CatalogRequest) => boolean) {
    super();
    this.#isPoison = isPoison;
    this.#catalog = openCatalog(name);
    this.#answer = serveCatalog(this.#catalog, (message) => {
      const data: unknown = structuredClone(message);
      queueMicrotask(
        () => this.isGone || this.dispatchEvent(new MessageEvent('message', { data })),
      );
    });
  }

  postMessage(request: CatalogRequest): void {
    const copy = structuredClone(request);
    queueMicrotask(() => (this.#isPoison(copy) ? this.fail() : void this.#answer(copy)));
  }

  fail(): void {
    this.dispatchEvent(Object.assign(new Event('error'), { message: 'planted' }));
  }

  terminate(): void {
    this.isGone = true;
    void this.#catalog.ready().then(this.#catalog.close);
  }
}

let workers: LocalWorker[];
let told: string[];
let isPoison: (request: CatalogRequest) => boolean;
let catalog: Catalog;

beforeEach(() => {
  const name = `catalog-${randomUUID()}`;
  workers = [];
  told = [];
  isPoison = () => false;
  const start = () => {
    const worker = new LocalWorker(name, (request) => isPoison(request));
    workers.push(worker);
    return worker;
  };
  catalog = openWorkerCatalog(({ message }) => told.push(message), start);
});

afterEach(() => catalog.close());

const pull = (products: readonly Product[], checkpoint: number, complete = true) =>
  catalog.applyPage(
    {
      stream: 'products',
      checkpoint,
      complete,
      changes: products.map((document) => ({ id: document.sku, document })),
    },
    { checkpoint, appliedThrough: {} },
  );

const skus = (products: readonly Product[]): string[] => products.map(({ sku }) => sku);

test('everything that is asked is answered by the worker', async () => {
  await catalog.ready();
  expect(await catalog.positions()).toEqual({});
  await catalog.reset();
  await pull([product('A', { barcodes: ['111'], tile: 1 }), product('B')], 2);
  expect(await catalog.positions()).toEqual({ products: { checkpoint: 2, appliedThrough: {} } });
  expect(await catalog.product('B')).toMatchObject({ sku: 'B' });
  expect(await catalog.byCode('111')).toMatchObject({ sku: 'A' });
  expect(await catalog.byCode('222')).toBeNull();
  expect(skus(await catalog.search('a', 10))).toEqual(['A']);
  expect(skus(await catalog.tiles(10))).toEqual(['A']);
  expect(skus(await catalog.inCategory('food', 10)).toSorted()).toEqual(['A', 'B']);
});

test('a page has been told of when it is written', async () => {
  await catalog.ready();
  let changes = 0;
  const leave = catalog.onChange(() => (changes += 1));
  await pull([product('A')], 1);
  expect(changes).toBe(1);
  leave();
  await pull([product('B')], 2);
  expect(changes).toBe(1);
});

test('what fails says why, and stops nothing', async () => {
  const changes = [{ id: 'A', document: {} }];
  const position = { checkpoint: 1, appliedThrough: {} };
  const page = { stream: 'products', checkpoint: 1, complete: true, changes };
  await expect(catalog.applyPage(page, position)).rejects.toThrow('DataError');
  await pull([product('A')], 1);
  expect(await catalog.product('A')).toMatchObject({ sku: 'A' });
  expect(told).toEqual([]);
});

describe('a worker that stops', () => {
  const TOLD = "the catalog's worker stopped: planted";

  test('is told, and the next one answers what was asked and what comes', async () => {
    await pull([product('A', { barcodes: ['111'] })], 1);
    const scanned = catalog.byCode('111');
    const written = pull([product('B', { barcodes: ['222'] })], 2);
    workers[0]?.fail();
    expect(await scanned).toMatchObject({ sku: 'A' });
    await written;
    expect(await catalog.byCode('222')).toMatchObject({ sku: 'B' });
    expect(workers.map(({ isGone }) => isGone)).toEqual([true, false]);
    expect(told).toEqual([TOLD]);
  });

  test('with nothing to do is replaced when something is asked', async () => {
    await catalog.ready();
    workers[0]?.fail();
    expect(workers).toHaveLength(1);
    await catalog.ready();
    expect(workers).toHaveLength(2);
  });

  test('over one question does not get it a third time', async () => {
    isPoison = ({ args }) => args.includes('poison');
    await expect(catalog.byCode('poison')).rejects.toThrow(TOLD);
    expect(told).toEqual([TOLD, TOLD]);
    expect(await catalog.byCode('111')).toBeNull();
    expect(workers).toHaveLength(3);
  });

  test('P6: in the middle of a renewal leaves nothing behind that is gone', async () => {
    await pull([product('A'), product('B'), product('C')], 3);
    await catalog.reset();
    await pull([product('A')], 1, false);
    workers[0]?.fail();
    await expect(pull([product('B')], 2)).rejects.toThrow('renewal');
    expect(await catalog.positions()).toEqual({});
    await pull([product('A')], 1, false);
    await pull([product('B')], 2);
    expect(skus(await catalog.inCategory('food', 10)).toSorted()).toEqual(['A', 'B']);
  });
});
