import { useEffect, useRef, useState } from 'react';
import { useTillData } from './till-data.ts';

/** Whose changes make an answer old: what the till did and pulled, or its products. */
export type Source = 'view' | 'catalog';

/**
 * The answer to a question about what the till holds, asked again whenever that changes; the answer before stays
 * until the new one is there, so that nothing flickers. `undefined` until the first. Ask with a stable key.
 */
export const useLive = <Answer>(
  ask: () => Promise<Answer>,
  key: string,
  source: Source = 'view',
): Answer | undefined => {
  const { [source]: watched } = useTillData().store;
  const [answer, setAnswer] = useState<Answer>();
  const latest = useRef(ask);
  latest.current = ask;

  useEffect(() => {
    let isGone = false;
    let isAsking = false;
    let isStale = false;
    const refresh = async (): Promise<void> => {
      if (isAsking) {
        isStale = true;
        return;
      }
      isAsking = true;
      try {
        do {
          isStale = false;
          const next = await latest.current();
          if (isGone) return;
          setAnswer(next);
        } while (isStale);
      } finally {
        isAsking = false;
      }
    };
    const listen = (): void => void refresh();
    listen();
    const stop = watched.onChange(listen);
    return () => {
      isGone = true;
      stop();
    };
  }, [watched, key]);

  return answer;
};
