import { useCallback, useMemo, useRef, useState } from 'react';
import type { Recovery } from '../session/recovery.ts';

/** A machine is asked once at a time, whoever wants to know; what fails is reported, and asked the next time. */
export const useRecovery = (find: () => Promise<void>): Recovery => {
  const [ended, setEnded] = useState(0);
  const running = useRef<Promise<void> | null>(null);
  const recover = useCallback(async (): Promise<void> => {
    const once = async (): Promise<void> => {
      try {
        await find();
      } catch (error) {
        reportError(error);
      } finally {
        running.current = null;
        setEnded((before) => before + 1);
      }
    };
    running.current ??= once();
    await running.current;
  }, [find]);
  return useMemo(() => ({ recover, ended }), [recover, ended]);
};
