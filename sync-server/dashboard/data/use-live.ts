import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { followTicks } from './follow-ticks.ts';
import { ME } from './keys.ts';
import { createRefresher } from './refresher.ts';

/** Milliseconds between refreshes while ticks keep coming. */
const PAUSE = 700;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PAUSE));

/** Keeps what is on screen as the server has it, and says whether the server is heard. */
export const useLive = (): boolean => {
  const client = useQueryClient();
  const [isConnected, setConnected] = useState(true);
  useEffect(() => {
    const onTick = createRefresher(
      () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== ME[0] }),
      pause,
    );
    return followTicks({ onTick, onContact: setConnected });
  }, [client]);
  return isConnected;
};
