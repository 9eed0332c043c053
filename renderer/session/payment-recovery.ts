import { createContext, use } from 'react';

/** Asks what became of a payment that was left open. */
export type PaymentRecovery = {
  readonly recover: () => Promise<void>;
  /** How often it was asked and has ended: what is shown of the payment is old then. */
  readonly ended: number;
};

const PaymentRecoveryContext = createContext<PaymentRecovery>({
  recover: async () => undefined,
  ended: 0,
});

export const PaymentRecoveryProvider = PaymentRecoveryContext.Provider;

export const usePaymentRecovery = (): PaymentRecovery => use(PaymentRecoveryContext);
