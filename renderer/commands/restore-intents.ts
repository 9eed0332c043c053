import { isByMachine } from '#shared/domain/payment/machine.ts';
import { paymentsIn, refundsIn } from '#shared/operations/money-in.ts';
import type { PaymentDriver } from '../host/payment-driver.ts';
import { newestOperations, type OperationOf } from '../store/newest-operations.ts';
import type { TillStore } from '../store/till-store.ts';
import { keepOpenPayment, openPayment, type OpenPayment } from './open-payment.ts';
import { keepOpenRefund, openRefund, type OpenRefund } from './open-refund.ts';

/** Whatever says that money of a machine was asked for, and how that ended. */
const MONEY = [
  'payment.requested',
  'payment.resolved',
  'refund.requested',
  'refund.resolved',
  'sale.completed',
  'return.completed',
  'exchange.completed',
  'order.paid',
  'order.amended',
  'pickup.handedOver',
  'pickup.rejected',
] as const;

/** An intent is looked for among so many operations: what was open stands near the end of a journal, as nothing is sold meanwhile. */
const LOOKED_AT = 1000;

type Intent = OperationOf<'payment.requested' | 'refund.requested'>;

const endedIn = (operation: OperationOf<(typeof MONEY)[number]>): string[] => {
  if (operation.type === 'payment.resolved') return [operation.payload.paymentId];
  if (operation.type === 'refund.resolved') return [operation.payload.refundId];
  return [...paymentsIn(operation), ...refundsIn(operation)].map(({ id }) => id);
};

/** Intents of this till's journals of which nothing says how they ended, newest first. */
const intentsLeft = async ({ ledger }: TillStore): Promise<Intent[]> => {
  const ended = new Set<string>();
  const left: Intent[] = [];
  for await (const operation of newestOperations(ledger, MONEY, LOOKED_AT)) {
    if (operation.type === 'payment.requested') {
      if (!ended.has(operation.payload.paymentId)) left.push(operation);
    } else if (operation.type === 'refund.requested') {
      if (!ended.has(operation.payload.refundId)) left.push(operation);
    }
    for (const id of endedIn(operation)) ended.add(id);
  }
  return left;
};

type Names = Pick<PaymentDriver, 'nameOf'>;

const paymentOf = (intent: Intent, { nameOf }: Names): OpenPayment | null => {
  if (intent.type !== 'payment.requested' || !isByMachine(intent.payload)) return null;
  const { at, staffId, shiftId, approvedBy } = intent;
  const { paymentId, orderId, tender, currency, amount } = intent.payload;
  return {
    paymentId,
    orderId,
    tender,
    by: nameOf(tender),
    currency,
    amount,
    pricedAt: at,
    askedAt: at,
    beside: [],
    seller: { staffId, shiftId, approvedBy },
    givenUp: null,
  };
};

const refundOf = (intent: Intent, { nameOf }: Names): OpenRefund | null => {
  if (intent.type !== 'refund.requested' || !isByMachine(intent.payload)) return null;
  const { id: attemptId, staffId, shiftId, approvedBy } = intent;
  const { refundId, orderId, tender, currency, amount } = intent.payload;
  if (orderId === null) return null;
  const actor = { staffId, shiftId, approvedBy };
  const by = nameOf(tender);
  return {
    actor,
    act: { type: 'lost' },
    orderId,
    refundId,
    attemptId,
    tender,
    by,
    currency,
    amount,
  };
};

const firstOf = <Open>(intents: readonly Intent[], openOf: (intent: Intent) => Open | null) =>
  intents.map(openOf).find((open) => open !== null) ?? null;

/**
 * What lies beside the journal is lost with a browser's profile; the journal comes back from its mirror. Money that it says was
 * asked for, and not how that ended, is open again, and is asked about (rule J3). What it was for nobody knows any more but a web
 * order. Before anything is asked of a machine in this run of the till.
 */
export const restoreIntents = async (till: TillStore, names: Names): Promise<void> => {
  const intents = await intentsLeft(till);
  const payment = firstOf(intents, (intent) => paymentOf(intent, names));
  if (payment && (await openPayment(till)) === null) await keepOpenPayment(till, payment);
  const refund = firstOf(intents, (intent) => refundOf(intent, names));
  if (refund && (await openRefund(till)) === null) await keepOpenRefund(till, refund);
};
