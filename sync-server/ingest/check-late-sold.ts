import { contradictionsOfPrices } from '#shared/domain/exception/of-operation.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { checkSold } from '#shared/domain/pickup/check-sold.ts';
import { knownLineIds } from './ledger-lines.ts';
import { operationIn } from './operation-parser.ts';
import { openException } from './reconcile-exceptions.ts';
import type { Workspace } from './workspace.ts';

/**
 * What hand-overs say they sold is held against lines that nobody knew here when they arrived, once these are known: an order
 * comes after goods that left on the strength of its code, an amendment after those of a restored server (rule R11).
 */
export const checkLateSold = async (
  workspace: Workspace,
  before: Order,
  after: Order,
  now: string,
): Promise<void> => {
  const handOvers = before.pickup?.handOvers ?? [];
  if (handOvers.length === 0 || after.provisional) return;
  const [were, are] = [knownLineIds(before), knownLineIds(after)];
  const late = handOvers.filter(({ lines }) =>
    lines.some(({ lineId }) => are.has(lineId) && !were.has(lineId)),
  );
  for (const { operationId, storeId } of late) {
    const row = await workspace.operation(operationId);
    const operation = row && operationIn(row.text);
    if (operation?.type !== 'pickup.handedOver') continue;
    const pointers = checkSold(operation.payload, after);
    for (const found of contradictionsOfPrices({ operationId, storeId }, pointers)) {
      const held = await workspace.document('exceptions', found.id);
      // What was wrong in it before the order was known is wrong still.
      const evidence = [...new Set([...(held?.evidence ?? []), ...found.evidence])];
      await openException(workspace, { ...found, evidence }, now);
    }
  }
};
