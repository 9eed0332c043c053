import type { Offer } from '#shared/domain/payment/settle.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type {
  PaymentDriver,
  DriverOutcome,
  DriverRefundRequest,
  DriverRequest,
} from '../host/payment-driver.ts';
import type { Ledger } from '../store/ledger.ts';
import { ACTOR, basketOf, JOURNAL, type TestTill } from '../store/till.fixture.ts';
import type { TillStore } from '../store/till-store.ts';
import type { AgreedPrice } from './agreed-price.ts';
import { completeSale } from './complete-sale.ts';

export const APPROVED: DriverOutcome = { type: 'approved', reference: 'RRN 77' };
export const DECLINED: DriverOutcome = { type: 'declined' };
export const CANCELED: DriverOutcome = { type: 'canceled' };

/** A card machine that remembers what it did; with `answersLost` the till is not told the first time. */
export const createMachine = (outcome: DriverOutcome, answersLost = 0) => {
  const done = new Map<string, DriverOutcome>();
  const paid: DriverRequest[] = [];
  const refunded: DriverRefundRequest[] = [];
  let lost = 0;
  const answer = (known: DriverOutcome): DriverOutcome => {
    lost += 1;
    return lost <= answersLost ? { type: 'unknown' } : known;
  };
  const driver: PaymentDriver = {
    nameOf: () => 'confirmed',
    pay: async (request) => {
      paid.push(request);
      done.set(request.paymentId, outcome);
      return answer(outcome);
    },
    ask: async ({ paymentId }) => answer(done.get(paymentId) ?? CANCELED),
    refund: async (request) => {
      refunded.push(request);
      done.set(request.refundId, outcome);
      return answer(outcome);
    },
    askRefund: async ({ refundId }) => answer(done.get(refundId) ?? CANCELED),
  };
  return { driver, paid, refunded };
};

/** A disk that dies at its nth write from when it is armed: before the write is on it, or after. */
export const createDyingLedger = (memory: Ledger) => {
  let left = Number.POSITIVE_INFINITY;
  let keepsLast = false;
  let writes = 0;
  const write = async (act: () => Promise<void>): Promise<void> => {
    writes += 1;
    left -= 1;
    if (left < 0 || (left === 0 && !keepsLast)) throw new Error('the machine is off');
    await act();
    if (left === 0) throw new Error('the machine is off');
  };
  const ledger: Ledger = {
    ...memory,
    append: (operation) => write(() => memory.append(operation)),
    writeLocal: (key, value) => write(() => memory.writeLocal(key, value)),
  };
  return {
    ledger,
    writes: () => writes,
    dieAt: (write: number, isKept: boolean): void => {
      left = write;
      keepsLast = isKept;
    },
  };
};

export type Machine = ReturnType<typeof createMachine>;

export const sellIn = (orderId = 'a', skus: readonly string[] = ['TEA']) => ({
  complete: (till: TillStore, offers: readonly Offer[], price: AgreedPrice) =>
    completeSale(till, ACTOR, {
      orderId,
      basket: basketOf(...skus),
      customerId: null,
      offers,
      ...price,
    }),
});

export const journalOf = async (ledger: Ledger): Promise<Operation[]> =>
  (await ledger.read(JOURNAL, 0, 100)).map(({ text }) => JSON.parse(text) as Operation);

export const typesOf = async ({ store: { ledger } }: TestTill): Promise<string[]> =>
  (await journalOf(ledger)).map(({ type }) => type);
