import { useEffect, useState } from 'react';

/** What a clock (ISO 8601) says, told again whenever it comes to a multiple of `every` milliseconds. */
export const useClock = (clock: () => string, every: number): string => {
  const [now, setNow] = useState(clock);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const wait = (): void => {
      timer = setTimeout(
        () => {
          setNow(clock());
          wait();
        },
        every - (Date.parse(clock()) % every),
      );
    };
    wait();
    return () => clearTimeout(timer);
  }, [clock, every]);
  return now;
};

const ownClock = (): string => new Date().toISOString();

/** The time of now by the till's own clock, to say when something was; `useTrustedNow` is for what holds or is over. */
export const useNow = (every: number): string => useClock(ownClock, every);
