import { p95 } from './percentile.ts';
import { report } from './report.ts';
import type { Rig } from './rig.ts';
import { pay, scanAll } from './selling.ts';

const SALES = 8;
const LINES = 6;

export const scanToLine = async (rig: Rig): Promise<void> => {
  const till = await rig.till();
  const { scannable } = await rig.shop();
  await till.openSelling();
  const scans: number[] = [];
  const frames: number[] = [];
  for (let sale = 0; sale < SALES; sale += 1) {
    const products = scannable.slice(sale * LINES, (sale + 1) * LINES);
    scans.push(...(await scanAll(till, products)));
    await pay(till);
    for (const { barcode } of products)
      frames.push(await till.page.evaluate((code) => probe.readCode(code), barcode));
  }
  report(
    'scan-to-line-p95',
    { value: p95(scans), unit: 'ms' },
    { value: p95(frames), unit: 'ms', name: 'the product read from the disk, and a frame drawn' },
  );
};
