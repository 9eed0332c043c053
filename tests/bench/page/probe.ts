import { catalogWhole, lastName, readCode, readRows, writeRows } from './catalog-rows.ts';
import { watchLongTasks } from './long-tasks.ts';
import { searchTexts, textSize } from './search-texts.ts';
import { writeStrictly } from './strict-writes.ts';
import { findable, payCash, scan, search, signIn } from './till-actions.ts';
import { nextChange } from './until.ts';
import { watchLedger } from './watch-ledger.ts';

const longTasks = watchLongTasks();
const ledger = watchLedger();
let change: Promise<number> = Promise.resolve(0);

/** What the benchmarks measure inside the till's page, on its own clock. */
const installed = {
  catalogWhole,
  readCode,
  readRows,
  writeRows,
  writeStrictly,
  searchTexts,
  textSize,
  signIn,
  scan,
  search,
  /** Resolves when the till knows the name that it reads last. */
  whenFilled: async () => findable(await lastName()),
  longestTask: longTasks.longest,
  /** A cashier signs in and scans as soon as the page lets them; milliseconds since it was opened. */
  start: async (pin: string, code: string, name: string): Promise<number> => {
    await signIn(pin);
    await scan(code, name);
    return performance.now();
  },
  /** When Enter was pressed, and the milliseconds until the sale is on the disk and until its receipt is there. */
  pay: async () => {
    const { from, shown } = await payCash();
    const durable = ledger.durableAt(from) - from;
    return { pressedAt: performance.timeOrigin + from, durable, shown: shown - from };
  },
  /** From now on the next change of what is shown there is looked for. */
  watch: (selector: string): void => {
    change = nextChange(selector);
  },
  /** When it came, in milliseconds since 1970. */
  changedAt: (): Promise<number> => change,
  /** Milliseconds that the last request to this address took. */
  lastRequest: (end: string): number => {
    const requests = performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith(end));
    return requests.at(-1)?.duration ?? 0;
  },
  /** When the first page was asked for, in milliseconds since the page began. */
  firstPullAt: (): number => {
    const pulls = performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('/pull'));
    return Math.min(...pulls.map(({ startTime }) => startTime));
  },
};

export type Probe = typeof installed;

declare global {
  var probe: Probe;
}

globalThis.probe = installed;
