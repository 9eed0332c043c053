import { add } from '#shared/kernel/money.ts';
import type { PricedLine } from '../pricing/schema.ts';
import { isGiftCard } from '../pricing/gift-card.ts';
import type { PointsRule, SalePoints } from './schema.ts';

type Sold = {
  readonly customerId: string | null;
  readonly lines: readonly PricedLine[];
  readonly points?: Pick<SalePoints, 'spent'>;
};

/** Points are somebody's, and pay no more than they are worth. */
const isCovered = (
  { customerId, lines, points }: Sold,
  worths: readonly PointsRule['worth'][],
): boolean => {
  const spent = points?.spent ?? 0;
  const taken = lines.flatMap(({ discounts }) =>
    discounts.flatMap(({ kind, amount }) => (kind === 'points' ? [amount] : [])),
  );
  const worth = worths.length === 0 ? Infinity : Math.max(...worths);
  return customerId !== null && spent > 0 && Math.ceil(add(...taken) / worth) <= spent;
};

/**
 * What points took off that nobody spent, as `lines/0/discounts/0` (rule R13). `worths`: what a point was ever worth in that
 * store, as a till may not know of a change yet; none = nobody knows, and that points were spent has to do.
 */
export const checkPointsOff = (sold: Sold, worths: readonly PointsRule['worth'][]): string[] => {
  const covered = isCovered(sold, worths);
  return sold.lines.flatMap((line, index) =>
    line.discounts.flatMap(({ kind, amount }, place) =>
      kind !== 'points' || amount === 0 || (covered && !isGiftCard(line))
        ? []
        : [`lines/${index}/discounts/${place}`],
    ),
  );
};
