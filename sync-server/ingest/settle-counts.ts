import {
  isBeforeCount,
  isLaterCount,
  isUncertain,
  startOfCount,
} from '#shared/domain/stock/count.ts';
import { type StockCount, type StockLevel, stockLevelId } from '#shared/domain/stock/schema.ts';
import { NONE, quantity } from '#shared/kernel/quantity.ts';
import type { CountedSku } from '#shared/operations/counts.ts';
import type { MovementRow } from '../store/store.ts';
import type { Workspace } from './workspace.ts';

/** What a level says of its last count. */
export type LevelCount = Pick<StockLevel, 'count' | 'uncertain'>;

export type Moved = {
  readonly movements: readonly MovementRow[];
  /** Of the products whose movements are a stocktake's. */
  readonly counts: readonly CountedSku[];
};

export type Settled = {
  readonly movements: readonly MovementRow[];
  /** By the level's id. */
  readonly counts: ReadonlyMap<string, LevelCount>;
};

/** What a count contains already changes nothing: it is taken back at the moment of the count. */
const compensation = (row: MovementRow, { at }: StockCount): MovementRow => ({
  ...row,
  lineId: `stocktake-${row.lineId}`,
  kind: 'stocktake',
  quantity: quantity(0 - row.quantity),
  at,
});

const nothingOf = (row: MovementRow): MovementRow => ({ ...row, quantity: NONE });

const sorted = (operationIds: readonly string[]): string[] => [...new Set(operationIds)].toSorted();

/** What moved around these counts, in the store of all of them. */
const movedAround = async (
  workspace: Workspace,
  storeId: string | undefined,
  counts: readonly CountedSku[],
): Promise<readonly MovementRow[]> => {
  const [first] = counts;
  if (first === undefined || storeId === undefined) return [];
  const at = counts.map(({ count }) => startOfCount(count)).toSorted()[0] ?? '';
  const skus = counts.map(({ sku }) => sku);
  return workspace.movementsSince(storeId, skus, { at, operationId: first.count.operationId });
};

type Line = { readonly row: MovementRow; readonly known: LevelCount };

type SettledLine = { readonly rows: readonly MovementRow[]; readonly known: LevelCount };

/** A movement, and what the last count makes of it when it is heard of afterwards. */
const settleMovement = ({ row, known }: Line): SettledLine => {
  const { count, uncertain = [] } = known;
  if (count === undefined) return { rows: [row], known };
  return {
    rows: isBeforeCount(row, count) ? [row, compensation(row, count)] : [row],
    known: isUncertain(row, count)
      ? { count, uncertain: sorted([...uncertain, row.operationId]) }
      : known,
  };
};

/**
 * A count: the level becomes what was counted and what moved after it. One that is earlier than the last changes
 * nothing any more.
 */
const settleCount = (
  { row, known }: Line,
  count: StockCount,
  onHand: number,
  around: readonly MovementRow[],
): SettledLine => {
  const moved = around.filter(({ sku }) => sku === row.sku);
  const after = moved.filter((one) => !isBeforeCount(one, count));
  const due = after.reduce((sum, one) => sum + one.quantity, Number(count.quantity));
  const found = { ...row, quantity: quantity(due - onHand), at: count.at };
  if (known.count !== undefined && !isLaterCount(count, known.count))
    return { rows: [found, compensation(found, known.count)], known };
  const uncertain = moved.filter((one) => isUncertain(one, count));
  return {
    rows: [found],
    known: { count, uncertain: sorted(uncertain.map(({ operationId }) => operationId)) },
  };
};

const countOf = (level: StockLevel | null): LevelCount =>
  level?.count === undefined ? {} : { count: level.count, uncertain: level.uncertain ?? [] };

/**
 * The ledger lines of a change with what counts make of them (rule S4), so that a level is its last count and what
 * moved after it, whichever was heard of first.
 */
export const settleCounts = async (
  workspace: Workspace,
  { movements, counts }: Moved,
): Promise<Settled> => {
  const ids = movements.map(({ storeId, sku }) => stockLevelId(storeId, sku));
  await workspace.load('stock', ids);
  const countBySku = new Map(counts.map(({ sku, count }) => [sku, count]));
  const around = await movedAround(workspace, movements[0]?.storeId, counts);
  const rows: MovementRow[] = [];
  const knownById = new Map<string, LevelCount>();
  for (const row of movements) {
    const id = stockLevelId(row.storeId, row.sku);
    const level = await workspace.document('stock', id);
    const line = { row, known: knownById.get(id) ?? countOf(level) };
    const count = row.kind === 'stocktake' ? countBySku.get(row.sku) : undefined;
    // A product that one operation names twice was counted once.
    countBySku.delete(row.sku);
    const settled =
      count === undefined
        ? settleMovement(row.kind === 'stocktake' ? { ...line, row: nothingOf(row) } : line)
        : settleCount(line, count, level?.onHand ?? 0, around);
    rows.push(...settled.rows);
    knownById.set(id, settled.known);
  }
  return { movements: rows, counts: knownById };
};
