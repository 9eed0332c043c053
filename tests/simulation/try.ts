import { runHistory as run0 } from './run-history.ts';
import { createMemoryStoreUnderTest } from './facts.ts';
import { REAL as REAL0 } from './variant.ts';
const runHistory = (p: any, v: any = REAL0) => run0(p, v, createMemoryStoreUnderTest('epoch-1'));
import { planOf, describePlan } from './steps.ts';
const from = Number(process.argv[2] ?? 1), count = Number(process.argv[3] ?? 50), verbose = process.argv[4] === 'v';
const start = Date.now(); const rules = new Map<string, number[]>();
for (let seed = from; seed < from + count; seed++) {
  const plan = planOf(seed);
  const verdict = await runHistory(plan);
  if (verdict) { const key = verdict.rule + ' ' + verdict.message.replace(/[\s\S]*?: /, '').slice(0, 90).replace(/\d+/g,'#').split('\n')[0]; rules.set(key, [...(rules.get(key) ?? []), seed]); if (verbose) console.log(describePlan(plan), verdict); }
}
for (const [k, v] of [...rules].sort((a,b)=>b[1].length-a[1].length)) console.log(v.length, k, v.slice(0, 8).join(' '));
console.log('ms per history', (Date.now() - start) / count, 'cpu', process.cpuUsage().user / 1000 / count);
process.exit(0);
