import type { ErrorCode } from '#shared/protocol/errors.ts';

/** What the sync pill and panel show. */
export type SyncStatus = {
  readonly phase: 'starting' | 'syncing' | 'synced' | 'offline';
  /** Why, when offline. */
  readonly cause: 'no_network' | 'server_silent' | ErrorCode | null;
  /** Since when it is in this phase, till clock. */
  readonly since: string;
  readonly nextAttemptAt: string | null;
};

/** The line to the server as the rest of the till sees it. */
export type SyncLine = {
  readonly status: () => SyncStatus;
  readonly onStatus: (listener: (status: SyncStatus) => void) => () => void;
  /** Something is to be pushed or pulled: do not wait for the timer. */
  readonly wake: () => void;
};
