import { useEffect, useState } from 'react';
import { openRefund } from '../commands/machine-refund.ts';
import { recoverRefund } from '../commands/recover-refund.ts';
import { type Returned, returnedOf } from '../session/returned.ts';
import { useSession, useTill } from '../session/till-context.ts';

export type RecoveredRefund = {
  /** The return that was completed with a refund that a crash had left open; null = none. */
  readonly returned: Returned | null;
  /** The cashier has seen it. */
  readonly dismiss: () => void;
};

/** After a crash in the middle of a refund by machine: asks what became of it, never sends it again (rule J3). */
export const useRecoveredRefund = (): RecoveredRefund => {
  const { store, driver } = useTill();
  const isSignedIn = useSession((state) => state.signedIn !== null);
  const [returned, setReturned] = useState<Returned | null>(null);
  useEffect(() => {
    const recover = async (): Promise<void> => {
      const open = await openRefund(store);
      if (!open || !isSignedIn) return;
      const ended = await recoverRefund(store, driver, open);
      if (ended.ok && open.act.type !== 'lessening') setReturned(returnedOf(ended.value));
    };
    recover().catch(reportError);
  }, [store, driver, isSignedIn]);
  return { returned, dismiss: () => setReturned(null) };
};
