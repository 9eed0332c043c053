import { accountOf, pointsOf, sumOfPoints } from '#shared/domain/points/of-order.ts';
import type { PointsRow } from '#server/store/store.ts';
import type { Facts } from './facts.ts';
import type { RunningTill, TillMachine } from './till-machine.ts';
import { demand } from './witness.ts';

/** Whose points moved. */
export const customersIn = ({ points }: Pick<Facts, 'points'>): string[] => [
  ...new Set(points.map(({ customerId }) => customerId)),
];

export const pointsOfCustomer = ({ points }: Pick<Facts, 'points'>, id: string): PointsRow[] =>
  points.filter(({ customerId }) => customerId === id);

const customerDocuments = (facts: Facts) =>
  facts
    .documents('references')
    .flatMap(({ document, streams }) =>
      document.type === 'customer' ? [{ customer: document.value, streams }] : [],
    );

/** R12: the ledger of points has of each order what the order comes to, and a customer's balance is its sum. */
export const judgePoints = (facts: Facts): void => {
  const sums = new Map<string, number>();
  const balances = new Map<string, number>();
  for (const row of facts.points) {
    const { orderId, customerId } = row;
    sums.set(orderId, (sums.get(orderId) ?? 0) + sumOfPoints(row));
    balances.set(customerId, (balances.get(customerId) ?? 0) + sumOfPoints(row));
  }
  for (const { document: order } of facts.documents('orders')) {
    const { earned, takenBack, spent, restored } = pointsOf(order);
    demand(
      takenBack <= earned && restored <= spent,
      'R12',
      () =>
        `order ${order.id} takes back ${takenBack} of ${earned}, restores ${restored} of ${spent}`,
    );
    const due = accountOf(order) === null ? 0 : sumOfPoints(pointsOf(order));
    const held = sums.get(order.id) ?? 0;
    demand(
      held === due,
      'R12',
      () => `order ${order.id} comes to ${due} points, the ledger to ${held}`,
    );
  }
  for (const { customer } of customerDocuments(facts)) {
    const held = balances.get(customer.id) ?? 0;
    const told = customer.points?.balance ?? 0;
    demand(told === held, 'R12', () => `${customer.id} is told ${told} points of ${held}`);
  }
};

/** A till that has heard of everything shows what the server holds. */
export const judgePointsShown = (
  { tillId, storeId }: TillMachine,
  { store: { view } }: RunningTill,
  facts: Facts,
): void => {
  for (const { customer } of customerDocuments(facts)) {
    if (!customer.storeIds.includes(storeId)) continue;
    const due = customer.points?.balance ?? 0;
    const shown = view.points(customer.id, null)?.balance;
    demand(
      shown === due,
      'R12',
      () => `${tillId} shows ${shown} points of ${customer.id}, due is ${due}`,
    );
  }
};
