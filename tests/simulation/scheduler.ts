import type { Random } from './random.ts';

/** A machine from its start to its end; what a dead one still had to do is never done. */
export type Machine = { alive: boolean };

/**
 * Virtual time. Everything that waits, a disk, a message, a timer, waits here, and one thing goes on at a time, so
 * that a seed gives the same history always.
 */
export type Scheduler = {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Runs `task` after a delay, if the machine lives then; null = nobody's. */
  readonly after: (delay: number, machine: Machine | null, task: () => void) => void;
  readonly sleep: (machine: Machine, delay: number, signal: AbortSignal) => Promise<void>;
  /**
   * A place where a machine may stop, die, or let another go first. Passes at once most of the time, always while
   * somebody only looks.
   */
  readonly gate: (machine: Machine) => Promise<void>;
  /** Looks at things as they stand, without time passing. */
  readonly look: <Value>(task: () => Promise<Value>) => Promise<Value>;
  /** Waits for something that is not of this clock, such as a database. */
  readonly outside: <Value>(work: Promise<Value>) => Promise<Value>;
  /** Lets everything happen that happens within the time. */
  readonly run: (milliseconds: number) => Promise<void>;
  /** Chance in what happens from here on. */
  readonly setRandom: (random: Random) => void;
};

export type SchedulerOptions = {
  readonly startsAt: number;
  readonly random: Random;
  /** How often a gate makes its machine wait. */
  readonly stops: number;
  /** Called after each thing that happened. */
  readonly afterEach?: () => Promise<void>;
};

type Event = { time: number; readonly machine: Machine | null; readonly task: () => void };

const drained = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Disks are quick mostly, and slow now and then. */
const pauseLength = (random: Random): number =>
  random.chance(0.9) ? random.below(3) : random.below(900);

const takeEarliest = (events: Event[], until: number): Event | undefined => {
  let earliest = -1;
  for (let index = 0; index < events.length; index += 1) {
    const { time } = events[index] ?? { time: Infinity };
    if (time <= until && time < (events[earliest]?.time ?? Infinity)) earliest = index;
  }
  return earliest < 0 ? undefined : events.splice(earliest, 1)[0];
};

export const createScheduler = (options: SchedulerOptions): Scheduler => {
  const { stops, afterEach } = options;
  const events: Event[] = [];
  let { random, startsAt: time } = options;
  let looking = 0;
  let busy = 0;

  const after = (delay: number, machine: Machine | null, task: () => void): Event => {
    const event = { time: time + delay, machine, task };
    events.push(event);
    return event;
  };

  const settle = async (): Promise<void> => {
    do await drained();
    while (busy > 0);
  };

  const run = async (milliseconds: number): Promise<void> => {
    const until = time + milliseconds;
    await settle();
    for (;;) {
      const event = takeEarliest(events, until);
      if (!event) break;
      if (event.machine?.alive === false) continue;
      time = Math.max(time, event.time);
      event.task();
      await settle();
      await afterEach?.();
    }
    time = until;
  };

  return {
    now: () => time,
    after: (delay, machine, task) => void after(delay, machine, task),
    sleep: (machine, delay, signal) =>
      new Promise((resolve) => {
        const event = after(signal.aborted ? 0 : delay, machine, resolve);
        signal.addEventListener('abort', () => {
          event.time = Math.min(event.time, time);
        });
      }),
    gate: (machine) =>
      looking > 0 || !random.chance(stops)
        ? Promise.resolve()
        : new Promise((resolve) => after(pauseLength(random), machine, resolve)),
    look: async (task) => {
      looking += 1;
      try {
        return await task();
      } finally {
        looking -= 1;
      }
    },
    outside: async (work) => {
      busy += 1;
      try {
        return await work;
      } finally {
        busy -= 1;
      }
    },
    run,
    setRandom: (next) => {
      random = next;
    },
  };
};
