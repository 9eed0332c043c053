import { useLive } from '../queries/use-live.ts';
import { trustedNow } from '../store/trusted-time.ts';
import { useTill } from './till-context.ts';
import { useNow } from './use-now.ts';

/** The latest trusted time (rule J7) as ISO 8601, for what is over or not; told again like `useNow`. */
export const useTrustedNow = (every: number): string => {
  const { store } = useTill();
  const clock = useNow(every);
  return useLive(() => trustedNow(store), `trusted-now:${clock}`) ?? clock;
};
