import { reservationsOf } from '#shared/domain/stock/reservations.ts';
import { stockLevelId } from '#shared/domain/stock/schema.ts';
import { movementsOf } from '#shared/operations/effects.ts';
import type { Movement } from '#shared/domain/stock/schema.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { Placement } from '#shared/domain/order/place.ts';
import type { ChannelFact } from './channel-log.ts';
import { demandSame } from './demand-same.ts';
import type { Facts } from './facts.ts';
import { judgeCounts, judgeDeliveries } from './judge-stock.ts';
import { judgeExceptions } from './judge-exceptions.ts';
import { type Happened, judgeMoney } from './judge-money.ts';
import { judgePoints } from './judge-points.ts';
import { demand, type Witness } from './witness.ts';

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

const isCounted = ({ kind }: Movement): boolean => kind === 'stocktake';

const judgeMovements = (facts: Facts, applied: readonly Operation[]): void =>
  demandSame(
    'S3',
    'stock movements',
    facts.movements.filter((row) => !isCounted(row)).map(({ at: _, ...movement }) => movement),
    applied.flatMap((operation) =>
      movementsOf(operation)
        .filter((movement) => !isCounted(movement))
        .map((movement) => ({ ...movement, operationId: operation.id })),
    ),
  );

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

/** What must hold at the server at any moment. Returns everything that is in effect. */
export const judgeServer = (
  facts: Facts,
  witness: Witness,
  told: { readonly placements: readonly Placement[]; readonly channel: readonly ChannelFact[] },
): Happened => {
  const operations = appliedIn(facts, witness);
  const known = new Set(
    facts
      .documents('orders')
      .flatMap(({ document: { id, provisional } }) => (provisional ? [] : id)),
  );
  const placements = told.placements.filter(({ id }) => known.has(id));
  const happened = { operations, placements, channel: told.channel };
  judgeMovements(facts, operations);
  judgeMoney(facts, happened);
  judgeLevels(facts);
  judgePoints(facts);
  judgeCounts(facts, operations);
  judgeDeliveries(facts, operations);
  judgeExceptions(facts, operations);
  return happened;
};
