import {
  contradictionsOfOrder,
  contradictionsOfStock,
} from '#shared/domain/exception/contradictions.ts';
import { reservationsOf } from '#shared/domain/stock/reservations.ts';
import { stockLevelId } from '#shared/domain/stock/schema.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { movementsOf } from '#shared/operations/effects.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { Placement } from '#shared/domain/order/place.ts';
import type { Facts } from './facts.ts';
import { demand, type Witness } from './witness.ts';

const DERIVED_KINDS = new Set([
  'handed_over_twice',
  'collected_after_cancellation',
  'over_refund',
  'collected_after_expiry',
  'collected_after_edit',
  'collected_elsewhere',
  'edited_twice',
  'unpaid_collected',
  'oversold',
  'overpaid',
  'unknown_order',
  'below_zero',
]);

const sortedTexts = (rows: readonly unknown[]): string[] => rows.map(canonicalJson).toSorted();

const demandSame = (
  rule: string,
  what: string,
  held: readonly unknown[],
  due: readonly unknown[],
) => {
  const heldTexts = sortedTexts(held);
  const dueTexts = sortedTexts(due);
  const isSame =
    heldTexts.length === dueTexts.length && heldTexts.every((text, at) => text === dueTexts[at]);
  demand(isSame, rule, () => {
    const extra = heldTexts.filter((text) => !dueTexts.includes(text));
    const missing = dueTexts.filter((text) => !heldTexts.includes(text));
    return `${what}: ${held.length} held, ${due.length} due\nextra ${extra.join('\n  ')}\nmissing ${missing.join('\n  ')}`;
  });
};

/** P1, P2: each journal is gapless, and what is in effect is what somebody sealed, to the letter. */
const appliedIn = (facts: Facts, witness: Witness): Operation[] => {
  const counts = new Map<string, number>();
  const headHashes = new Map<string, string>();
  const applied: Operation[] = [];
  const heads = new Map(facts.journals.map((journal) => [journal.journalId, journal]));
  for (const { journalId, seq, hash, text, status } of facts.operations) {
    counts.set(journalId, (counts.get(journalId) ?? 0) + 1);
    const head = heads.get(journalId);
    demand(
      head !== undefined && seq >= 1 && seq <= head.headSeq,
      'P1',
      () => `${journalId}.${seq} is beyond its journal`,
    );
    if (head?.headSeq === seq) headHashes.set(journalId, hash);
    if (status !== 'applied') continue;
    const sealed = witness.sealed(hash);
    demand(sealed?.text === text, 'P4', () => `nobody sealed ${text}`);
    if (sealed) applied.push(sealed.operation);
  }
  for (const { journalId, headSeq, headHash, linkHash } of facts.journals) {
    demand((counts.get(journalId) ?? 0) === headSeq, 'P1', () => `${journalId} has gaps`);
    demand(
      (headHashes.get(journalId) ?? linkHash) === headHash,
      'P1',
      () => `${journalId} has another head`,
    );
  }
  return applied;
};

const moneyOf = (operation: Operation) => {
  const { id: operationId, storeId } = operation;
  const row =
    (sign: number) =>
    ({ id: lineId, tender, amount }: { id: string; tender: string; amount: number }) => ({
      operationId,
      lineId,
      storeId,
      tender,
      amount: sign * amount,
    });
  switch (operation.type) {
    case 'sale.completed':
    case 'pickup.handedOver':
      return operation.payload.payments.map(row(1));
    case 'return.completed':
      return operation.payload.refunds.map(row(-1));
    default:
      return [];
  }
};

const judgeLedgers = (
  facts: Facts,
  applied: readonly Operation[],
  placed: readonly Placement[],
): void => {
  demandSame(
    'S3',
    'stock movements',
    facts.movements.map(({ at: _, ...movement }) => movement),
    applied.flatMap((operation) =>
      movementsOf(operation).map((movement) => ({ ...movement, operationId: operation.id })),
    ),
  );
  demandSame(
    'P1',
    'money',
    facts.money.map(({ operationId, lineId, storeId, tender, amount }) => ({
      operationId,
      lineId,
      storeId,
      tender,
      amount,
    })),
    [
      ...applied.flatMap(moneyOf),
      ...placed.flatMap(({ id: operationId, storeId, payments }) =>
        payments.map(({ id: lineId, tender, amount }) => ({
          operationId,
          lineId,
          storeId,
          tender,
          amount,
        })),
      ),
    ],
  );
};

const addTo = (sums: Map<string, number>, key: string, amount: number): void => {
  sums.set(key, (sums.get(key) ?? 0) + amount);
};

/** S3: on hand is the sum of movements, reserved the sum of reservations, and these follow from the orders. */
const judgeLevels = (facts: Facts): void => {
  const orders = facts.documents('orders').map(({ document }) => document);
  demandSame('S3', 'reservations', facts.reservations, orders.flatMap(reservationsOf));
  const onHand = new Map<string, number>();
  const reserved = new Map<string, number>();
  for (const { storeId, sku, quantity } of facts.movements)
    addTo(onHand, stockLevelId(storeId, sku), quantity);
  for (const { storeId, sku, quantity } of facts.reservations)
    addTo(reserved, stockLevelId(storeId, sku), quantity);
  const levels = facts.documents('stock').map(({ document }) => document);
  const known = new Set(levels.map(({ storeId, sku }) => stockLevelId(storeId, sku)));
  for (const id of [...onHand.keys(), ...reserved.keys()])
    demand(known.has(id), 'S3', () => `no level of ${id}`);
  for (const level of levels) {
    const id = stockLevelId(level.storeId, level.sku);
    demand(
      level.onHand === (onHand.get(id) ?? 0),
      'S3',
      () => `${id} on hand ${level.onHand}, moved ${onHand.get(id)}`,
    );
    demand(
      level.reserved === (reserved.get(id) ?? 0),
      'S3',
      () => `${id} reserved ${level.reserved}, rows ${reserved.get(id)}`,
    );
  }
};

/** S5: what is open is what the facts contradict, no more and no less. */
const judgeExceptions = (facts: Facts): void => {
  const due = [
    ...facts.documents('orders').flatMap(({ document }) => contradictionsOfOrder(document)),
    ...facts.documents('stock').flatMap(({ document }) => contradictionsOfStock(document)),
  ];
  const open = facts
    .documents('exceptions')
    .map(({ document }) => document)
    .filter(({ state, kind }) => state === 'open' && DERIVED_KINDS.has(kind));
  demandSame(
    'S5',
    'exceptions',
    open.map(({ state: _, openedAt: __, closedAt: ___, resolution: ____, ...exception }) => exception),
    due,
  );
};

/** What must hold at the server at any moment. Returns the operations that are in effect. */
export const judgeServer = (
  facts: Facts,
  witness: Witness,
  placements: ReadonlyMap<string, Placement>,
): Operation[] => {
  const applied = appliedIn(facts, witness);
  const placed = facts.documents('orders').flatMap(({ document: { id, provisional } }) => {
    const placement = placements.get(id);
    return placement && !provisional ? [placement] : [];
  });
  judgeLedgers(facts, applied, placed);
  judgeLevels(facts);
  judgeExceptions(facts);
  return applied;
};
