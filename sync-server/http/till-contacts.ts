import type { Tables } from '../tables.ts';
import { type AuthenticatedTill, recordContact } from '../auth/tills.ts';
import type { LiveTicks } from './live-ticks.ts';

/** Milliseconds within which a till that says nothing new is not written down again. */
const QUIET = 5_000;

type Contact = { readonly queued: number | null; readonly at: number };

/** Notes when tills were heard of and what they have yet to push; null = it did not say. */
export type TillContacts = (till: AuthenticatedTill, queued: number | null) => Promise<void>;

/** The name under which dashboards hear that a store's tills changed. */
export const tillsTick = (storeId: string): string => `tills:${storeId}`;

export const createTillContacts = (
  db: Tables,
  live: LiveTicks,
  now: () => string,
): TillContacts => {
  const latest = new Map<string, Contact>();
  return async ({ tillId, storeId }, said) => {
    const time = now();
    const at = Date.parse(time);
    const before = latest.get(tillId);
    const queued = said ?? before?.queued ?? null;
    if (before && before.queued === queued && at - before.at < QUIET) return;
    latest.set(tillId, { queued, at });
    await recordContact(db, tillId, said, time);
    live.publish([tillsTick(storeId)]);
  };
};
