import { useCallback, useEffect, useState } from 'react';
import type { Recovery } from '../session/recovery.ts';
import { recoverOpenPayment } from '../session/recover-open-payment.ts';
import { useSession, useTill } from '../session/till-context.ts';
import { useRecovery } from './use-recovery.ts';

export type RecoveredPayment = {
  /** The order that was completed with money that a crash had left open; null = none. */
  readonly orderId: string | null;
  /** The cashier has seen it. */
  readonly dismiss: () => void;
  readonly recovery: Recovery;
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
  const find = useCallback(async (): Promise<void> => {
    const completed = await recoverOpenPayment(till);
    if (completed !== null) setOrderId(completed);
  }, [till]);
  const recovery = useRecovery(find);
  const { recover } = recovery;
  useEffect(() => void recover(), [recover]);
  useEffect(() => {
    if (signedIn) void recover();
  }, [recover, signedIn]);
  return { orderId, dismiss: () => setOrderId(null), recovery };
};
