import { isAuthorityOld } from '#shared/domain/settings/default-policy.ts';
import { useLive } from '../queries/use-live.ts';
import { useReferences } from '../queries/use-references.ts';
import { trustedTime } from '../store/trusted-time.ts';
import { useTill } from './till-context.ts';
import { useNow } from './use-now.ts';

const MINUTE = 60_000;

/** Whether the server was silent for so long that nobody is trusted with more than a cashier's rights. */
export const useAuthorityAge = (): boolean => {
  const { store } = useTill();
  const { policy } = useReferences();
  const clock = useNow(MINUTE);
  const time = useLive(() => trustedTime(store), `authority:${clock}`);
  return time !== undefined && isAuthorityOld(policy, time);
};
