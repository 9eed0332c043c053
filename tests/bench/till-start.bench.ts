import { PIN } from './bench-till.ts';
import { median } from './percentile.ts';
import { report } from './report.ts';
import type { Rig } from './rig.ts';

const STARTS = 5;
const PAGE = 5000;

/** From an opened page to the line of a product, the PIN entered as fast as the pad takes it. */
export const tillStart = async (rig: Rig): Promise<void> => {
  const { page, url } = await rig.till();
  const { scannable } = await rig.shop();
  const starts: number[] = [];
  const reads: number[] = [];
  for (const { barcode, name } of scannable.slice(0, STARTS)) {
    await page.goto(url, { waitUntil: 'commit' });
    const scanned = await page.evaluate(([pin, code, text]) => probe.start(pin, code, text), [
      PIN,
      barcode,
      name,
    ] as const);
    starts.push(scanned);
    await page.evaluate(() => probe.whenFilled());
    reads.push(await page.evaluate((size) => probe.readRows(size), PAGE));
  }
  report(
    'till-start',
    { value: median(starts) / 1000, unit: 's' },
    { value: median(reads) / 1000, unit: 's', name: 'reading all products once' },
  );
};
