import { afterAll, beforeAll } from 'vitest';
import { openShop, type Shop } from './ingest-bench.ts';
import type { OpenStore, StoreKind } from './open-stores.ts';

const OPENING = 60_000;

/** One database for a suite, and on it for each test a store of the chain that no other test knows. */
export type Shops = {
  readonly opened: () => OpenStore;
  readonly next: () => Promise<Shop>;
};

/** Opens before the suite and closes after it; ids of its stores begin with `prefix`. */
export const openShops = (open: StoreKind['open'], prefix: string): Shops => {
  let opened: OpenStore;
  let count = 0;
  beforeAll(async () => {
    opened = await open();
  }, OPENING);
  afterAll(() => opened.close());
  return {
    opened: () => opened,
    next: () => {
      count += 1;
      return openShop(opened, `${prefix}${count}`);
    },
  };
};
