import type { Kysely } from 'kysely';
import type { FirstAdministrator } from '../auth/first-administrator.ts';
import type { AuthTables } from '../auth/tables.ts';
import type { Store } from '../store/store.ts';
import type { LiveTicks } from './live-ticks.ts';
import type { Metrics } from './metrics.ts';

/** What the routes work with. */
export type ServerParts = {
  readonly db: Kysely<AuthTables>;
  readonly store: Store;
  readonly live: LiveTicks;
  readonly metrics: Metrics;
  readonly setup: FirstAdministrator;
  /** The demo's sign-ins count, and any browser may become a till. */
  readonly demo: boolean;
  /** ISO 8601 UTC. */
  readonly now: () => string;
};
