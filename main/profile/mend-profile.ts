import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readFileSync,
} from 'node:fs';
import path from 'node:path';
import { wholeLogSize } from './whole-log-size.ts';

export type MendedLog = {
  readonly file: string;
  readonly kept: number;
  readonly cut: number;
};

const isLog = (name: string): boolean => name.endsWith('.log') || name.startsWith('MANIFEST-');

const logsOf = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.leveldb'))
        .flatMap((database) =>
          readdirSync(path.join(folder, database))
            .filter(isLog)
            .map((name) => path.join(folder, database, name)),
        )
    : [];

const cutTo = (file: string, size: number): void => {
  const descriptor = openSync(file, 'r+');
  try {
    ftruncateSync(descriptor, size);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};

/**
 * Cuts the unfinished end off the logs in which Chromium keeps the till's ledger, before Chromium opens them: it goes
 * on writing behind such an end, finds the log damaged the time after, and then deletes the ledger whole
 * (https://github.com/google/leveldb/issues/1287). No write that was acknowledged lies in an unfinished end.
 */
export const mendProfile = (profile: string): readonly MendedLog[] =>
  logsOf(path.join(profile, 'IndexedDB')).flatMap((file) => {
    const log = readFileSync(file);
    const kept = wholeLogSize(log);
    if (kept === log.length) return [];
    cutTo(file, kept);
    return [{ file: path.basename(file), kept, cut: log.length - kept }];
  });
