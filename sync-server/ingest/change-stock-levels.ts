import { contradictionsOfStock } from '#shared/domain/exception/contradictions.ts';
import type { Reservation } from '#shared/domain/stock/reservations.ts';
import { type Movement, type StockLevel, stockLevelId } from '#shared/domain/stock/schema.ts';
import { NONE, type Quantity, quantity } from '#shared/kernel/quantity.ts';
import { streamName } from '#shared/protocol/pull.ts';
import type { Contradictions } from './reconcile-exceptions.ts';
import type { LevelCount } from './settle-counts.ts';
import type { Workspace } from './workspace.ts';

/** The operation that the touched documents contain from now on. */
export type Origin = { readonly journalId: string; readonly seq: number };

/** What changes the levels of stock: ledger lines, and the reservations of an order before and after. */
export type StockChange = {
  readonly movements: readonly Movement[];
  readonly reservedBefore: readonly Reservation[];
  readonly reservedAfter: readonly Reservation[];
  /** Levels that a count holds of from now on, or of which less is certain, by their id. */
  readonly counts: ReadonlyMap<string, LevelCount>;
  /** null = no till did it. */
  readonly origin: Origin | null;
};

type Delta = {
  readonly storeId: string;
  readonly sku: string;
  onHand: number;
  reserved: number;
};

type Place = { readonly storeId: string; readonly sku: string; readonly quantity: Quantity };

const deltasOf = ({
  movements,
  reservedBefore,
  reservedAfter,
}: StockChange): Map<string, Delta> => {
  const deltas = new Map<string, Delta>();
  const at = ({ storeId, sku }: Place): Delta => {
    const id = stockLevelId(storeId, sku);
    const delta = deltas.get(id) ?? { storeId, sku, onHand: 0, reserved: 0 };
    deltas.set(id, delta);
    return delta;
  };
  for (const movement of movements) at(movement).onHand += movement.quantity;
  for (const reservation of reservedBefore) at(reservation).reserved -= reservation.quantity;
  for (const reservation of reservedAfter) at(reservation).reserved += reservation.quantity;
  return deltas;
};

const isNothing = ({ onHand, reserved }: Delta): boolean => onHand === 0 && reserved === 0;

const seenWith = (level: StockLevel, origin: Origin | null): StockLevel['seen'] =>
  origin === null
    ? level.seen
    : {
        ...level.seen,
        [origin.journalId]: Math.max(level.seen[origin.journalId] ?? 0, origin.seq),
      };

/**
 * On hand is the sum of movements, reserved the sum of reservations (rule S3): both by what is added to them. Returns
 * what the levels contradict.
 */
export const changeStockLevels = async (
  workspace: Workspace,
  change: StockChange,
): Promise<Contradictions> => {
  const { origin } = change;
  const before: StockLevel[] = [];
  const after: StockLevel[] = [];
  const deltas = [...deltasOf(change)].filter(([, delta]) => origin !== null || !isNothing(delta));
  await workspace.load(
    'stock',
    deltas.map(([id]) => id),
  );
  for (const [id, { storeId, sku, onHand, reserved }] of deltas) {
    const held = await workspace.document('stock', id);
    const level = held ?? { storeId, sku, onHand: NONE, reserved: NONE, seen: {} };
    const changed: StockLevel = {
      ...level,
      ...change.counts.get(id),
      onHand: quantity(level.onHand + onHand),
      reserved: quantity(level.reserved + reserved),
      seen: seenWith(level, origin),
    };
    workspace.put('stock', { id, document: changed, streams: [streamName('stock', storeId)] });
    before.push(level);
    after.push(changed);
  }
  return {
    before: before.flatMap(contradictionsOfStock),
    after: after.flatMap(contradictionsOfStock),
  };
};
