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
import { happenedAt } from '#shared/operations/happened-at.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { PointsRow } from '../store/store.ts';
import { putCustomer, readCustomer } from './record-customer.ts';
import { reconcileExceptions } from './reconcile-exceptions.ts';
import type { Workspace } from './workspace.ts';

type Change = { readonly before: Order | null; readonly after: Order | null };

/** What an operation did to the points of an order's customer: what the order comes to now, less what it came to. */
const rowOf = (operation: Operation, { before, after }: Change): PointsRow[] => {
  const customerId = after && accountOf(after);
  if (after?.points === undefined || customerId === null) return [];
  const moved = pointsMoved(before === null ? NO_POINTS : pointsOf(before), pointsOf(after));
  const { id: operationId, storeId } = operation;
  const value = moved.spent > 0 ? pointsValueOf(after) - (before ? pointsValueOf(before) : 0) : 0;
  const at = happenedAt(operation);
  return [{ operationId, orderId: after.id, customerId, storeId, at, ...moved, value }];
};

const hasMoved = ({ earned, takenBack, spent, restored }: PointsRow): boolean =>
  [earned, takenBack, spent, restored].some((points) => points !== 0);

const withBalance = (
  customer: Customer,
  balance: number,
  { journalId, seq }: Operation,
): Customer => {
  const seen = customer.points?.seen ?? {};
  const through = Math.max(seen[journalId] ?? 0, seq);
  return { ...customer, points: { balance, seen: { ...seen, [journalId]: through } } };
};

/**
 * What an operation earns, spends, takes back and restores of points goes on the ledger, the customer's balance is what
 * that adds up to, and who spent more than there was is told.
 */
export const recordPoints = async (
  workspace: Workspace,
  operation: Operation,
  changes: readonly Change[],
  now: string,
): Promise<void> => {
  const rows = changes.flatMap((change) => rowOf(operation, change));
  if (rows.length === 0) return;
  const moved = rows.filter(hasMoved);
  for (const customerId of new Set(rows.map((row) => row.customerId))) {
    const known = await workspace.points(customerId);
    const all = [...known, ...moved.filter((row) => row.customerId === customerId)];
    const customer = (await readCustomer(workspace, customerId)) ?? blankCustomer(customerId);
    const balance = all.reduce((sum, row) => sum + sumOfPoints(row), 0);
    putCustomer(workspace, servedIn(withBalance(customer, balance, operation), operation.storeId));
    const before = contradictionsOfPoints(customerId, known);
    await reconcileExceptions(
      workspace,
      { before, after: contradictionsOfPoints(customerId, all) },
      now,
    );
  }
  workspace.addPoints(moved);
};
