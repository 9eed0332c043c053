import {
  contradictionsOfDelivery,
  contradictionsOfOrder,
  contradictionsOfStock,
  ORDER_KINDS,
  STOCK_KINDS,
} from '#shared/domain/exception/contradictions.ts';
import { contradictionsOfBlindReturns } from '#shared/domain/exception/of-operation.ts';
import type { Contradiction, Exception } from '#shared/domain/exception/schema.ts';
import { contradictionsOfPoints } from '#shared/domain/exception/points-overdrawn.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { type BlindRecord, withBlindReturn } from '#shared/domain/return/blind-record.ts';
import { DEFAULT_POLICY } from '#shared/domain/settings/default-policy.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { happenedAt } from '#shared/operations/happened-at.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { customersIn, pointsOfCustomer } from './judge-points.ts';
import { demandSame } from './demand-same.ts';
import type { Facts } from './facts.ts';
import { demand } from './witness.ts';

const DERIVED_KINDS: ReadonlySet<string> = new Set([
  ...ORDER_KINDS,
  ...STOCK_KINDS,
  'delivery_differs',
  'blind_too_often',
  'points_overdrawn',
]);

type Settlement = Extract<Operation, { readonly type: 'exception.resolved' }>;

const isSettlement = (operation: Operation): operation is Settlement =>
  operation.type === 'exception.resolved';

const contentOf = ({
  state: _,
  openedAt: __,
  closedAt: ___,
  resolution: ____,
  ...content
}: Exception) => content;

/** S6: what is settled was settled by somebody, as that person said. */
const judgeSettlements = (
  exceptions: readonly Exception[],
  settlements: readonly Settlement[],
): void => {
  for (const { id, resolution } of exceptions) {
    const isMade =
      resolution === null ||
      settlements.some(
        (operation) =>
          operation.payload.exceptionId === id &&
          operation.payload.action === resolution.action &&
          operation.staffId === resolution.by &&
          happenedAt(operation) === resolution.at,
      );
    demand(isMade, 'S6', () => `nobody settled ${id} as it is settled`);
  }
};

/** What customers brought without a receipt more often than they may, by the facts themselves. */
const blindTooOften = (applied: readonly Operation[]): Contradiction[] => {
  const records = new Map<string, BlindRecord>();
  for (const operation of applied) {
    const { id: operationId, storeId, type, payload } = operation;
    if (type !== 'return.completed' || payload.orderId !== null) continue;
    const customer = payload.customer ?? '';
    const record = records.get(customer) ?? { customerHash: '', returns: [] };
    const fact = { operationId, storeId, at: happenedAt(operation), total: payload.total };
    records.set(customer, withBlindReturn(record, fact));
  }
  return [...records.values()].flatMap((record) =>
    contradictionsOfBlindReturns(record, () => DEFAULT_POLICY.blindReturnsPerMonth),
  );
};

/**
 * S5: what is open is what the facts contradict, no more and no less, but for what somebody settled; and that was
 * settled knowing all of them.
 */
export const judgeExceptions = (facts: Facts, applied: readonly Operation[]): void => {
  const due = [
    ...facts.documents('orders').flatMap(({ document }) => contradictionsOfOrder(document)),
    ...facts.documents('stock').flatMap(({ document }) => contradictionsOfStock(document)),
    ...facts
      .documents('references')
      .flatMap(({ document }) =>
        document.type === 'delivery' ? contradictionsOfDelivery(document.value) : [],
      ),
    ...blindTooOften(applied),
    ...customersIn(facts).flatMap((id) => contradictionsOfPoints(id, pointsOfCustomer(facts, id))),
  ];
  const dueIds = new Set(due.map(({ id }) => id));
  const exceptions = facts.documents('exceptions').map(({ document }) => document);
  const standing = exceptions.filter(
    ({ id, kind, state, resolution }) =>
      DERIVED_KINDS.has(kind) && (state === 'open' || (resolution !== null && dueIds.has(id))),
  );
  demandSame('S5', 'exceptions', standing.map(contentOf), due);
  judgeSettlements(exceptions, applied.filter(isSettlement));
};

/** Remembers what was settled when it last looked. */
export type SettledWatch = {
  readonly look: (facts: Facts, applied: readonly Operation[]) => void;
  /** The server was restored: what it knew it knows no more. */
  readonly forget: () => void;
};

type Seen = {
  readonly exceptions: ReadonlyMap<string, Exception>;
  readonly orders: ReadonlyMap<string, Order>;
  readonly settlements: ReadonlySet<string>;
};

const seenIn = (facts: Facts, settlements: readonly Settlement[]): Seen => {
  const byId = <Document extends { readonly id: string }>(
    rows: readonly { document: Document }[],
  ) => new Map(rows.map(({ document }) => [document.id, document]));
  return {
    exceptions: byId(facts.documents('exceptions')),
    orders: byId(facts.documents('orders')),
    settlements: new Set(settlements.map(({ hash }) => hash)),
  };
};

/** Whether nothing happened to the order that an exception is about. */
const isUntouched = ({ subject }: Exception, before: Seen, now: Seen): boolean => {
  if (subject.type !== 'order') return false;
  const [then, order] = [before.orders.get(subject.id), now.orders.get(subject.id)];
  return then === order || canonicalJson(then ?? null) === canonicalJson(order ?? null);
};

const concerns = ({ payload, storeId }: Settlement, exception: Exception): boolean =>
  payload.exceptionId === exception.id &&
  [exception.storeId, ...exception.otherStoreIds].includes(storeId);

/**
 * S6: what somebody settled stays as it was settled while nothing else happens to its order, and the first to settle
 * it has.
 */
export const createSettledWatch = (): SettledWatch => {
  let before: Seen | null = null;
  return {
    forget: () => {
      before = null;
    },
    look: (facts, applied) => {
      const settlements = applied.filter(isSettlement);
      const now = seenIn(facts, settlements);
      const then = before;
      before = now;
      if (then === null) return;
      const fresh = settlements.filter(({ hash }) => !then.settlements.has(hash));
      for (const exception of then.exceptions.values()) {
        const { id, resolution } = exception;
        const isSettledNow = fresh.some((one) => concerns(one, exception));
        if ((resolution === null && !isSettledNow) || !isUntouched(exception, then, now)) continue;
        const held = now.exceptions.get(id)?.resolution ?? null;
        const isSame = canonicalJson(held) === canonicalJson(resolution);
        demand(
          resolution === null ? exception.state === 'closed' || held !== null : isSame,
          'S6',
          () =>
            `${id} was settled and is not: ${canonicalJson(resolution)}, ${canonicalJson(held)}`,
        );
      }
    },
  };
};
