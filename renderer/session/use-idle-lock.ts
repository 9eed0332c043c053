import { useEffect } from 'react';
import { lockMinutesOf } from '#shared/domain/settings/default-policy.ts';
import { useReferences } from '../queries/use-references.ts';
import { useSession } from './till-context.ts';

const MINUTE = 60_000;
/** What shows that somebody is there; keys of a scanner among them. */
const SIGNS = ['pointerdown', 'keydown'] as const;

/** Locks the till when nobody touched it for as long as policy says; the basket stays. */
export const useIdleLock = (): void => {
  const { policy } = useReferences();
  const lock = useSession((state) => state.lock);
  const minutes = lockMinutesOf(policy);
  useEffect(() => {
    if (minutes === 0) return undefined;
    let timer = setTimeout(lock, minutes * MINUTE);
    const renew = (): void => {
      clearTimeout(timer);
      timer = setTimeout(lock, minutes * MINUTE);
    };
    for (const sign of SIGNS) window.addEventListener(sign, renew, { capture: true });
    return () => {
      clearTimeout(timer);
      for (const sign of SIGNS) window.removeEventListener(sign, renew, { capture: true });
    };
  }, [minutes, lock]);
};
