import { type BenchTill, openBenchTill } from './bench-till.ts';
import { buildProbe } from './build-probe.ts';
import { type LargeShop, openLargeShop } from './large-shop.ts';

/** What benchmarks share, made when the first of them asks for it. */
export type Rig = {
  readonly shop: () => Promise<LargeShop>;
  /** A till that has the whole catalog; the same one for all. */
  readonly till: () => Promise<BenchTill>;
  /** Another till of the demo, with an empty disk. */
  readonly anotherTill: (tillId: string) => Promise<BenchTill>;
  readonly close: () => Promise<void>;
};

const once = <Value>(make: () => Promise<Value>): (() => Promise<Value>) => {
  let made: Promise<Value> | null = null;
  return () => (made ??= make());
};

export const createRig = (): Rig => {
  const closing: (() => Promise<void>)[] = [];
  const shop = once(async () => {
    const opened = await openLargeShop();
    closing.push(opened.product.stop);
    return opened;
  });
  const probe = once(buildProbe);
  const anotherTill = async (tillId: string): Promise<BenchTill> => {
    const { product } = await shop();
    const till = await openBenchTill(product.tillUrl, tillId, await probe());
    closing.push(till.close);
    return till;
  };
  return {
    shop,
    anotherTill,
    till: once(() => anotherTill('ALM1-01')),
    close: async () => {
      for (const close of closing.toReversed()) await close();
    },
  };
};
