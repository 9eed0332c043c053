import { createContext, use } from 'react';

/** Asks what became of a refund that was left open. */
export type RefundRecovery = {
  readonly recover: () => Promise<void>;
  /** How often it was asked and has ended: what is shown of the refund is old then. */
  readonly ended: number;
};

const RefundRecoveryContext = createContext<RefundRecovery>({
  recover: async () => undefined,
  ended: 0,
});

export const RefundRecoveryProvider = RefundRecoveryContext.Provider;

export const useRefundRecovery = (): RefundRecovery => use(RefundRecoveryContext);
