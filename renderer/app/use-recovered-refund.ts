import { useCallback, useEffect, useState } from 'react';
import { recoverRefunds } from '../commands/recover-refund.ts';
import type { Recovery } from '../session/recovery.ts';
import { type Returned, returnedOf } from '../session/returned.ts';
import { useSession, useTill } from '../session/till-context.ts';
import { useRecovery } from './use-recovery.ts';

export type RecoveredRefund = {
  /** The return that was completed with a refund that a crash had left open; null = none. */
  readonly returned: Returned | null;
  /** The cashier has seen it. */
  readonly dismiss: () => void;
  readonly recovery: Recovery;
};

/** After a crash in the middle of a refund by machine: asks what became of it, never sends it again (rule J3). */
export const useRecoveredRefund = (): RecoveredRefund => {
  const { store, driver } = useTill();
  const isSignedIn = useSession((state) => state.signedIn !== null);
  const [returned, setReturned] = useState<Returned | null>(null);
  const find = useCallback(async (): Promise<void> => {
    const done = await recoverRefunds(store, driver);
    if (done) setReturned(returnedOf(done));
  }, [store, driver]);
  const recovery = useRecovery(find);
  const { recover } = recovery;
  useEffect(() => {
    if (isSignedIn) void recover();
  }, [recover, isSignedIn]);
  return { returned, dismiss: () => setReturned(null), recovery };
};
