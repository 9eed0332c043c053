import type { Page } from '@playwright/test';
import { report } from './report.ts';
import type { Rig } from './rig.ts';

const MEGABYTE = 1024 * 1024;

/** Megabytes of the page's heap after all that is garbage was collected. */
const heapOf = async (page: Page): Promise<number> => {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / MEGABYTE;
};

export const memory = async (rig: Rig): Promise<void> => {
  const till = await rig.till();
  await till.openSelling();
  const loaded = await heapOf(till.page);
  const texts = await till.page.evaluate(() => probe.textSize());
  report(
    'memory-after-load',
    { value: loaded, unit: 'MB' },
    { value: texts / MEGABYTE, unit: 'MB', name: 'the names of all products alone' },
  );
};
