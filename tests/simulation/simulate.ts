import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Report, Task } from './simulate-worker.ts';

/**
 * npm run simulate -- --histories N --seed S [--store memory|pglite]
 *
 * Lives through N histories of tills and a server, from seed S on, and judges each after every step. Progress goes to
 * stderr. A history that breaks a rule is printed with as few of its steps as still break it; run it again alone with
 * its seed and `--histories 1`. Exit code 1 if there is any.
 */
const { values } = parseArgs({
  options: {
    histories: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    store: { type: 'string', default: 'memory' },
  },
});
const histories = Number(values.histories);
const firstSeed = Number(values.seed);
if (!Number.isSafeInteger(histories) || histories < 1 || !Number.isSafeInteger(firstSeed))
  throw new Error('--histories and --seed are whole numbers');
if (values.store !== 'memory' && values.store !== 'pglite')
  throw new Error('--store is memory or pglite');

/** Seeds that a worker takes at once. */
const PORTION = 20;
/** Milliseconds between two lines of progress. */
const PROGRESS = 5_000;

let nextSeed = firstSeed;
let done = 0;
let violations = 0;
let reportedAt = Date.now();

/** An empty one when no seeds are left. */
const takeTask = (): Task => {
  const end = Math.min(firstSeed + histories, nextSeed + PORTION);
  const seeds = Array.from({ length: end - nextSeed }, (_, index) => nextSeed + index);
  nextSeed = end;
  return { seeds };
};

const hear = (worker: ChildProcess, report: Report): void => {
  done += report.done;
  violations += report.violations.length;
  for (const text of report.violations) console.log(`${text}\n`);
  if (Date.now() - reportedAt > PROGRESS) {
    reportedAt = Date.now();
    console.error(`${done} of ${histories} histories, ${violations} violations`);
  }
  worker.send(takeTask());
};

const runWorker = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const program = fileURLToPath(new URL('./simulate-worker.ts', import.meta.url));
    const worker = fork(program, [values.store]);
    worker.on('message', (report: Report) => hear(worker, report));
    worker.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`a worker ended with ${code}`)),
    );
  });

const workers = Math.min(availableParallelism(), Math.ceil(histories / PORTION));
await Promise.all(Array.from({ length: workers }, runWorker));
console.log(`simulation: histories=${done} violations=${violations}`);
process.exitCode = violations > 0 ? 1 : 0;
