import type { Pool } from 'pg';
import type { NotificationHandler } from './notifications.ts';

/** A running database, whichever kind it is. */
export type Connections = {
  readonly pool: Pool;
  /**
   * Calls `handler` with the payload of every NOTIFY on `channel`, from this process or another, until the returned
   * function is called. While a connection is down notifications are lost.
   */
  readonly listen: (channel: string, handler: NotificationHandler) => Promise<() => Promise<void>>;
  readonly close: () => Promise<void>;
};
