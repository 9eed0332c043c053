import { p95 } from './percentile.ts';
import { report } from './report.ts';
import type { Rig } from './rig.ts';
import { SEARCHES } from './selling.ts';

export const searchKeystroke = async (rig: Rig): Promise<void> => {
  const till = await rig.till();
  await till.openSelling();
  const { page } = till;
  const keystrokes: number[] = [];
  const searches: number[] = [];
  for (const text of SEARCHES) {
    keystrokes.push(...(await page.evaluate((typed) => probe.search(typed), text)));
    searches.push(...(await page.evaluate((typed) => probe.searchTexts(typed), text)));
  }
  report(
    'search-keystroke-p95',
    { value: p95(keystrokes), unit: 'ms' },
    { value: p95(searches), unit: 'ms', name: 'looking through all names, and nothing else' },
  );
};
