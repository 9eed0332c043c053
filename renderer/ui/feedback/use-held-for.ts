import { useEffect, useState } from 'react';

/** True once `active` has been true for `ms` without a break: short spells are never shown. */
export const useHeldFor = (active: boolean, ms: number): boolean => {
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (!active) return undefined;
    const timer = setTimeout(() => setHeld(true), ms);
    return () => {
      clearTimeout(timer);
      setHeld(false);
    };
  }, [active, ms]);
  return isHeld;
};
