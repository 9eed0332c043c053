import type { Crypto } from '#shared/kernel/crypto.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Journal } from './journal.ts';
import type { Ledger } from './ledger.ts';
import type { StateStore } from './state-store.ts';
import type { TrustedClock } from './trusted-clock.ts';
import type { View } from './view.ts';

/** Everything a till keeps: what it wrote, what came down, and both as one view. */
export type TillStore = {
  readonly ledger: Ledger;
  readonly journal: Journal;
  readonly state: StateStore;
  readonly catalog: Catalog;
  readonly view: View;
  /** Given from outside (rule T1), so that a history of it can be lived again. */
  readonly crypto: Crypto;
  /** The till's own clock, for what is written down and corrected later: ISO 8601 UTC. */
  readonly now: () => string;
  /** What prices, last days and authority go by instead (rule J7). */
  readonly time: TrustedClock;
};
