/** What the thread is started with. */
export type PgliteWorkerData = {
  /** The cluster; made if it does not exist. */
  readonly folder: string;
  /** Unix socket or Windows pipe to serve the PostgreSQL protocol on. */
  readonly socketPath: string;
};

/** What the thread tells. Any message to it means: close the database and end. */
export type PgliteWorkerMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'stopped'; readonly cause: string; readonly log: readonly string[] };
