import { isByMachine } from '#shared/domain/payment/machine.ts';
import { operationPlace } from '#shared/kernel/ids.ts';
import { paymentsIn } from '#shared/operations/money-in.ts';
import type { PaymentDriver } from '../host/payment-driver.ts';
import { newestOperations, type OperationOf, readAs } from '../store/newest-operations.ts';
import { readRefundBook } from '../store/refund-book.ts';
import type { TillStore } from '../store/till-store.ts';
import { keepOpenPayment, openPayment, type OpenPayment } from './open-payment.ts';
import { keepOpenRefund, openRefund, type OpenRefund } from './open-refund.ts';

/** Whatever says that a payment by machine was asked for, and how that ended. */
const MONEY = [
  'payment.requested',
  'payment.resolved',
  'sale.completed',
  'exchange.completed',
  'order.paid',
  'pickup.handedOver',
] as const;

/** A payment is looked for among so many operations: what was open stands near the end of a journal, as nothing is sold meanwhile. */
const LOOKED_AT = 1000;

type PaymentIntent = OperationOf<'payment.requested'>;
type RefundIntent = OperationOf<'refund.requested'>;

const endedIn = (operation: OperationOf<(typeof MONEY)[number]>): string[] =>
  operation.type === 'payment.resolved'
    ? [operation.payload.paymentId]
    : paymentsIn(operation).map(({ id }) => id);

/** Payments of this till's journals of which nothing says how they ended, newest first. */
const paymentsLeft = async ({ ledger }: TillStore): Promise<PaymentIntent[]> => {
  const ended = new Set<string>();
  const left: PaymentIntent[] = [];
  for await (const operation of newestOperations(ledger, MONEY, LOOKED_AT)) {
    if (operation.type === 'payment.requested' && !ended.has(operation.payload.paymentId))
      left.push(operation);
    for (const id of endedIn(operation)) ended.add(id);
  }
  return left;
};

/** The same of refunds, however long ago. */
const refundsLeft = async ({ ledger }: TillStore): Promise<RefundIntent[]> => {
  const { left } = await readRefundBook(ledger);
  const found: RefundIntent[] = [];
  for (const { intentId, given } of left.toReversed()) {
    const { journalId, seq } = operationPlace(intentId);
    const rows = given === null ? await ledger.read(journalId, seq - 1, 1) : [];
    found.push(...rows.flatMap((row) => readAs(row, ['refund.requested'])));
  }
  return found;
};

type Names = Pick<PaymentDriver, 'nameOf'>;

const paymentOf = (intent: PaymentIntent, { nameOf }: Names): OpenPayment | null => {
  if (!isByMachine(intent.payload)) return null;
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

const refundOf = (intent: RefundIntent, { nameOf }: Names): OpenRefund | null => {
  if (!isByMachine(intent.payload)) return null;
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

const firstOf = <Intent, Open>(
  intents: readonly Intent[],
  openOf: (intent: Intent) => Open | null,
): Open | null => intents.map(openOf).find((open) => open !== null) ?? null;

/**
 * What lies beside the journal is lost with a browser's profile; the journal comes back from its mirror. Money that it says was
 * asked for, and not how that ended, is open again, and is asked about (rule J3). What it was for nobody knows any more but a web
 * order. Before anything is asked of a machine in this run of the till.
 */
export const restoreIntents = async (till: TillStore, names: Names): Promise<void> => {
  const payment = firstOf(await paymentsLeft(till), (intent) => paymentOf(intent, names));
  if (payment && (await openPayment(till)) === null) await keepOpenPayment(till, payment);
  const refund = firstOf(await refundsLeft(till), (intent) => refundOf(intent, names));
  if (refund && (await openRefund(till)) === null) await keepOpenRefund(till, refund);
};
