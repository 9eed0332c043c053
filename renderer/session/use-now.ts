import { useEffect, useState } from 'react';

/** The time of now as ISO 8601, told again whenever the clock comes to a multiple of `every` milliseconds. */
export const useNow = (every: number): string => {
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const wait = (): void => {
      timer = setTimeout(
        () => {
          setNow(new Date().toISOString());
          wait();
        },
        every - (Date.now() % every),
      );
    };
    wait();
    return () => clearTimeout(timer);
  }, [every]);
  return now;
};
