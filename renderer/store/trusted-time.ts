import { readSyncState } from './sync-state.ts';
import type { TillStore } from './till-store.ts';

/**
 * The latest time that can be trusted (rule J7), ISO 8601 UTC: the till's clock by the server's offset, and never
 * before the last contact, whoever sets the clock back.
 */
export const trustedNow = async ({
  ledger,
  now,
}: Pick<TillStore, 'ledger' | 'now'>): Promise<string> => {
  const { clockOffset, lastContactAt } = await readSyncState(ledger);
  const clock = now();
  const latest = lastContactAt !== null && lastContactAt > clock ? lastContactAt : clock;
  return new Date(Date.parse(latest) + (clockOffset ?? 0)).toISOString();
};
