import { createContext, use } from 'react';

/** Asks what became of money that was left open at a machine. */
export type Recovery = {
  readonly recover: () => Promise<void>;
  /** How often it was asked and has ended: what is shown of that money is old then. */
  readonly ended: number;
};

const NEVER: Recovery = { recover: async () => undefined, ended: 0 };

const PaymentRecovery = createContext(NEVER);
const RefundRecovery = createContext(NEVER);

export const PaymentRecoveryProvider = PaymentRecovery.Provider;
export const RefundRecoveryProvider = RefundRecovery.Provider;

export const usePaymentRecovery = (): Recovery => use(PaymentRecovery);
export const useRefundRecovery = (): Recovery => use(RefundRecovery);
