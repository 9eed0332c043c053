import { stockLevelId } from '#shared/domain/stock/schema.ts';
import { NONE, type Quantity, quantity } from '#shared/kernel/quantity.ts';
import { recordOrder } from '../ingest/record-order.ts';
import { createWorkspace } from '../ingest/workspace.ts';
import type { MovementRow, Store } from '../store/store.ts';

export type CountedStock = { readonly sku: string; readonly quantity: Quantity };

/**
 * Stock that was counted outside: each level becomes what was counted, by an adjustment of the difference, so that
 * doing it twice changes nothing more. `importId` tells this import's ledger lines from another's.
 */
export const setStock = (
  store: Store,
  storeId: string,
  counted: readonly CountedStock[],
  { importId, at }: { readonly importId: string; readonly at: string },
): Promise<void> =>
  store.transaction(async (tx) => {
    await tx.lock([], [storeId]);
    const workspace = createWorkspace(tx);
    const ids = counted.map(({ sku }) => stockLevelId(storeId, sku));
    await workspace.load('stock', ids);
    const movements: MovementRow[] = [];
    for (const { sku, quantity: count } of counted) {
      const level = await workspace.document('stock', stockLevelId(storeId, sku));
      const difference = quantity(count - (level?.onHand ?? NONE));
      const line = { operationId: importId, at, lineId: sku, storeId, sku };
      if (difference !== 0) movements.push({ ...line, kind: 'adjustment', quantity: difference });
    }
    const change = { before: null, after: null, movements, counts: [], origin: null };
    await recordOrder(workspace, change, at);
    await workspace.flush();
  });
