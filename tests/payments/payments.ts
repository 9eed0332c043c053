// npm run payments: plays every outcome of the simulated machine, crossed with every crash of the till before, while and
// after it is asked, and with another crash while the till recovers. The last line counts them; exits with 1 when money
// that moved is not money recorded, or moved twice.
import { allCases, faultsOf } from './play.ts';

/** Faults told one by one; the rest are counted. */
const TOLD = 20;

const counts = new Map<string, number>();
let faults = 0;
for (const one of allCases()) {
  const found = await faultsOf(one);
  if (found.length > 0 && faults < TOLD) console.error(found.join('\n'));
  faults += found.length;
  const key = `${one.name}, ${one.outcome}`;
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
for (const [key, count] of counts) console.log(`payments: ${count} of ${key}`);
const cases = [...counts.values()].reduce((sum, count) => sum + count, 0);
console.log(`payments: cases=${cases} faults=${faults}`);
process.exitCode = faults === 0 ? 0 : 1;
