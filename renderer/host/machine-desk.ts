import type { DriverOutcome, DriverRequest } from './payment-driver.ts';
import type { SimulatedOutcome } from './simulated-machine.ts';

type Asked = Pick<DriverRequest, 'tender' | 'amount' | 'currency'> & {
  /** Takes money, or gives it back. */
  readonly act: 'payment' | 'refund';
  /** What the customer scans; null = nothing. */
  readonly code: string | null;
};

/** A question to the cashier: what did the machine do? */
export type MachineQuestion = Asked & {
  readonly type: 'question';
  /** True when the till does not know whether the machine was used at all. */
  readonly afterwards: boolean;
  /** The machine was asked and is silent: `unknown` asks it again. */
  readonly isSilent: boolean;
  readonly answer: (outcome: DriverOutcome) => void;
};

/** A machine with a wire is at work. */
export type MachineAtWork = Asked & {
  readonly type: 'at_work';
  /** null = it cannot be given up (any more). */
  readonly giveUp: (() => void) | null;
  /** What a simulated machine may do; null = it is a real one. */
  readonly choose: ((outcome: SimulatedOutcome) => void) | null;
};

/** `id`: of the payment, or of the try at a refund. */
export type MachineView = (MachineQuestion | MachineAtWork) & { readonly id: string };

/**
 * What drivers show the cashier: one thing at a time, each payment in its turn. A till that locked has two who ask about the same one:
 * they are one thing, and one answer serves both.
 */
export type MachineDesk = {
  /** null = nothing. */
  readonly view: () => MachineView | null;
  readonly onChange: (listener: () => void) => () => void;
  /** A machine is at work at this until what it gives is called; a question about the same stays. */
  readonly atWork: (id: string, work: Omit<MachineAtWork, 'type'>) => () => void;
  /** The machine that is at work at this has something to show; nothing where none is. */
  readonly change: (id: string, change: Partial<Pick<MachineAtWork, 'code' | 'choose'>>) => void;
  /** Resolves to what the cashier says, or has said before. */
  readonly question: (
    id: string,
    question: Omit<MachineQuestion, 'type' | 'answer'>,
  ) => Promise<DriverOutcome>;
};

type Entry = {
  readonly view: MachineView;
  /** Of what it is at work at: whoever showed that takes it away, and nothing that is shown since. */
  readonly work: symbol | null;
  /** Who wait for the answer. */
  readonly asking: readonly ((outcome: DriverOutcome) => void)[];
};

export const createMachineDesk = (): MachineDesk => {
  const listeners = new Set<() => void>();
  const answers = new Map<string, DriverOutcome>();
  let entries: readonly Entry[] = [];
  const entryOf = (id: string): Entry | undefined => entries.find(({ view }) => view.id === id);
  const keep = (next: readonly Entry[]): void => {
    entries = next;
    for (const listener of listeners) listener();
  };
  /** In its own place, or last. */
  const put = (entry: Entry): void => {
    const before = entryOf(entry.view.id);
    keep(before ? entries.map((one) => (one === before ? entry : one)) : [...entries, entry]);
  };
  const remove = (entry: Entry): void => keep(entries.filter((one) => one !== entry));

  const answer = (id: string, outcome: DriverOutcome): void => {
    const entry = entryOf(id);
    if (entry?.view.type !== 'question') return;
    if (outcome.type !== 'unknown') answers.set(id, outcome);
    remove(entry);
    for (const tell of entry.asking) tell(outcome);
  };

  return {
    view: () => entries[0]?.view ?? null,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    atWork: (id, shown) => {
      const work = Symbol(id);
      if (entryOf(id)?.view.type !== 'question')
        put({ view: { ...shown, id, type: 'at_work' }, work, asking: [] });
      return () => {
        const entry = entryOf(id);
        if (entry?.work === work) remove(entry);
      };
    },
    change: (id, change) => {
      const entry = entryOf(id);
      if (entry?.view.type === 'at_work') put({ ...entry, view: { ...entry.view, ...change } });
    },
    question: async (id, question) =>
      answers.get(id) ??
      new Promise((resolve) => {
        put({
          view: { ...question, id, type: 'question', answer: (outcome) => answer(id, outcome) },
          work: null,
          asking: [...(entryOf(id)?.asking ?? []), resolve],
        });
      }),
  };
};
