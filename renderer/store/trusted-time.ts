import { readSyncState } from './sync-state.ts';
import type { TillStore } from './till-store.ts';

/** What a till knows of time, all of it by the server's clock (rule J7); ISO 8601 UTC. */
export type TrustedTime = {
  /** Never before the last contact, whoever sets the till's clock back. */
  readonly at: string;
  /** When the server was last heard; null = never. */
  readonly lastContactAt: string | null;
};

type Till = Pick<TillStore, 'ledger' | 'now'>;

/** What the till remembers is its own clock, what an order says the server's: both are told by the server's. */
export const trustedTime = async ({ ledger, now }: Till): Promise<TrustedTime> => {
  const { clockOffset, lastContactAt } = await readSyncState(ledger);
  const byServer = (at: string): string =>
    new Date(Date.parse(at) + (clockOffset ?? 0)).toISOString();
  const clock = now();
  if (lastContactAt === null) return { at: byServer(clock), lastContactAt };
  const latest = lastContactAt > clock ? lastContactAt : clock;
  return { at: byServer(latest), lastContactAt: byServer(lastContactAt) };
};

/** The latest time that can be trusted (rule J7), ISO 8601 UTC. */
export const trustedNow = async (till: Till): Promise<string> => (await trustedTime(till)).at;
