import { useState } from 'react';
import type { OpenPayment } from '../commands/open-payment.ts';
import { partlyPaid } from '../commands/payment-parts.ts';
import { useLive } from '../queries/use-live.ts';
import { usePaymentRecovery } from './recovery.ts';
import { useTill } from './till-context.ts';

export type BegunPayment = {
  /** What machines took of an order of which the rest is to be paid yet; null = nothing, or it is not known yet. */
  readonly begun: OpenPayment | null;
  /** A machine was asked: what it took is looked up anew. */
  readonly look: () => void;
};

/** Also after a crash, and for whoever signs in meanwhile. */
export const useBegunPayment = (orderId: string): BegunPayment => {
  const { store } = useTill();
  const { ended } = usePaymentRecovery();
  const [looked, setLooked] = useState(0);
  const key = `begun-payment:${orderId}:${ended}:${looked}`;
  const begun = useLive(() => partlyPaid(store, orderId), key);
  return {
    begun: begun?.orderId === orderId ? begun : null,
    look: () => setLooked((before) => before + 1),
  };
};
