import { runHistory as run0 } from './run-history.ts';
import { createMemoryStoreUnderTest } from './facts.ts';
import { REAL as REAL0 } from './variant.ts';
const runHistory = (p: any, v: any = REAL0) => run0(p, v, createMemoryStoreUnderTest('epoch-1'));
import { shrink } from './shrink.ts';
import { planOf, describePlan, type Plan } from './steps.ts';
const seed = Number(process.argv[2]);
const plan = planOf(seed);
const first = await runHistory(plan);
if (!first) { console.log('ok'); process.exit(0); }
const kind = (m: string) => m.split('\n')[0]!.replace(/\d+/g, '').slice(0, 60);
const fails = async (p: Plan) => { const v = await runHistory(p); return v?.rule === first.rule && (process.argv[3] === 'loose' || kind(v.message) === kind(first.message)); };
let best = await shrink(plan, fails);
for (const patch of [{ stops: 0 }, { weather: { loss: 0, duplication: 0, slowness: 0 } }, { tills: 2 }, { stores: 1 }]) {
  const candidate = { ...best, ...patch }; if (await fails(candidate)) best = candidate;
}
for (let i = 0; i < best.steps.length; i++) for (const ms of [0, 100, 1000]) { const c = { ...best, steps: best.steps.map((s, j) => j === i ? { ...s, milliseconds: ms } : s) }; if (await fails(c)) { best = c; break; } }
best = await shrink(best, fails);
console.log(describePlan(best)); console.log(await runHistory(best));
console.log(JSON.stringify(best));
process.exit(0);
