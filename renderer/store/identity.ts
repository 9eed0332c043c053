import { GENESIS_HASH } from '#shared/operations/envelope.ts';
import type { Ledger } from './ledger.ts';

/** Who this till is. The private key lies elsewhere and never leaves the machine. */
export type TillIdentity = {
  readonly tillId: string;
  readonly storeId: string;
  /** The journal that is written now. */
  readonly journalId: string;
  /** Hash its first operation links to (rule J1). */
  readonly linkHash: string;
  /** Journals before it, oldest first: they are still pushed until the server holds them. */
  readonly earlierJournalIds: readonly string[];
  /** Bearer token at the server. */
  readonly token: string;
};

const KEY = 'identity';

export const readIdentity = (ledger: Ledger): Promise<TillIdentity | null> =>
  ledger.readLocal<TillIdentity>(KEY);

export const writeIdentity = (ledger: Ledger, identity: TillIdentity): Promise<void> =>
  ledger.writeLocal(KEY, identity);

export const firstIdentity = (
  enrolled: Pick<TillIdentity, 'tillId' | 'storeId' | 'journalId' | 'token'>,
): TillIdentity => ({ ...enrolled, linkHash: GENESIS_HASH, earlierJournalIds: [] });
