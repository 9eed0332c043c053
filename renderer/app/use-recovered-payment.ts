import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { PaymentRecovery } from '../session/payment-recovery.ts';
import { recoverOpenPayment } from '../session/recover-open-payment.ts';
import { useSession, useTill } from '../session/till-context.ts';

export type RecoveredPayment = {
  /** The order that was completed with money that a crash had left open; null = none. */
  readonly orderId: string | null;
  /** The cashier has seen it. */
  readonly dismiss: () => void;
  readonly recovery: PaymentRecovery;
};

/**
 * After a crash in the middle of a payment by machine: asks what became of it before anything else is sold, as soon as the till runs
 * and whenever somebody signs in (rule J3). Money that completes nothing any more stays on record as such, and is told by
 * `UnsoldPayment`.
 */
export const useRecoveredPayment = (): RecoveredPayment => {
  const till = useTill();
  const signedIn = useSession((state) => state.signedIn);
  const [orderId, setOrderId] = useState<string | null>(null);
  const [ended, setEnded] = useState(0);
  const running = useRef<Promise<void> | null>(null);
  const recover = useCallback(async (): Promise<void> => {
    const once = async (): Promise<void> => {
      try {
        const completed = await recoverOpenPayment(till);
        if (completed !== null) setOrderId(completed);
      } catch (error) {
        reportError(error);
      } finally {
        running.current = null;
        setEnded((before) => before + 1);
      }
    };
    // A machine is asked once at a time, whoever wants to know.
    running.current ??= once();
    await running.current;
  }, [till]);
  useEffect(() => void recover(), [recover]);
  useEffect(() => {
    if (signedIn) void recover();
  }, [recover, signedIn]);
  const recovery = useMemo(() => ({ recover, ended }), [recover, ended]);
  return { orderId, dismiss: () => setOrderId(null), recovery };
};
