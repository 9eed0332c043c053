import { PULL_LIMIT } from '#shared/protocol/pull.ts';
import type { BenchTill } from './bench-till.ts';
import { median } from './percentile.ts';
import { report } from './report.ts';
import type { Rig } from './rig.ts';

/** The same rows in the same pages straight into Dexie, on the same disk, with no till and no network. */
const writeAlone = async ({ page, openBlank }: BenchTill) => {
  await openBlank();
  const { from, to } = await page.evaluate((size) => probe.writeRows(size), PULL_LIMIT);
  const longestTask = await page.evaluate(([a, b]) => probe.longestTask(a, b), [from, to] as const);
  return { taken: to - from, longestTask };
};

const NAME = 'the same rows straight into Dexie';

export const catalogSync = async (rig: Rig): Promise<void> => {
  const first = await rig.till();
  const writes = [await writeAlone(first)];
  const second = await rig.anotherTill('ALM1-03');
  writes.push(await writeAlone(second));
  const syncs = [first.firstSync, second.firstSync];
  await second.close();
  report(
    'catalog-sync',
    { value: median(syncs.map(({ taken }) => taken / 1000)), unit: 's' },
    { value: median(writes.map(({ taken }) => taken / 1000)), unit: 's', name: NAME },
  );
  report(
    'catalog-sync-longest-task',
    { value: Math.max(...syncs.map(({ longestTask }) => longestTask)), unit: 'ms' },
    { value: Math.max(...writes.map(({ longestTask }) => longestTask)), unit: 'ms', name: NAME },
  );
};
