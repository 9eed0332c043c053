import type { Paper, Printer, PrinterFault, PrintJob } from '#shared/devices/printing.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { JobFiles } from './job-files.ts';

export type SpoolParts = {
  readonly files: JobFiles;
  readonly now: () => string;
  readonly printers: () => readonly Printer[];
  /** Prints once; calls `onBegin` before the first byte goes. */
  readonly print: (
    printer: Printer,
    job: PrintJob,
    onBegin: () => Promise<void>,
  ) => Promise<Result<null, PrinterFault>>;
};

/** Papers on their way to printers. Nobody waits for it: a sale is over when its paper is in here. */
export type Spool = {
  /** A paper that is here, or was printed, is not taken again. */
  readonly add: (paper: Paper, printerId: string) => Promise<void>;
  readonly jobs: () => readonly PrintJob[];
  /** Tries every paper that waits, each printer's in the order they came; resolves when all were tried. */
  readonly work: () => Promise<void>;
  /** A person decides: print it (again), there or elsewhere. */
  readonly sendTo: (id: string, printerId: string) => Promise<void>;
  readonly discard: (id: string) => Promise<void>;
};

/** Once it is printed again by itself; a second interruption is for a person. */
const stateAfter = (begun: number): PrintJob['state'] => (begun > 1 ? 'held' : 'waiting');

/** A paper as it is found at a start: the end of the app in the middle of it was an interruption too. */
const afterRestart = (job: PrintJob): PrintJob =>
  job.state === 'waiting' && stateAfter(job.begun) === 'held'
    ? { ...job, state: 'held', fault: 'interrupted' }
    : job;

/** Ids that are remembered after printing, so that a doubled request prints nothing. */
const REMEMBERED = 500;

export const openSpool = async ({ files, now, printers, print }: SpoolParts): Promise<Spool> => {
  const jobs = new Map((await files.load()).map((job) => [job.id, afterRestart(job)]));
  const printed: string[] = [];
  const working = new Map<string, Promise<void>>();

  let lastWrite: Promise<void> = Promise.resolve();
  /** One write after the other: two of one paper would share a file on their way to the disk, and the later is to hold. */
  const inTurn = (write: () => Promise<void>): Promise<void> => {
    const done = lastWrite.then(write);
    lastWrite = done.catch(() => undefined);
    return done;
  };
  // In the list first: what a person decides holds at once, and nothing is printed over and over because a disk takes nothing.
  const save = (job: PrintJob): Promise<void> => {
    jobs.set(job.id, job);
    return inTurn(() => files.save(job));
  };
  const drop = (id: string): Promise<void> => {
    jobs.delete(id);
    return inTurn(() => files.remove(id));
  };

  const attempt = async (printer: Printer, job: PrintJob): Promise<boolean> => {
    let begun = job;
    const isAsItWas = (): boolean => jobs.get(job.id) === begun;
    const onBegin = async (): Promise<void> => {
      const next = { ...job, begun: job.begun + 1 };
      await inTurn(async () => {
        if (isAsItWas()) await files.save(next);
      });
      // While its printer was asked or this was noted somebody may have sent it elsewhere or given it up: then nothing begins.
      if (!isAsItWas()) throw new Error(`${job.id} is no job of ${printer.id} any more`);
      jobs.set(job.id, next);
      begun = next;
    };
    const outcome = await print(printer, job, onBegin);
    if (outcome.ok) {
      printed.push(job.id);
      if (printed.length > REMEMBERED) printed.shift();
      await drop(job.id);
      return true;
    }
    // Unless somebody decided meanwhile what becomes of it.
    if (isAsItWas())
      await save({ ...begun, state: stateAfter(begun.begun), fault: outcome.problem });
    return false;
  };

  const workAt = async (printer: Printer): Promise<void> => {
    for (;;) {
      const job = [...jobs.values()].find(
        ({ printerId, state }) => printerId === printer.id && state === 'waiting',
      );
      // What does not print now holds up what came after it at this printer, and nothing elsewhere.
      if (!job || !(await attempt(printer, job))) return;
    }
  };

  /** Each printer for itself: one that hangs holds up its own papers only. */
  const workOnce = (printer: Printer): Promise<void> => {
    const already = working.get(printer.id);
    if (already) return already;
    const work = workAt(printer).finally(() => working.delete(printer.id));
    working.set(printer.id, work);
    return work;
  };

  return {
    add: (paper, printerId) =>
      inTurn(async () => {
        if (jobs.has(paper.id) || printed.includes(paper.id)) return;
        const job: PrintJob = {
          ...paper,
          printerId,
          addedAt: now(),
          begun: 0,
          state: 'waiting',
          fault: null,
        };
        await files.save(job);
        jobs.set(job.id, job);
      }),
    jobs: () => [...jobs.values()],
    work: async () => {
      await Promise.all(printers().map(workOnce));
    },
    sendTo: async (id, printerId) => {
      const job = jobs.get(id);
      if (!job) return;
      const begun = Math.min(job.begun, 1);
      await save({ ...job, printerId, begun, state: 'waiting', fault: null });
    },
    discard: drop,
  };
};
