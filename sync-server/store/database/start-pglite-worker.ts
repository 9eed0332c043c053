import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { PgliteWorkerData, PgliteWorkerMessage } from './pglite-worker-messages.ts';

/**
 * Starts the database in a thread of its own; resolves when it serves, rejects if it cannot. The returned function
 * closes it. If it stops by itself an uncaught error ends the process.
 */
export async function startPgliteWorker(data: PgliteWorkerData): Promise<() => Promise<void>> {
  const worker = new Worker(workerProgram(), {
    workerData: data,
    // Enough for PostgreSQL's own limit on recursion to be met first.
    resourceLimits: { stackSizeMb: 16 },
  });

  const [first] = (await once(worker, 'message')) as [PgliteWorkerMessage];
  if (first.type === 'stopped') throw stoppedError(first);

  let isClosing = false;
  worker.on('message', (message: PgliteWorkerMessage) => {
    if (message.type === 'stopped') throw stoppedError(message);
  });
  worker.once('exit', (code) => {
    if (!isClosing) throw new Error(`The database's thread ended with code ${code}`);
  });

  return async () => {
    isClosing = true;
    const exit = once(worker, 'exit');
    worker.postMessage('close');
    await exit;
  };
}

function stoppedError({ cause, log }: Extract<PgliteWorkerMessage, { type: 'stopped' }>): Error {
  return new Error(['The database stopped', cause, ...log].join('\n'));
}

/**
 * In a bundle `pglite-worker` is an entry of its own whose file stands beside the one with this code. From source, under
 * tsx or vitest, the thread must first learn TypeScript: threads inherit neither, and Node 20 ignores `--import` for them.
 */
function workerProgram(): URL {
  if (!import.meta.url.endsWith('.ts')) return new URL('./pglite-worker.js', import.meta.url);
  const tsx = import.meta.resolve('tsx/esm/api');
  const program = new URL('./pglite-worker.ts', import.meta.url).href;
  const source = `
    import { register } from ${JSON.stringify(tsx)};
    register();
    await import(${JSON.stringify(program)});`;
  return new URL(`data:text/javascript,${encodeURIComponent(source)}`);
}
