import type { DriverOutcome, DriverRefundRequest, DriverRequest } from './payment-driver.ts';
import type { MachineSteps, PaymentMachine } from './payment-machine.ts';

/** Everything that can become of what is asked of a machine. */
export const SIMULATED_OUTCOMES = [
  'approved',
  'declined',
  'canceled',
  /** It approves so late that nobody waits any more. */
  'timed_out',
  /** It approves, and its answer is lost on the way. */
  'reply_lost',
  /** It never hears of it. */
  'request_lost',
] as const;
export type SimulatedOutcome = (typeof SIMULATED_OUTCOMES)[number];

/** What the machine wrote down, kept where no crash of the till reaches. Amounts are minor units. */
export type MachineEntry = {
  readonly id: string;
  readonly act: 'payment' | 'refund';
  readonly amount: number;
  readonly outcome: 'approved' | 'declined' | 'canceled';
};

export type MachineMemory = {
  readonly read: () => Promise<readonly MachineEntry[]>;
  readonly write: (entries: readonly MachineEntry[]) => Promise<void>;
};

type Choose = (
  request: DriverRequest | DriverRefundRequest,
  act: MachineEntry['act'],
) => Promise<SimulatedOutcome>;

type SimulatedParts = {
  readonly memory: MachineMemory;
  /** What it is to do this time. */
  readonly choose: Choose;
  readonly codeOf: (request: DriverRequest) => string;
};

const told = ({ id, outcome }: MachineEntry): DriverOutcome =>
  outcome === 'approved'
    ? { type: outcome, reference: `SIM ${id.slice(0, 8)}` }
    : { type: outcome };

const never = new Promise<DriverOutcome>(() => undefined);

/** A machine that takes no money and does on demand whatever a real one can do: it keeps a book of its own. */
export const createSimulatedMachine = ({
  memory,
  choose,
  codeOf,
}: SimulatedParts): PaymentMachine => {
  const enter = async (entry: MachineEntry): Promise<MachineEntry> => {
    const entries = await memory.read();
    const known = entries.find(({ id }) => id === entry.id);
    if (known) return known;
    await memory.write([...entries, entry]);
    return entry;
  };

  const givenUp = new Map<string, () => void>();

  const chosen = (
    id: string,
    request: DriverRequest | DriverRefundRequest,
    kind: MachineEntry['act'],
  ): Promise<SimulatedOutcome> =>
    Promise.race([
      choose(request, kind),
      new Promise<SimulatedOutcome>((resolve) => {
        givenUp.set(id, () => resolve('canceled'));
      }),
    ]);

  const act = async (
    id: string,
    kind: MachineEntry['act'],
    request: DriverRequest | DriverRefundRequest,
  ): Promise<DriverOutcome> => {
    const before = (await memory.read()).find((entry) => entry.id === id);
    if (before) return told(before);
    const outcome = await chosen(id, request, kind);
    const write = async (done: MachineEntry['outcome']): Promise<DriverOutcome> =>
      told(await enter({ id, act: kind, amount: request.amount, outcome: done }));
    switch (outcome) {
      case 'approved':
      case 'declined':
      case 'canceled':
        return write(outcome);
      case 'timed_out':
        await write('approved');
        return never;
      case 'reply_lost':
        await write('approved');
        return { type: 'unknown' };
      case 'request_lost':
        return { type: 'unknown' };
    }
  };

  const ask = async (
    id: string,
    kind: MachineEntry['act'],
    { amount }: { readonly amount: number },
  ): Promise<DriverOutcome> => told(await enter({ id, act: kind, amount, outcome: 'canceled' }));

  return {
    pay: (request, { onCode }: MachineSteps) => {
      if (request.tender === 'qr') onCode(codeOf(request));
      return act(request.paymentId, 'payment', request);
    },
    ask: (request) => ask(request.paymentId, 'payment', request),
    cancel: async (request) => {
      givenUp.get(request.paymentId)?.();
    },
    refund: (request) => act(request.attemptId, 'refund', request),
    askRefund: (request) => ask(request.attemptId, 'refund', request),
  };
};
