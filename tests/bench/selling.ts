import type { BenchTill } from './bench-till.ts';
import type { Scannable } from './large-shop.ts';

/** Searches whose every letter finds other products than the one before. */
export const SEARCHES = ['salmon', 'pasta', 'salami', 'cheese', 'chips', 'tuna'];

/** Scans these, one after another; milliseconds of each. */
export const scanAll = async (
  { page }: BenchTill,
  products: readonly Scannable[],
): Promise<number[]> => {
  const times: number[] = [];
  for (const { barcode, name } of products)
    times.push(
      await page.evaluate(([code, text]) => probe.scan(code, text), [barcode, name] as const),
    );
  return times;
};

/** Pays what is in the basket; milliseconds until it is on the disk, and until the receipt is there. */
export const pay = ({ page }: BenchTill) => page.evaluate(() => probe.pay());
