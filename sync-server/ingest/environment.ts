import type { Crypto } from '#shared/kernel/crypto.ts';
import type { Store } from '../store/store.ts';

/** All that ingest needs of the world, so that a simulation can be the world. */
export type IngestEnvironment = {
  readonly store: Store;
  readonly crypto: Crypto;
  /** The server's clock: ISO 8601 UTC. */
  readonly now: () => string;
  /** A new unguessable id. */
  readonly createId: () => string;
};

/** What applying an operation needs of the world. */
export type Applying = Pick<IngestEnvironment, 'crypto'> & {
  /** By the server's clock. */
  readonly now: string;
};
