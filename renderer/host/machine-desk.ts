import type { DriverOutcome, DriverRequest } from './payment-driver.ts';
import type { SimulatedOutcome } from './simulated-machine.ts';

type Asked = Pick<DriverRequest, 'tender' | 'amount' | 'currency'> & {
  /** Takes money, or gives it back. */
  readonly act: 'payment' | 'refund';
};

/** A question to the cashier: what did the machine do? */
export type MachineQuestion = Asked & {
  readonly type: 'question';
  /** True when the till does not know whether the machine was used at all. */
  readonly afterwards: boolean;
  /** The machine was asked and is silent: `unknown` asks it again. */
  readonly isSilent: boolean;
  /** What the customer scans; null = nothing. */
  readonly code: string | null;
  readonly answer: (outcome: DriverOutcome) => void;
};

/** A machine with a wire is at work. */
export type MachineAtWork = Asked & {
  readonly type: 'at_work';
  /** Of what it is at work at: whoever showed that takes it away, and nothing that is shown since. */
  readonly work: symbol;
  readonly code: string | null;
  /** null = it cannot be given up (any more). */
  readonly giveUp: (() => void) | null;
  /** What a simulated machine may do; null = it is a real one. */
  readonly choose: ((outcome: SimulatedOutcome) => void) | null;
};

export type MachineView = MachineQuestion | MachineAtWork;

/** What drivers show the cashier: one thing at a time. */
export type MachineDesk = {
  /** null = nothing. */
  readonly view: () => MachineView | null;
  readonly onChange: (listener: () => void) => () => void;
  readonly show: (view: MachineView | null) => void;
  /** Resolves to what the cashier says. */
  readonly question: (question: Omit<MachineQuestion, 'type' | 'answer'>) => Promise<DriverOutcome>;
};

export const createMachineDesk = (): MachineDesk => {
  const listeners = new Set<() => void>();
  let view: MachineView | null = null;
  const show = (next: MachineView | null): void => {
    view = next;
    for (const listener of listeners) listener();
  };
  return {
    view: () => view,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show,
    question: (question) =>
      new Promise((resolve) => {
        show({
          ...question,
          type: 'question',
          answer: (outcome) => {
            show(null);
            resolve(outcome);
          },
        });
      }),
  };
};
