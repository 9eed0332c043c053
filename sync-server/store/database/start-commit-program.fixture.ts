import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll } from 'vitest';

/** A process that commits for ever; kill it in the middle. */
export type CommitProgram = {
  readonly process: ChildProcess & { readonly pid: number };
  /** The commits the store held when the program opened it. Rejects if it could not. */
  readonly held: Promise<ReadonlySet<number>>;
  readonly untilAcknowledged: (count: number) => Promise<void>;
  /** Every commit that was acknowledged, once the process has ended. */
  readonly acknowledged: () => Promise<readonly number[]>;
  /** What it wrote to stderr, once the process has ended. */
  readonly complaint: () => Promise<string>;
};

export async function startCommitProgram(
  folder: string,
  env: NodeJS.ProcessEnv = {},
): Promise<CommitProgram> {
  bundle ??= bundleProgram();
  const child = spawn(
    process.execPath,
    // One quick compilation of PGlite instead of two: it starts in half the time.
    ['--liftoff-only', join(await bundle, 'commit-program.js'), folder],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } },
  );
  const { pid } = child;
  if (pid === undefined) throw new Error('The commit program did not start');
  const closed = once(child, 'close');
  const acknowledged: number[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  let complaint = '';
  child.stderr.on('data', (text: Buffer) => (complaint += text.toString()));

  const held = new Promise<ReadonlySet<number>>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      const [word, value = ''] = line.split(' ');
      if (word === 'held') resolve(new Set(JSON.parse(value) as number[]));
      if (word !== 'acknowledged') return;
      acknowledged.push(Number(value));
      for (const { count, resolve } of waiting) if (acknowledged.length >= count) resolve();
    });
    void closed.then(() => reject(new Error(`The commit program ended: ${complaint}`)));
  });
  held.catch(() => undefined); // For whoever does not ask.

  return {
    process: Object.assign(child, { pid }),
    held,
    untilAcknowledged: (count) =>
      Promise.race([
        new Promise<void>((resolve) => waiting.push({ count, resolve })),
        held.then(() => closed).then(() => Promise.reject(new Error(complaint))),
      ]),
    acknowledged: () => closed.then(() => acknowledged),
    complaint: () => closed.then(() => complaint),
  };
}

let bundle: Promise<string> | undefined;

afterAll(async () => {
  if (bundle !== undefined) rmSync(await bundle, { recursive: true });
});

/** Bundles the program as the server is bundled, for plain Node; returns the bundle's folder. */
async function bundleProgram(): Promise<string> {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  // Inside the project, where Node finds the packages that are not bundled.
  const outDir = join(root, `node_modules/.cache/omnitill/commit-program-${process.pid}`);
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir,
      rolldownOptions: {
        input: {
          'commit-program': fileURLToPath(new URL('./commit-program.fixture.ts', import.meta.url)),
          'pglite-worker': fileURLToPath(new URL('./pglite-worker.ts', import.meta.url)),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  return outDir;
}
