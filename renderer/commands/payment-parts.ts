import { isByMachine } from '#shared/domain/payment/machine.ts';
import type { Offer } from '#shared/domain/payment/settle.ts';
import { add, type Minor } from '#shared/kernel/money.ts';
import {
  type AskedPayment,
  offerOf,
  openPayment,
  type OpenPayment,
  type Readers,
} from './open-payment.ts';

/** What all of it comes to, minor units. */
export const dueOf = ({ due, amount, beside }: AskedPayment): Minor =>
  due ?? add(amount, ...beside.map(({ tendered }) => tendered));

/** Whether something is still to be paid once this and what is beside it have paid. */
export const isPart = (payment: AskedPayment): boolean =>
  dueOf(payment) > add(payment.amount, ...payment.beside.map(({ tendered }) => tendered));

/** Whether a machine took a part, and whoever pays is still there to pay the rest. */
export const waitsForRest = ({ taken, givenUp }: OpenPayment): boolean =>
  taken !== undefined && givenUp === null;

/** What machines took for something of which the rest is to be paid yet; also while another is asked. */
export const partsTaken = (open: OpenPayment): readonly Offer[] => [
  ...open.beside.filter(isByMachine),
  ...(open.taken ? [offerOf(open, open.taken.reference)] : []),
];

/** The payment with what it is beside changed for the last part that a machine took: that is open then; null = none did. */
export const lastPart = (payment: AskedPayment): OpenPayment | null => {
  const parts = payment.beside.filter(isByMachine);
  const last = parts.at(-1);
  if (!last) return null;
  return {
    ...payment,
    paymentId: last.id,
    tender: last.tender,
    amount: last.tendered,
    beside: parts.slice(0, -1),
    due: dueOf(payment),
    taken: { reference: last.reference },
    givenUp: null,
  };
};

/** The payment of an order of which machines took parts, also while another machine is asked; null = they took none. */
export const partlyPaid = async (till: Readers, orderId: string): Promise<OpenPayment | null> => {
  const open = await openPayment(till);
  const isOf = open?.orderId === orderId && open.givenUp === null;
  return isOf && partsTaken(open).length > 0 ? open : null;
};
