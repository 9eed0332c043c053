import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { faultOf } from '#shared/kernel/fault-of.ts';

/** Words and numbers of the shell's own: no text that a person or a page has put in. */
export type Facts = Readonly<Record<string, string | number | boolean>>;

export type ShellLog = {
  /** Where it is written to. */
  readonly file: string;
  readonly note: (event: string, facts?: Facts) => void;
  readonly fault: (event: string, error: unknown) => void;
  /** What is kept, oldest first. */
  readonly read: () => string;
};

/** Bytes at which a new file is begun; the one before is kept. */
const SIZE = 256 * 1024;

/** What happened to the shell, in a file to send to whoever helps. A full disk stops the log and nothing else. */
export const createShellLog = (folder: string, now: () => Date): ShellLog => {
  const file = path.join(folder, 'shell.log');
  const before = path.join(folder, 'shell.1.log');
  const note: ShellLog['note'] = (event, facts = {}) => {
    const words = Object.entries(facts).map(([key, value]) => `${key}=${String(value)}`);
    try {
      mkdirSync(folder, { recursive: true });
      if (existsSync(file) && statSync(file).size > SIZE) renameSync(file, before);
      appendFileSync(file, `${[now().toISOString(), event, ...words].join(' ')}\n`);
    } catch {
      // Nowhere to write to: the till goes on.
    }
  };
  return {
    file,
    note,
    fault: (event, error) => {
      const { name, places } = faultOf(error);
      note(event, { fault: name, at: places.join(',') });
    },
    read: () =>
      [before, file]
        .filter((each) => existsSync(each))
        .map((each) => readFileSync(each, 'utf8'))
        .join(''),
  };
};
