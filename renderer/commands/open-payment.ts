import type { DriverName, MachineTender } from '#shared/domain/payment/machine.ts';
import type { Offer } from '#shared/domain/payment/settle.ts';
import type { Promotion } from '#shared/domain/pricing/promotion.ts';
import type { Currency, Minor } from '#shared/kernel/money.ts';
import type { Actor } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';

/** A payment that an outside machine is asked for. */
export type AskedPayment = {
  readonly paymentId: string;
  readonly orderId: string;
  readonly tender: MachineTender;
  /** The driver that is asked, also after a crash. */
  readonly by: DriverName;
  readonly currency: Currency;
  readonly amount: Minor;
  /** The moment that `amount` is the price of: what it pays for is completed at the prices of then. */
  readonly pricedAt: string;
  /** Those that made it; left out = nobody noted them. */
  readonly promotions?: readonly Promotion[];
  readonly askedAt: string;
  /** What was given in other tenders, or taken by machines, for the same: it is completed with them. */
  readonly beside: readonly Offer[];
  /** All that is to be paid, of which this is a part, minor units; left out = this and what is beside it pay all. */
  readonly due?: Minor;
  /** Who completes what it pays for, with whose leave: also after a crash. Left out = whoever signs in then. */
  readonly seller?: Actor;
};

/** Money was taken, and nothing carries it. */
type GivenUp = { readonly reference: string | null };

/** A payment whose outcome is not on record yet, or that nobody has been told was taken in vain. */
export type OpenPayment = AskedPayment & {
  /** The machine took it as a part, and the rest is to be paid yet; left out = not so. */
  readonly taken?: { readonly reference: string | null };
  /** null = it may still be carried. */
  readonly givenUp: GivenUp | null;
};

/** Money that was taken in vain. */
export type GivenUpPayment = OpenPayment & { readonly givenUp: GivenUp };

const KEY = 'open-payment';

export const offerOf = (
  {
    paymentId: id,
    tender,
    amount: tendered,
  }: Pick<AskedPayment, 'paymentId' | 'tender' | 'amount'>,
  reference: string | null,
): Offer => ({ id, tender, tendered, reference });

export type Readers = {
  readonly ledger: Pick<TillStore['ledger'], 'readLocal'>;
  readonly view: Pick<TillStore['view'], 'order'>;
};

/** Whether its order holds it: nothing is to be found out or written any more. */
export const isCarried = async (
  { view }: Pick<Readers, 'view'>,
  { orderId, paymentId }: Pick<AskedPayment, 'orderId' | 'paymentId'>,
): Promise<boolean> =>
  (await view.order(orderId))?.payments.some(({ id }) => id === paymentId) ?? false;

/** As it was noted, also where an order carries it since. */
export const notedPayment = ({ ledger }: Pick<Readers, 'ledger'>): Promise<OpenPayment | null> =>
  ledger.readLocal<OpenPayment>(KEY);

/** What a crash left open: it is asked about, never tried again blindly (rule J3). */
export const openPayment = async (till: Readers): Promise<OpenPayment | null> => {
  const payment = await notedPayment(till);
  return payment && (await isCarried(till, payment)) ? null : payment;
};

/** null = none is open any more. */
export const keepOpenPayment = (
  { ledger }: Pick<TillStore, 'ledger'>,
  open: OpenPayment | null,
): Promise<void> => ledger.writeLocal(KEY, open);
