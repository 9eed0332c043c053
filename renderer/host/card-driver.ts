import type { Currency, Minor } from '#shared/kernel/money.ts';

/** What a card machine is asked for. `paymentId` is the same at every try, so that it can be asked about. */
export type CardRequest = {
  readonly paymentId: string;
  readonly amount: Minor;
  readonly currency: Currency;
};

/** Money that a card machine gives back. `refundId` is the same at every try, so that it can be asked about. */
export type CardRefundRequest = Omit<CardRequest, 'paymentId'> & { readonly refundId: string };

/** `unknown`: the machine was asked and its answer was lost. Ask again what became of it, never charge again. */
export type CardOutcome =
  | { readonly type: 'approved'; readonly reference: string | null }
  | { readonly type: 'declined' }
  | { readonly type: 'canceled' }
  | { readonly type: 'unknown' };

/** A card machine. The intent is in the journal before any of these is called (rule J3). */
export type CardDriver = {
  readonly pay: (request: CardRequest) => Promise<CardOutcome>;
  /** What became of a request that this machine may have had: after a crash, or after `unknown`. */
  readonly ask: (request: CardRequest) => Promise<CardOutcome>;
  readonly refund: (request: CardRefundRequest) => Promise<CardOutcome>;
  /** What became of a refund that this machine may have been asked for. */
  readonly askRefund: (request: CardRefundRequest) => Promise<CardOutcome>;
};
