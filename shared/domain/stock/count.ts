import { type Quantity, quantity } from '#shared/kernel/quantity.ts';
import type { StockCount } from './schema.ts';

/** What of a movement decides whether a count contains it. */
export type Moved = {
  readonly operationId: string;
  /** Corrected time, ISO 8601 UTC. */
  readonly at: string;
};

/** Milliseconds by which the corrected clocks of two tills may differ: how long an answer of the server travels. */
const CLOCK_SLACK = 5_000;

/** An operation's journal and the separator; empty where no till did it. */
const journalOf = (operationId: string): string =>
  operationId.slice(0, operationId.lastIndexOf('.') + 1);

const isOfJournal = (operationId: string, other: string): boolean => {
  const journal = journalOf(other);
  return journal !== '' && operationId.startsWith(journal);
};

/** Its own journal says that it was done after the counting had ended, whatever the till's clock did since. */
const isNextInJournal = ({ operationId }: Moved, count: StockCount): boolean =>
  isOfJournal(operationId, count.operationId) && operationId > count.operationId;

/** Whether the goods had moved when they were counted, so that the count contains it (rule S4). */
export const isBeforeCount = (moved: Moved, count: StockCount): boolean =>
  !isNextInJournal(moved, count) && moved.at <= count.at;

const shifted = (time: string, milliseconds: number): string =>
  new Date(Date.parse(time) + milliseconds).toISOString();

/** Nothing that moved before this has to do with a count. */
export const startOfCount = ({ from }: StockCount): string => shifted(from, -CLOCK_SLACK);

/**
 * Nobody can say whether the count contains it: the product was being counted piece by piece when it moved, or
 * another till moved it within what clocks may differ by.
 */
export const isUncertain = (moved: Moved, count: StockCount): boolean => {
  if (isNextInJournal(moved, count)) return false;
  if (isOfJournal(moved.operationId, count.operationId))
    return count.from < moved.at && moved.at < count.at;
  return startOfCount(count) <= moved.at && moved.at <= shifted(count.at, CLOCK_SLACK);
};

/** Of two counts the one that holds: the later, and of two at one moment always the same. */
export const isLaterCount = (count: StockCount, than: StockCount | undefined): boolean =>
  than === undefined ||
  count.at > than.at ||
  (count.at === than.at && count.operationId > than.operationId);

type MovedGoods = Moved & { readonly quantity: Quantity };

/** On hand by the facts alone: the last count and what moved after it. Which fact was heard of first is no matter. */
export const onHandOf = (
  movements: readonly MovedGoods[],
  counts: readonly StockCount[],
): Quantity => {
  const last = counts.reduce<StockCount | undefined>(
    (held, count) => (isLaterCount(count, held) ? count : held),
    undefined,
  );
  const counted = movements.filter((moved) => last === undefined || !isBeforeCount(moved, last));
  return quantity(counted.reduce((sum, moved) => sum + moved.quantity, last?.quantity ?? 0));
};
