import { blankCustomer, servedIn } from '#shared/domain/customer/apply.ts';
import type { Customer } from '#shared/domain/customer/schema.ts';
import { contradictionsOfPoints } from '#shared/domain/exception/points-overdrawn.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import {
  accountOf,
  NO_POINTS,
  pointsMoved,
  pointsOf,
  pointsValueOf,
  sumOfPoints,
} from '#shared/domain/points/of-order.ts';
import type { PointsRow } from '../store/store.ts';
import type { Origin } from './change-stock-levels.ts';
import { putCustomer, readCustomer } from './record-customer.ts';
import { reconcileExceptions } from './reconcile-exceptions.ts';
import type { Workspace } from './workspace.ts';

/** What changes orders: an operation of a till, or, without `origin`, an act of a channel. */
export type Cause = {
  readonly id: string;
  readonly storeId: string;
  readonly at: string;
  readonly origin: Origin | null;
};

type Change = { readonly before: Order | null; readonly after: Order | null };

/** What was done to the points of an order's customer: what the order comes to now, less what it came to. */
const rowOf = ({ id: operationId, storeId, at }: Cause, { before, after }: Change): PointsRow[] => {
  const customerId = after && accountOf(after);
  if (after?.points === undefined || customerId === null) return [];
  const moved = pointsMoved(before === null ? NO_POINTS : pointsOf(before), pointsOf(after));
  const value = moved.spent > 0 ? pointsValueOf(after) - (before ? pointsValueOf(before) : 0) : 0;
  return [{ operationId, orderId: after.id, customerId, storeId, at, ...moved, value }];
};

const hasMoved = ({ earned, takenBack, spent, restored }: PointsRow): boolean =>
  [earned, takenBack, spent, restored].some((points) => points !== 0);

const withBalance = (customer: Customer, balance: number, { origin }: Cause): Customer => {
  const seen = customer.points?.seen ?? {};
  if (origin === null) return { ...customer, points: { balance, seen } };
  const { journalId, seq } = origin;
  const through = Math.max(seen[journalId] ?? 0, seq);
  return { ...customer, points: { balance, seen: { ...seen, [journalId]: through } } };
};

/**
 * What is earned, spent, taken back and restored of points goes on the ledger, the customer's balance is what
 * that adds up to, and who spent more than there was is told.
 */
export const recordPoints = async (
  workspace: Workspace,
  cause: Cause,
  changes: readonly Change[],
  now: string,
): Promise<void> => {
  const rows = changes.flatMap((change) => rowOf(cause, change));
  const moved = rows.filter(hasMoved);
  // That the till's operation is in it is told, also where it moved none.
  if (moved.length === 0 && (rows.length === 0 || cause.origin === null)) return;
  for (const customerId of new Set(rows.map((row) => row.customerId))) {
    const known = await workspace.points(customerId);
    const all = [...known, ...moved.filter((row) => row.customerId === customerId)];
    const customer = (await readCustomer(workspace, customerId)) ?? blankCustomer(customerId);
    const balance = all.reduce((sum, row) => sum + sumOfPoints(row), 0);
    putCustomer(workspace, servedIn(withBalance(customer, balance, cause), cause.storeId));
    const before = contradictionsOfPoints(customerId, known);
    await reconcileExceptions(
      workspace,
      { before, after: contradictionsOfPoints(customerId, all) },
      now,
    );
  }
  workspace.addPoints(moved);
};
