/** How the till stands to the server, as people are told. `offline` comes only after a grace period. */
export type SyncState = 'synced' | 'syncing' | 'offline' | 'actionRequired' | 'unprocessed';

/** Why there is no contact; the wire's own reasons are the business of sync. */
export type OfflineCause =
  | 'noNetwork'
  | 'serverNotAnswering'
  | 'signInExpired'
  | 'revoked'
  | 'outdated';

export type SyncStatus = {
  readonly state: SyncState;
  /** Operations that the server has not acknowledged. */
  readonly queued: number;
  /** How many of them are sales. */
  readonly queuedSales: number;
  /** Contradictions that a person must decide. */
  readonly decisions: number;
  /** Operations that the server keeps aside. */
  readonly unprocessed: number;
};
