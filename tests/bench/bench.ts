// npm run bench -- [NAME…]: measures each figure beside its floor; all of them without a name.
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { isBuilt } from '#main/is-built.ts';
import { catalogSync } from './catalog-sync.bench.ts';
import { drain } from './drain.bench.ts';
import { ingestPglite, ingestPostgres } from './ingest.bench.ts';
import { hasLargeCatalog } from './large-shop.ts';
import { live } from './live.bench.ts';
import { memory } from './memory.bench.ts';
import { offlineRatio } from './offline-ratio.bench.ts';
import { payToDurable } from './pay-to-durable.bench.ts';
import { pricing } from './pricing.bench.ts';
import { reportNotRun } from './report.ts';
import { createRig, type Rig } from './rig.ts';
import { scanToLine } from './scan-to-line.bench.ts';
import { searchKeystroke } from './search-keystroke.bench.ts';
import { tillStart } from './till-start.bench.ts';

type Bench = (rig: Rig) => Promise<void>;

/** With a till in a browser and 100,000 products. */
const IN_BROWSER: Readonly<Record<string, Bench>> = {
  'catalog-sync': catalogSync,
  'till-start': tillStart,
  memory,
  'search-keystroke': searchKeystroke,
  'scan-to-line': scanToLine,
  'pay-to-durable': payToDurable,
  'offline-ratio': offlineRatio,
  live,
};

/** With tills in this process. */
const IN_NODE: Readonly<Record<string, Bench>> = {
  'ingest-pglite': ingestPglite,
  'ingest-postgres': ingestPostgres,
  drain,
  pricing,
};

const BENCHES = { ...IN_NODE, ...IN_BROWSER };

const root = path.resolve(import.meta.dirname, '../..');

const chosenNames = (): string[] => {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !(name in BENCHES));
  if (unknown.length === 0) return asked.length === 0 ? Object.keys(BENCHES) : asked;
  console.error(`No bench ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}`);
  process.exit(1);
};

const prepare = (names: readonly string[]): void => {
  if (!names.some((name) => name in IN_BROWSER) || isBuilt(root)) return;
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'main/build.ts'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) process.exit(status ?? 1);
};

const run = async (): Promise<void> => {
  const names = chosenNames();
  prepare(names);
  const rig = createRig();
  try {
    for (const name of names)
      if (name in IN_BROWSER && !hasLargeCatalog()) reportNotRun(name, 'no catalog file');
      else await BENCHES[name]?.(rig);
  } finally {
    await rig.close();
  }
};

await run();
process.exit(0);
