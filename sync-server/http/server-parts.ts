import type { FirstAdministrator } from '../auth/first-administrator.ts';
import type { Tables } from '../tables.ts';
import type { IngestEnvironment } from '../ingest/environment.ts';
import type { Store } from '../store/store.ts';
import type { Mailer } from '../mail/mailer.ts';
import type { LiveTicks } from './live-ticks.ts';
import type { Metrics } from './metrics.ts';
import type { TillContacts } from './till-contacts.ts';

/** What the routes work with. */
export type ServerParts = {
  readonly db: Tables;
  readonly store: Store;
  readonly ingest: IngestEnvironment;
  readonly live: LiveTicks;
  readonly metrics: Metrics;
  readonly noteContact: TillContacts;
  readonly setup: FirstAdministrator;
  /** Who carries letters; null = nobody was named. */
  readonly mailer: Mailer | null;
  /** The demo's sign-ins count, and any browser may become a till. */
  readonly demo: boolean;
  /** ISO 8601 UTC. */
  readonly now: () => string;
};
