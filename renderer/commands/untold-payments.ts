import type { TillStore } from '../store/till-store.ts';
import { type GivenUpPayment, keepOpenPayment, openPayment, type Readers } from './open-payment.ts';

/** Taken in vain while another payment was open: told beside it. */
const KEY = 'untold-payments';

const besideOpen = async ({ ledger }: Pick<Readers, 'ledger'>): Promise<GivenUpPayment[]> =>
  (await ledger.readLocal<GivenUpPayment[]>(KEY)) ?? [];

const isOther =
  ({ paymentId }: Pick<GivenUpPayment, 'paymentId'>) =>
  (one: GivenUpPayment): boolean =>
    one.paymentId !== paymentId;

/** A person is to be told of it; another payment that is open meanwhile is not lost for it. */
export const keepGivenUp = async (till: TillStore, payment: GivenUpPayment): Promise<void> => {
  const open = await openPayment(till);
  if (open === null || open.paymentId === payment.paymentId) return keepOpenPayment(till, payment);
  const others = (await besideOpen(till)).filter(isOther(payment));
  await till.ledger.writeLocal(KEY, [...others, payment]);
};

/** What nobody has been told of; null = nothing. */
export const untoldPayment = async (till: Readers): Promise<GivenUpPayment | null> => {
  const open = await openPayment(till);
  if (open?.givenUp) return { ...open, givenUp: open.givenUp };
  return (await besideOpen(till))[0] ?? null;
};

/** Somebody has been told. */
export const dropGivenUp = async (till: TillStore, payment: GivenUpPayment): Promise<void> => {
  const untold = await besideOpen(till);
  const others = untold.filter(isOther(payment));
  if (others.length < untold.length) await till.ledger.writeLocal(KEY, others);
};
