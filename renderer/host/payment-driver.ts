import type { DriverName, MachineTender } from '#shared/domain/payment/machine.ts';
import type { Currency, Minor } from '#shared/kernel/money.ts';

/** What a machine is asked for. `paymentId` is the same at every try, so that it can be asked about. */
export type DriverRequest = {
  readonly paymentId: string;
  readonly tender: MachineTender;
  readonly amount: Minor;
  readonly currency: Currency;
  /** The driver that was asked at first: what became of it nobody else knows. */
  readonly by: DriverName;
};

/** Money that a machine gives back. What it declined is asked for again as another attempt at the same refund. */
export type DriverRefundRequest = Omit<DriverRequest, 'paymentId'> & {
  readonly refundId: string;
  readonly attemptId: string;
};

/** Of the payment, or of the try at a refund: by it a machine knows what it was asked for. */
export const askedId = (request: DriverRequest | DriverRefundRequest): string =>
  'attemptId' in request ? request.attemptId : request.paymentId;

/** `unknown`: the machine was asked and its answer was lost. Ask again what became of it, never charge again. */
export type DriverOutcome =
  | { readonly type: 'approved'; readonly reference: string | null }
  | { readonly type: 'declined' }
  | { readonly type: 'canceled' }
  | { readonly type: 'unknown' };

/** Who takes and gives back what is not cash. The intent is in the journal before any of these is called (rule J3). */
export type PaymentDriver = {
  /** The driver of a tender in this store now: noted with the intent. */
  readonly nameOf: (tender: MachineTender) => DriverName;
  readonly pay: (request: DriverRequest) => Promise<DriverOutcome>;
  /** What became of a request that this machine may have had: after a crash, or after `unknown`. */
  readonly ask: (request: DriverRequest) => Promise<DriverOutcome>;
  readonly refund: (request: DriverRefundRequest) => Promise<DriverOutcome>;
  /** What became of a refund that this machine may have been asked for. */
  readonly askRefund: (request: DriverRefundRequest) => Promise<DriverOutcome>;
};
