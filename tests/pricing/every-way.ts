import type { Basket, BasketLine } from '#shared/domain/pricing/basket.ts';
import type { Goods, Promotion } from '#shared/domain/pricing/promotion.ts';

/**
 * Prices baskets the slow way: every piece by itself, every promotion looked at, every way tried. It shares no code with
 * the engine, so that what both say is right or both were misread.
 */
type Piece = { readonly line: number; readonly sku: string; readonly categoryId: string } & {
  readonly price: bigint;
  readonly thousandths: bigint;
  readonly isWhole: boolean;
};

export const half = (dividend: bigint, divisor: bigint): bigint =>
  (dividend * 2n + divisor) / (divisor * 2n);

export const isFor = (
  goods: Goods,
  { sku, categoryId }: Pick<Piece, 'sku' | 'categoryId'>,
): boolean => {
  if (goods.exceptSkus.includes(sku)) return false;
  if (goods.exceptCategoryIds.includes(categoryId)) return false;
  return goods.all || goods.skus.includes(sku) || goods.categoryIds.includes(categoryId);
};

/** Almaty is five hours ahead of UTC all the year. */
const HOURS_AHEAD = 5;

const holds = (promotion: Promotion, { buyer }: Basket, storeId: string, at: string): boolean => {
  const { startsAt, endsAt, hours, groupIds, code, storeIds } = promotion;
  if (at < startsAt || at >= endsAt) return false;
  if (storeIds !== null && !storeIds.includes(storeId)) return false;
  if (code !== null && !buyer?.codes.includes(code)) return false;
  if (groupIds !== null && !groupIds.some((id) => buyer?.groupIds.includes(id))) return false;
  if (hours === null) return true;
  const local = new Date(Date.parse(at) + HOURS_AHEAD * 3_600_000);
  const minute = local.getUTCHours() * 60 + local.getUTCMinutes();
  const day = local.getUTCDay() || 7;
  const yesterday = day === 1 ? 7 : day - 1;
  if (hours.to > hours.from)
    return hours.days.includes(day) && minute >= hours.from && minute < hours.to;
  return minute >= hours.from
    ? hours.days.includes(day)
    : minute < hours.to && hours.days.includes(yesterday);
};

const piecesOf = (lines: readonly BasketLine[]): Piece[] =>
  lines.flatMap(({ sku, categoryId, quantity, unit, unitPrice }, line): Piece[] => {
    const goods = { line, sku, categoryId };
    if (unit === 'piece' && quantity % 1000 === 0)
      return Array.from({ length: quantity / 1000 }, () => ({
        ...goods,
        price: BigInt(unitPrice),
        thousandths: 1000n,
        isWhole: true,
      }));
    const price = half(BigInt(unitPrice) * BigInt(quantity), 1000n);
    return [{ ...goods, price, thousandths: BigInt(quantity), isWhole: false }];
  });

/** What a promotion takes off a piece by itself; 0 when it is not one for single pieces. */
const alone = ({ offer }: Promotion, piece: Piece): bigint => {
  const { price, thousandths } = piece;
  if (offer.type === 'buy_get' || offer.type === 'bundle' || offer.type === 'basket') return 0n;
  if (!isFor(offer.goods, piece)) return 0n;
  if (offer.type === 'percent') return half(price * BigInt(offer.rate), 10_000n);
  const other = offer.type === 'amount' ? offer.amount : offer.price;
  const worth = half(BigInt(other) * thousandths, 1000n);
  const saved = offer.type === 'amount' ? worth : price - worth;
  return saved < 0n ? 0n : saved > price ? price : saved;
};

/** Every choice of `count` of the pieces. */
const choices = (pieces: readonly Piece[], count: number): Piece[][] => {
  if (count === 0) return [[]];
  return pieces.flatMap((piece, index) =>
    choices(pieces.slice(index + 1), count - 1).map((rest) => [piece, ...rest]),
  );
};

const canFill = (parts: readonly Goods[], pieces: readonly Piece[]): boolean => {
  const [part, ...others] = parts;
  if (!part) return true;
  return pieces.some(
    (piece, index) => isFor(part, piece) && canFill(others, pieces.toSpliced(index, 1)),
  );
};

/** What a set of just these pieces saves; null = they are none. */
const together = ({ offer }: Promotion, pieces: readonly Piece[]): bigint | null => {
  if (offer.type === 'buy_get') {
    if (!pieces.every((piece) => isFor(offer.goods, piece))) return null;
    const prices = pieces.map(({ price }) => price).toSorted((a, b) => (a < b ? -1 : 1));
    const cheapest = prices.slice(0, offer.get);
    return cheapest.reduce((sum, price) => sum + half(price * BigInt(offer.rate), 10_000n), 0n);
  }
  if (offer.type !== 'bundle') return null;
  const places = offer.parts.flatMap(({ goods, count }) =>
    Array.from({ length: count }, () => goods),
  );
  if (!canFill(places, pieces)) return null;
  return pieces.reduce((sum, { price }) => sum + price, 0n) - BigInt(offer.price);
};

const sizeOf = ({ offer }: Promotion): number => {
  if (offer.type === 'buy_get') return offer.buy + offer.get;
  return offer.type === 'bundle' ? offer.parts.reduce((sum, { count }) => sum + count, 0) : 0;
};

/** Savings by priority, from 9 down to 0: that of a higher one counts first. */
export type Savings = readonly bigint[];

const isMore = (left: Savings, right: Savings): boolean => {
  const place = left.findIndex((value, index) => value !== right[index]);
  return place >= 0 && (left[place] ?? 0n) > (right[place] ?? 0n);
};

export const NOTHING: Savings = Array.from({ length: 10 }, () => 0n);

export const plus = (savings: Savings, priority: number, saved: bigint): Savings =>
  savings.map((value, index) => (index === 9 - priority ? value + saved : value));

/** Promotions that hold for the basket now, whatever they are of. */
export const holding = (
  basket: Basket,
  promotions: readonly Promotion[],
  storeId: string,
  at: string,
): Promotion[] => promotions.filter((one) => holds(one, basket, storeId, at));

/** The most that promotions of goods can save: every piece in one promotion at most, all ways tried. */
export const mostSaved = (basket: Basket, live: readonly Promotion[]): Savings => {
  const all = piecesOf(basket.lines);
  const ones = live.filter((one) => sizeOf(one) > 0 || one.stacking === 'one');
  const known = new Map<string, Savings>();
  const best = (pieces: readonly Piece[]): Savings => {
    const [first, ...rest] = pieces;
    if (!first) return NOTHING;
    const key = pieces.map((piece) => all.indexOf(piece)).join(' ');
    const found = known.get(key);
    if (found) return found;
    const without = best(rest);
    let most = without;
    const consider = (savings: Savings): void => {
      if (isMore(savings, most)) most = savings;
    };
    for (const promotion of ones) {
      const size = sizeOf(promotion);
      if (size === 0) consider(plus(without, promotion.priority, alone(promotion, first)));
      else if (first.isWhole)
        for (const others of choices(
          rest.filter(({ isWhole }) => isWhole),
          size - 1,
        )) {
          const saved = together(promotion, [first, ...others]);
          if (saved === null) continue;
          const left = best(rest.filter((piece) => !others.includes(piece)));
          consider(plus(left, promotion.priority, saved));
        }
    }
    known.set(key, most);
    return most;
  };
  return best(all);
};
