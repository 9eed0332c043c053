import { findViolation, type MakeStore, minimize } from './find-violations.ts';
import { createMemoryStoreUnderTest } from './facts.ts';
import { openSqlStores } from './sql-store-under-test.ts';
import { describePlan, planOf } from './steps.ts';
import { REAL } from './variant.ts';

/** Seeds for a worker to live through; none = it is done. */
export type Task = { readonly seeds: readonly number[] };

/** What came of them: texts to print, one for each seed whose history broke a rule. */
export type Report = { readonly done: number; readonly violations: readonly string[] };

const EPOCH = 'epoch-1';

const openStores = async (kind: string) => {
  if (kind === 'memory')
    return {
      makeStore: (async () => createMemoryStoreUnderTest(EPOCH)) satisfies MakeStore,
      close: async () => undefined,
    };
  const stores = await openSqlStores();
  return { makeStore: () => stores.empty(EPOCH), close: stores.close };
};

const reportOn = async (seed: number, makeStore: MakeStore): Promise<string[]> => {
  const found = await findViolation([planOf(seed)], REAL, makeStore);
  if (!found) return [];
  const { plan, verdict } = await minimize(found, REAL, makeStore);
  return [
    `seed ${seed} breaks ${verdict.message}\nafter step ${verdict.step} of\n${describePlan(plan)}`,
  ];
};

const { makeStore, close } = await openStores(process.argv[2] ?? 'memory');

process.on('message', ({ seeds }: Task) => {
  const work = async (): Promise<void> => {
    if (seeds.length === 0) {
      await close();
      process.disconnect();
      return;
    }
    const violations: string[] = [];
    for (const seed of seeds) violations.push(...(await reportOn(seed, makeStore)));
    process.send?.({ done: seeds.length, violations } satisfies Report);
  };
  work().catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
process.send?.({ done: 0, violations: [] } satisfies Report);
