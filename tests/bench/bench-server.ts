import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { DatabaseOptions } from '#server/store/database/open-database.ts';

/** What the server can be asked beside its work. */
export type Answers = {
  /**
   * Milliseconds since it was last asked in which a query was under way, and in which the server's own thread ran:
   * with several tills at once both may be at the same time.
   */
  readonly busy: { readonly sql: number; readonly own: number };
  /** How long it took to write all texts that were pushed into a table that only keeps them. */
  readonly insert: { readonly inserted: number; readonly milliseconds: number };
  /** Whether all that was pushed was applied, without a gap, in the order of its journal. */
  readonly in_sequence: boolean;
};
export type Question = keyof Answers;

/** A server in a process of its own, with a small shop. */
export type BenchServer = {
  readonly url: string;
  /** A code for each till to enrol with. */
  readonly codes: readonly string[];
  readonly ask: <Name extends Question>(question: Name) => Promise<Answers[Name]>;
  readonly stop: () => Promise<void>;
};

const root = path.resolve(import.meta.dirname, '../..');

export const startBenchServer = async (
  database: DatabaseOptions,
  tills: number,
): Promise<BenchServer> => {
  const child = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      path.join(import.meta.dirname, 'serve.ts'),
      JSON.stringify(database),
      String(tills),
    ],
    { cwd: root, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  );
  const ended = once(child, 'exit');
  const [ready] = (await Promise.race([
    once(child, 'message'),
    ended.then(() => Promise.reject(new Error('the server did not start'))),
  ])) as [Pick<BenchServer, 'url' | 'codes'>];
  return {
    ...ready,
    ask: async <Name extends Question>(question: Name) => {
      child.send(question);
      const [answer] = (await once(child, 'message')) as [Answers[Name]];
      return answer;
    },
    stop: async () => {
      child.disconnect();
      await ended;
    },
  };
};
