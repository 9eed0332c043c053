import {
  DEFAULT_MACHINES,
  type DriverName,
  type MachineSettings,
} from '#shared/domain/payment/machine.ts';
import { qrText } from '#shared/domain/payment/qr-text.ts';
import { createConfirmedDriver } from './confirmed-driver.ts';
import type { MachineDesk } from './machine-desk.ts';
import {
  askedId,
  type DriverRefundRequest,
  type DriverRequest,
  type PaymentDriver,
} from './payment-driver.ts';
import {
  createSimulatedMachine,
  type MachineMemory,
  type SimulatedOutcome,
} from './simulated-machine.ts';
import { createWiredDriver } from './wired-driver.ts';

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** The cashier chooses what the simulated machine does. */
const chooseAt =
  (desk: MachineDesk) =>
  (request: DriverRequest | DriverRefundRequest): Promise<SimulatedOutcome> =>
    new Promise((resolve) => desk.change(askedId(request), { choose: resolve }));

type DriverParts = {
  readonly settings: () => MachineSettings | undefined;
  /** The simulated machine's book. */
  readonly memory: MachineMemory;
};

/** The drivers of this till: by which of them a tender is taken, its store's settings say at that moment. */
export const openDriver = (desk: MachineDesk, { settings, memory }: DriverParts): PaymentDriver => {
  const codeOf = (request: DriverRequest): string | null =>
    qrText((settings() ?? DEFAULT_MACHINES).qrTemplate, request);
  const machine = createSimulatedMachine({
    memory,
    choose: chooseAt(desk),
    codeOf: (request) => codeOf(request) ?? `simulated:${request.paymentId}`,
  });
  const drivers: Readonly<Record<DriverName, Omit<PaymentDriver, 'nameOf'>>> = {
    confirmed: createConfirmedDriver(desk, codeOf),
    simulated: createWiredDriver(machine, desk, pause),
  };
  return {
    nameOf: (tender) => (settings() ?? DEFAULT_MACHINES)[tender],
    pay: (request) => drivers[request.by].pay(request),
    ask: (request) => drivers[request.by].ask(request),
    refund: (request) => drivers[request.by].refund(request),
    askRefund: (request) => drivers[request.by].askRefund(request),
  };
};
