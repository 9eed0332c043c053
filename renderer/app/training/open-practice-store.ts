import type { StaffMember } from '#shared/domain/staff/schema.ts';
import type { StockLevel } from '#shared/domain/stock/schema.ts';
import { journalId } from '#shared/kernel/ids.ts';
import { oneAtATime } from '#shared/kernel/one-at-a-time.ts';
import { units, quantity } from '#shared/kernel/quantity.ts';
import { firstIdentity, type TillIdentity, writeIdentity } from '#renderer/store/identity.ts';
import { createJournal } from '#renderer/store/journal.ts';
import { createMemoryLedger } from '#renderer/store/memory-ledger.ts';
import { createMemoryStateStore } from '#renderer/store/memory-state-store.ts';
import type { StateStore } from '#renderer/store/state-store.ts';
import { readSyncState, writeSyncState } from '#renderer/store/sync-state.ts';
import type { TillStore } from '#renderer/store/till-store.ts';
import { createTrustedClock } from '#renderer/store/trusted-clock.ts';
import { createView } from '#renderer/store/view.ts';

const TILL = 'TRAINING';

const fifty = (storeId: string, sku: string): StockLevel => ({
  storeId,
  sku,
  onHand: units(50),
  reserved: quantity(0),
  seen: {},
});

/** There is fifty of everything. */
const wellStocked = (state: StateStore): StateStore => ({
  ...state,
  stockLevels: async (storeId, skus) => skus.map((sku) => fifty(storeId, sku)),
});

export type PracticeStore = { readonly store: TillStore; readonly identity: TillIdentity };

/**
 * Ledger and state in memory alone (rule J6): what is done in training ends with it. Of the till's own stores it has the
 * products, to read.
 */
export const openPracticeStore = async (
  till: TillStore,
  trainee: StaffMember,
): Promise<PracticeStore> => {
  const { crypto, now, catalog } = till;
  const storeId = till.view.references().settings?.storeId ?? trainee.storeIds[0] ?? '';
  const ledger = createMemoryLedger();
  const identity = firstIdentity({
    tillId: TILL,
    storeId,
    journalId: journalId(TILL, 1),
    token: '',
  });
  await writeIdentity(ledger, identity);
  const { clockOffset } = await readSyncState(till.ledger);
  await writeSyncState(ledger, {
    epoch: null,
    stateEpoch: null,
    acknowledged: {},
    clockOffset,
    lastContactAt: now(),
    writtenByThen: null,
  });
  const state = wellStocked(createMemoryStateStore());
  const journal = createJournal({ ledger, crypto, exclusive: oneAtATime(), now });
  const time = await createTrustedClock({ ledger, journal, now });
  const view = await createView(ledger, state, journal, time);
  const products = {
    ...catalog,
    positions: async () => ({}),
    applyPage: async () => undefined,
    reset: async () => undefined,
    close: () => undefined,
  };
  const store = { ledger, journal, state, catalog: products, view, crypto, now, time };
  return { store, identity };
};
