import { p95 } from './percentile.ts';
import { report } from './report.ts';
import type { Rig } from './rig.ts';
import { pay, scanAll } from './selling.ts';

const SALES = 40;
/** Characters of a sale of one line. */
const SALE_SIZE = 1500;

export const payToDurable = async (rig: Rig): Promise<void> => {
  const till = await rig.till();
  const { scannable } = await rig.shop();
  await till.openSelling();
  const sales: number[] = [];
  const receipts: number[] = [];
  const writes: number[] = [];
  for (const product of scannable.slice(0, SALES)) {
    await scanAll(till, [product]);
    const { durable, shown } = await pay(till);
    sales.push(durable);
    receipts.push(shown);
    writes.push(await till.page.evaluate((size) => probe.writeStrictly(size), SALE_SIZE));
  }
  const floor = { value: p95(writes), unit: 'ms', name: 'one strict write of IndexedDB' };
  report('pay-to-durable-p95', { value: p95(sales), unit: 'ms' }, floor);
  report('pay-to-receipt-p95', { value: p95(receipts), unit: 'ms' }, floor);
};
