import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { openRefund } from '../commands/open-refund.ts';
import { recoverRefund } from '../commands/recover-refund.ts';
import type { RefundRecovery } from '../session/refund-recovery.ts';
import { type Returned, returnedOf } from '../session/returned.ts';
import { useSession, useTill } from '../session/till-context.ts';

export type RecoveredRefund = {
  /** The return that was completed with a refund that a crash had left open; null = none. */
  readonly returned: Returned | null;
  /** The cashier has seen it. */
  readonly dismiss: () => void;
  readonly recovery: RefundRecovery;
};

/** After a crash in the middle of a refund by machine: asks what became of it, never sends it again (rule J3). */
export const useRecoveredRefund = (): RecoveredRefund => {
  const { store, driver } = useTill();
  const isSignedIn = useSession((state) => state.signedIn !== null);
  const [returned, setReturned] = useState<Returned | null>(null);
  const [ended, setEnded] = useState(0);
  const running = useRef<Promise<void> | null>(null);
  const recover = useCallback(async (): Promise<void> => {
    const once = async (): Promise<void> => {
      try {
        const open = await openRefund(store);
        if (!open) return;
        const done = await recoverRefund(store, driver, open);
        if (done.ok && open.act.type !== 'lessening') setReturned(returnedOf(done.value));
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
  }, [store, driver]);
  useEffect(() => {
    if (isSignedIn) void recover();
  }, [recover, isSignedIn]);
  const recovery = useMemo(() => ({ recover, ended }), [recover, ended]);
  return { returned, dismiss: () => setReturned(null), recovery };
};
