import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { readLevelDbLog, writeLevelDbLog } from './leveldb-log.ts';

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

/** In its place at once: a program that ends here leaves the one or the other. */
const replace = (file: string, log: Buffer): void => {
  // A name that LevelDB takes for none of its files.
  const aside = path.join(path.dirname(file), 'mended.tmp');
  writeFileSync(aside, log, { flush: true });
  renameSync(aside, file);
};

/**
 * Takes what is torn out of the logs in which Chromium keeps the till's ledger, before Chromium opens them: it goes on
 * writing behind an unfinished end, finds the log damaged the time after, and then deletes the ledger whole
 * (https://github.com/google/leveldb/issues/1287). No write that was acknowledged is torn. Where a full disk refused
 * one and there was room again, those behind it were acknowledged: they stay.
 */
export const mendProfile = (profile: string): readonly MendedLog[] =>
  logsOf(path.join(profile, 'IndexedDB')).flatMap((file) => {
    const log = readFileSync(file);
    const { entries, whole, isTornInside } = readLevelDbLog(log);
    if (whole === log.length) return [];
    const mended = isTornInside ? writeLevelDbLog(entries) : log.subarray(0, whole);
    if (isTornInside) replace(file, mended);
    else cutTo(file, whole);
    return [{ file: path.basename(file), kept: mended.length, cut: log.length - mended.length }];
  });
