import type { MachineDesk } from './machine-desk.ts';
import type {
  DriverOutcome,
  DriverRefundRequest,
  DriverRequest,
  PaymentDriver,
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
    work: (onCode: (code: string) => void) => Promise<DriverOutcome>,
  ): Promise<DriverOutcome> => {
    const own = Symbol(act);
    const view = {
      ...request,
      type: 'at_work',
      work: own,
      act,
      code: null,
      giveUp,
      choose: null,
    } as const;
    // A till that locked meanwhile shows what whoever signed in is asked.
    const isShown = (): boolean => {
      const now = desk.view();
      return now?.type === 'at_work' && now.work === own;
    };
    desk.show(view);
    try {
      return await work((code) => {
        if (isShown()) desk.show({ ...view, code });
      });
    } finally {
      if (isShown()) desk.show(null);
    }
  };

  const orCashier = async (
    request: DriverRequest | DriverRefundRequest,
    act: 'payment' | 'refund',
    outcome: DriverOutcome,
  ): Promise<DriverOutcome> =>
    outcome.type === 'unknown'
      ? desk.question({ ...request, act, afterwards: true, isSilent: true, code: null })
      : outcome;

  return {
    pay: (request) => {
      const giveUp = (): void => {
        // What comes of it `pay` or `ask` tells.
        machine.cancel(request).catch(() => undefined);
      };
      return shown(request, 'payment', giveUp, (onCode) =>
        within(PATIENCE.pay, machine.pay(request, { onCode })),
      );
    },
    ask: async (request) => {
      const told = await shown(request, 'payment', null, () =>
        within(PATIENCE.ask, machine.ask(request)),
      );
      return orCashier(request, 'payment', told);
    },
    refund: (request) =>
      shown(request, 'refund', null, () => within(PATIENCE.pay, machine.refund(request))),
    askRefund: async (request) => {
      const told = await shown(request, 'refund', null, () =>
        within(PATIENCE.ask, machine.askRefund(request)),
      );
      return orCashier(request, 'refund', told);
    },
  };
};
