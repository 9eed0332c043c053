import { useEffect, useState } from 'react';

/** The time of now as ISO 8601, told again every `every` milliseconds. */
export const useNow = (every: number): string => {
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
};
