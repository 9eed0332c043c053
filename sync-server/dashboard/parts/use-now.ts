import { useEffect, useState } from 'react';

/** Milliseconds between looks at the clock. */
const STEP = 10_000;

/** This computer's clock in milliseconds, for "42 min ago": it goes on by itself. */
export const useNow = (): number => {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), STEP);
    return () => clearInterval(timer);
  }, []);
  return now;
};
