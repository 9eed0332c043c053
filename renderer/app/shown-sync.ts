import type { SyncStatus } from '../store/sync-status.ts';
import type { OfflineCause, SyncState, SyncStatus as ShownSync } from '../ui/sync/sync-status.ts';

/** Seconds without contact before the cashier is told: a hiccup is no news. */
const GRACE = 5;

/** Whole seconds from one ISO 8601 time to another; negative when it is past. */
export const secondsBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 1000);

/** What a person must look at, contradictions to decide and operations that the server keeps aside; and what is not sent. */
type Wanting = Pick<ShownSync, 'decisions' | 'unprocessed' | 'queued'>;

/** Red only when a person must act, amber after the grace period (ux, sync display). */
export const stateShown = (
  loop: SyncStatus,
  { decisions, unprocessed, queued }: Wanting,
  now: string,
): SyncState => {
  if (loop.phase === 'offline' && secondsBetween(loop.since, now) >= GRACE) return 'offline';
  if (decisions > 0) return 'actionRequired';
  if (unprocessed > 0) return 'unprocessed';
  // Within the grace too nobody is told that all is sent while something waits.
  if (loop.phase === 'offline') return queued > 0 ? 'syncing' : 'synced';
  return loop.phase === 'synced' ? 'synced' : 'syncing';
};

/** The cause in the words of the panel; null while there is contact. */
export const causeShown = ({ cause }: SyncStatus): OfflineCause | null => {
  switch (cause) {
    case null:
      return null;
    case 'no_network':
      return 'noNetwork';
    case 'unauthenticated':
    case 'forbidden':
      return 'signInExpired';
    case 'till_revoked':
      return 'revoked';
    case 'malformed':
      return 'outdated';
    case 'server_silent':
    case 'too_large':
    case 'too_many_requests':
    case 'not_found':
    case 'unavailable':
    case 'internal':
    case 'enrolment_code_invalid':
    case 'journal_unknown':
    case 'unknown_store':
    case 'unknown_sku':
    case 'wrong_currency':
    case 'contradicts_itself':
    case 'tax_rate_missing':
    case 'amount_invalid':
    case 'price_changed':
    case 'promo_code_refused':
    case 'not_available':
    case 'order_closed':
    case 'idempotency_conflict':
    case 'in_future':
    case 'taken':
    case 'already_resolved':
    case 'action_not_offered':
      return 'serverNotAnswering';
  }
};
