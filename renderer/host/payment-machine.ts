import type { DriverOutcome, DriverRefundRequest, DriverRequest } from './payment-driver.ts';

/** What a machine tells while it is at work. */
export type MachineSteps = {
  /** What the customer is to scan. */
  readonly onCode: (code: string) => void;
};

/**
 * A card machine or a provider of QR payments that the till can talk to: what an integrator writes
 * (`docs/payment-drivers.md`). The till stands between two powers that can each fail, so a machine owes it three things:
 * one id (`paymentId`, `attemptId`) moves money once, however often it is sent; it knows for good what became of an id; and an
 * id that it says it never had, it refuses from then on. A call may fail or never end: the till takes that as `unknown`
 * and asks.
 */
export type PaymentMachine = {
  readonly pay: (request: DriverRequest, steps: MachineSteps) => Promise<DriverOutcome>;
  /** Final, unless `unknown`. An id that it never had is `canceled`, and stays so. */
  readonly ask: (request: DriverRequest) => Promise<DriverOutcome>;
  /** The cashier gives up. `pay` ends by itself: `canceled`, or `approved` when the customer was faster. */
  readonly cancel: (request: DriverRequest) => Promise<void>;
  readonly refund: (request: DriverRefundRequest) => Promise<DriverOutcome>;
  readonly askRefund: (request: DriverRefundRequest) => Promise<DriverOutcome>;
};
