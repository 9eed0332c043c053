import type { MachineDesk } from './machine-desk.ts';
import {
  askedId,
  type DriverOutcome,
  type DriverRefundRequest,
  type DriverRequest,
  type PaymentDriver,
} from './payment-driver.ts';
import type { PaymentMachine } from './payment-machine.ts';

const UNKNOWN: DriverOutcome = { type: 'unknown' };

/** As long as a customer may look for their card or their telephone, and as long as a machine may think, milliseconds. */
const PATIENCE = { pay: 180_000, ask: 15_000 } as const;

/** Resolves when the milliseconds have passed. */
export type Pause = (milliseconds: number) => Promise<void>;

/**
 * A machine with a wire. No answer is never taken for a no: it is asked what became of it, and while it is silent the
 * cashier says what is to be seen on it, or has it asked again (rule J3).
 */
export const createWiredDriver = (
  machine: PaymentMachine,
  desk: MachineDesk,
  pause: Pause,
): Omit<PaymentDriver, 'nameOf'> => {
  const within = async (limit: number, work: Promise<DriverOutcome>): Promise<DriverOutcome> =>
    Promise.race([work.catch(() => UNKNOWN), pause(limit).then(() => UNKNOWN)]);

  const shown = async (
    request: DriverRequest | DriverRefundRequest,
    act: 'payment' | 'refund',
    giveUp: (() => void) | null,
    work: () => Promise<DriverOutcome>,
  ): Promise<DriverOutcome> => {
    const { tender, amount, currency } = request;
    const view = { tender, amount, currency, act, code: null, giveUp, choose: null };
    const done = desk.atWork(askedId(request), view);
    try {
      return await work();
    } finally {
      done();
    }
  };

  /** What became of it: the machine says, or the cashier who looks at it. */
  const asked = async (
    request: DriverRequest | DriverRefundRequest,
    act: 'payment' | 'refund',
    work: () => Promise<DriverOutcome>,
  ): Promise<DriverOutcome> => {
    const told = await shown(request, act, null, () => within(PATIENCE.ask, work()));
    if (told.type !== 'unknown') return told;
    const question = { ...request, act, afterwards: true, isSilent: true, code: null };
    return desk.question(askedId(request), question);
  };

  return {
    pay: (request) => {
      const giveUp = (): void => {
        // What comes of it `pay` or `ask` tells.
        machine.cancel(request).catch(() => undefined);
      };
      const onCode = (code: string): void => desk.change(request.paymentId, { code });
      return shown(request, 'payment', giveUp, () =>
        within(PATIENCE.pay, machine.pay(request, { onCode })),
      );
    },
    ask: (request) => asked(request, 'payment', () => machine.ask(request)),
    refund: (request) =>
      shown(request, 'refund', null, () => within(PATIENCE.pay, machine.refund(request))),
    askRefund: (request) => asked(request, 'refund', () => machine.askRefund(request)),
  };
};
