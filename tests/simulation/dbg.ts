import { runHistory as run0 } from './run-history.ts';
import { createMemoryStoreUnderTest } from './facts.ts';
import { REAL as REAL0 } from './variant.ts';
const runHistory = (p: any, v: any = REAL0) => run0(p, v, createMemoryStoreUnderTest('epoch-1'));
import { REAL } from './variant.ts';
import { shrink } from './shrink.ts';
import { planOf, describePlan } from './steps.ts';
const seed = Number(process.argv[2]);
const plan = planOf(seed);
const first = (await runHistory(plan))!;
const kind = (m: string) => m.split('\n')[0]!.replace(/\d+/g, '').slice(0, 60);
const best = await shrink(plan, async (p) => { const v = await runHistory(p); return v?.rule === first.rule && kind(v.message) === kind(first.message); });
const log = (what: string, x: unknown) => console.log(what, JSON.stringify(x).slice(0, 1500));
await runHistory(best, { ...REAL,
  transport: (t) => ({ push: async (r) => { log('push>', { ...r, operations: r.operations.map((o) => { const e = JSON.parse(o); return [e.id, e.type, e.payload]; }), signature: '' }); const a = await t.push(r); log('push<', a); return a; },
    pull: async (r) => { log('pull>', r); const a = await t.pull(r); log('pull<', a.ok ? { ...a.value, pages: a.value.pages.filter((p) => p.changes.length && !/prod|ref/.test(p.stream)) } : a); return a; },
    newJournal: async (r) => { log('newJ>', r); const a = await t.newJournal(r); log('newJ<', a); return a; } }),
  ledger: (l) => ({ ...l, append: async (o) => { await l.append(o); log('append', [o.id, o.type, o.payload]); } }),
});
console.log(describePlan(best)); console.log(first.message.slice(0, 3000));
process.exit(0);
