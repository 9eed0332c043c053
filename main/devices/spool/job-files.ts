import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { Value } from 'typebox/value';
import { PrintJob } from '#shared/devices/printing.ts';
import { writeDurably } from '#main/disk/write-durably.ts';

/** The spool on the disk: a file for each paper that is not printed. */
export type JobFiles = {
  /** Oldest first. A file that cannot be read is left where it is and passed over. */
  readonly load: () => Promise<PrintJob[]>;
  /** On the disk when it resolves. */
  readonly save: (job: PrintJob) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
};

const read = async (file: string): Promise<PrintJob | null> => {
  try {
    const value: unknown = JSON.parse(await readFile(file, 'utf8'));
    return Value.Check(PrintJob, value) ? value : null;
  } catch {
    return null;
  }
};

export const openJobFiles = async (folder: string): Promise<JobFiles> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const fileOf = (id: string): string => path.join(folder, `${id}.json`);
  return {
    load: async () => {
      const names = (await readdir(folder)).filter((name) => /^[A-Za-z0-9_-].*\.json$/.test(name));
      const jobs = await Promise.all(names.map((name) => read(path.join(folder, name))));
      return jobs
        .filter((job) => job !== null)
        .toSorted((a, b) => a.addedAt.localeCompare(b.addedAt));
    },
    save: (job) => writeDurably(fileOf(job.id), JSON.stringify(job)),
    remove: (id) => rm(fileOf(id), { force: true }),
  };
};
