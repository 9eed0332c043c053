import { add, percentOf } from '#shared/kernel/money.ts';
import { addQuantity, NONE } from '#shared/kernel/quantity.ts';
import { alikeKey } from './alike-key.ts';
import { stepSaving } from './basket-offers.ts';
import { isGiftCard } from './gift-card.ts';
import { pieceSaving, portionOf } from './piece-saving.ts';
import { isOnce } from './promo-codes.ts';
import type { Promotion } from './promotion.ts';
import { isFor, isOfferedIn } from './promotion-book.ts';
import type { CodeUse, PricedLine } from './schema.ts';

/** What a till of this store can have held when it made a sale (rule R11). */
export type HeldPromotions = {
  readonly storeId: string;
  /** The first and the last moment in which the sale can have been priced; ISO 8601 UTC. */
  readonly from: string;
  readonly to: string;
  /** By id all that a promotion ever was, the latest last: one that was changed since is staleness. */
  readonly promotions: ReadonlyMap<string, readonly Promotion[]>;
  /** By SKU the categories that a product ever had; one that was in no version of the price list yet is not judged. */
  readonly categories: ReadonlyMap<string, readonly string[]>;
};

type Sold = { readonly lines: readonly PricedLine[]; readonly codes?: readonly CodeUse[] };

/** Whether a promotion held here within that time, for whoever said the codes that the sale used up. */
const canHold = (
  promotion: Promotion,
  { codes = [] }: Sold,
  { storeId, from, to }: HeldPromotions,
): boolean => {
  const { id, startsAt, endsAt } = promotion;
  return (
    isOfferedIn(promotion, { storeId, channel: 'store' }) &&
    startsAt < endsAt &&
    startsAt <= to &&
    from < endsAt &&
    (!isOnce(promotion) || codes.some(({ promotionId }) => promotionId === id))
  );
};

const canBeFor = (
  promotion: Promotion,
  line: PricedLine,
  { categories }: HeldPromotions,
): boolean => {
  const { sku } = line;
  const known = categories.get(sku);
  return (
    !isGiftCard(line) &&
    (known === undefined || known.some((categoryId) => isFor(promotion, { sku, categoryId })))
  );
};

/** Lines among which what a promotion takes off is shared, so that one may have what another leaves. */
const sharingKey = ({ offer, stacking }: Promotion, line: PricedLine): string => {
  if (offer.type === 'buy_get' || offer.type === 'bundle' || offer.type === 'basket') return '';
  return stacking === 'on_top' ? alikeKey(line) : line.id;
};

/** The most that a promotion takes off lines that share it, when none of them has another. */
const mostOff = ({ offer, stacking }: Promotion, lines: readonly PricedLine[]): number => {
  const gross = add(...lines.map((line) => line.gross));
  const portions = lines.map(portionOf);
  switch (offer.type) {
    case 'percent':
    case 'amount':
    case 'fixed_price':
      return stacking === 'on_top'
        ? pieceSaving(
            offer,
            gross,
            lines.reduce((sum, { quantity }) => addQuantity(sum, quantity), NONE),
          )
        : portions.reduce(
            (sum, { count, price, quantity }) => sum + count * pieceSaving(offer, price, quantity),
            0,
          );
    case 'buy_get': {
      const whole = portions.filter(({ isPiece }) => isPiece);
      const pieces = whole.reduce((sum, { count }) => sum + count, 0);
      const saved = Math.floor(pieces / (offer.buy + offer.get)) * offer.get;
      return saved * Math.max(0, ...whole.map(({ price }) => percentOf(price, offer.rate)));
    }
    case 'bundle':
      return gross - offer.price;
    case 'basket':
      return Math.max(...offer.steps.map((step) => stepSaving(step, gross)));
  }
};

const givenBy = (id: string, { discounts }: PricedLine): number =>
  discounts
    .filter(({ kind, promotionId }) => kind === 'promotion' && promotionId === id)
    .reduce((sum, { amount }) => sum + amount, 0);

/** Lines that have more of a promotion than it can have given them as it was then. */
const wrongUnder = (promotion: Promotion, sold: Sold, held: HeldPromotions): PricedLine[] => {
  const given = sold.lines.filter((line) => givenBy(promotion.id, line) > 0);
  if (!canHold(promotion, sold, held)) return given;
  const bySharing = new Map<string, PricedLine[]>();
  const uncovered: PricedLine[] = [];
  for (const line of sold.lines) {
    const key = sharingKey(promotion, line);
    if (canBeFor(promotion, line, held)) bySharing.set(key, [...(bySharing.get(key) ?? []), line]);
    else uncovered.push(line);
  }
  const tooMuch = [...bySharing.values()].filter(
    (lines) =>
      lines.reduce((sum, line) => sum + givenBy(promotion.id, line), 0) > mostOff(promotion, lines),
  );
  const wrong = new Set([...uncovered, ...tooMuch.flat()]);
  return given.filter((line) => wrong.has(line));
};

const wrongOf = (id: string, sold: Sold, held: HeldPromotions): ReadonlySet<PricedLine> => {
  const versions = held.promotions.get(id) ?? [];
  const found = versions.map((promotion) => wrongUnder(promotion, sold, held));
  if (found.some((wrong) => wrong.length === 0)) return new Set();
  return new Set(found.at(-1) ?? sold.lines);
};

/**
 * The discounts that no promotion of the chain can have given at a till that is stale within what is known, as
 * `lines/0/discounts/0` (rule R11). Which of several it had to give is not worked out again: tills hold them as they were.
 */
export const checkPromotions = (sold: Sold, held: HeldPromotions): string[] => {
  const wrongById = new Map<string, ReadonlySet<PricedLine>>();
  return sold.lines.flatMap((line, index) =>
    line.discounts.flatMap(({ kind, promotionId, amount }, place) => {
      if (kind !== 'promotion' || amount === 0) return [];
      const id = promotionId ?? '';
      const wrong = wrongById.get(id) ?? wrongOf(id, sold, held);
      wrongById.set(id, wrong);
      return wrong.has(line) ? [`lines/${index}/discounts/${place}`] : [];
    }),
  );
};
