import { contradictionsOfOrder } from '#shared/domain/exception/contradictions.ts';
import { isNewsForChannel } from '#shared/domain/order/news-for-channel.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { reservationsOf } from '#shared/domain/stock/reservations.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import type { CountedSku } from '#shared/operations/counts.ts';
import type { MovementRow } from '../store/store.ts';
import { checkLateSold } from './check-late-sold.ts';
import { changeStockLevels, type Origin } from './change-stock-levels.ts';
import { soldOfNewLines } from './ledger-lines.ts';
import { followPickupDigits } from './pickup-digits.ts';
import { reconcileExceptions } from './reconcile-exceptions.ts';
import { settleCounts } from './settle-counts.ts';
import { streamsOfOrder } from './streams.ts';
import type { Workspace } from './workspace.ts';

/** What a fact makes of an order and of the stock. */
export type OrderChange = {
  readonly before: Order | null;
  /** null = it is about no order. */
  readonly after: Order | null;
  readonly movements: readonly MovementRow[];
  readonly counts: readonly CountedSku[];
  readonly origin: Origin | null;
};

/** Writes an order as a fact left it, and all that follows: reservations, stock, exceptions, late sales. */
export const recordOrder = async (
  workspace: Workspace,
  { before, after, origin, ...moved }: OrderChange,
  now: string,
): Promise<void> => {
  const reservedBefore = before === null ? [] : reservationsOf(before);
  const reservedAfter = after === null ? [] : reservationsOf(after);
  const { movements, counts } = await settleCounts(workspace, moved);
  workspace.addMovements(movements);
  const change = { movements, counts, reservedBefore, reservedAfter, origin };
  const stock = await changeStockLevels(workspace, change);
  if (after !== null && after !== before) {
    workspace.put('orders', { id: after.id, document: after, streams: streamsOfOrder(after) });
    await followPickupDigits(workspace, before, after);
    if (isNewsForChannel(before, after)) workspace.noteForChannel(after.id, now);
  }
  if (after !== null && canonicalJson(reservedBefore) !== canonicalJson(reservedAfter))
    workspace.putReservations(after.id, reservedAfter);
  if (after !== null) workspace.addSaleLines(soldOfNewLines(before, after));
  const contradictions = {
    before: [...stock.before, ...(before === null ? [] : contradictionsOfOrder(before))],
    after: [...stock.after, ...(after === null ? [] : contradictionsOfOrder(after))],
  };
  await reconcileExceptions(workspace, contradictions, now);
  if (before !== null && after !== null) await checkLateSold(workspace, before, after, now);
};
