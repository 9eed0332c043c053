import type { Channel } from '../order/schema.ts';
import { type Buyer, isInForce } from './in-force.ts';
import { type LocalClock, localClock } from './local-clock.ts';
import type { BasketOffer, Goods, PieceOffer, Promotion, SetOffer } from './promotion.ts';

type With<Offer> = Promotion & { readonly offer: Offer };

/** A product as promotions see it. */
export type Sold = { readonly sku: string; readonly categoryId: string };

/** What promotions a product can have at all, in whatever hour and for whomever. */
export type Candidates = {
  /** One a piece at most. */
  readonly pieces: readonly With<PieceOffer>[];
  /** After the others, in this order. */
  readonly onTop: readonly With<PieceOffer>[];
  readonly sets: readonly SetPlace[];
  /** Ids of promotions of the basket that count it. */
  readonly baskets: ReadonlySet<string>;
};

/** A product is a part of a set; the goods of a buy-and-get are one part. */
export type SetPlace = { readonly promotion: With<SetOffer>; readonly part: number };

/** The promotions of a store and channel, indexed once by what they are for. */
export type PromotionBook = {
  readonly promotions: readonly Promotion[];
  readonly candidatesOf: (sold: Sold) => Candidates;
  /** In the order in which they are looked at. */
  readonly ofBasket: readonly With<BasketOffer>[];
  /** Ids of those that hold now. */
  readonly inForce: (buyer: Buyer, at: string) => ReadonlySet<string>;
};

const covers = (goods: Goods, { sku, categoryId }: Sold): boolean =>
  !goods.exceptSkus.includes(sku) &&
  !goods.exceptCategoryIds.includes(categoryId) &&
  (goods.all || goods.skus.includes(sku) || goods.categoryIds.includes(categoryId));

/** Parts of an offer's goods: of a bundle several. */
const partsOf = ({ offer }: Promotion): readonly Goods[] =>
  offer.type === 'bundle' ? offer.parts.map(({ goods }) => goods) : [offer.goods];

/** Whether a promotion is for a product at all, in whichever of its parts. */
export const isFor = (promotion: Promotion, sold: Sold): boolean =>
  partsOf(promotion).some((goods) => covers(goods, sold));

/** The order in which promotions are looked at: nothing depends on how they were stored. */
export const byOrder = (left: Promotion, right: Promotion): number =>
  right.priority - left.priority || (left.id < right.id ? -1 : 1);

type Place = { readonly promotion: Promotion; readonly part: number; readonly order: number };

/** Finds what may be for a product without looking at every promotion. */
const indexOf = (promotions: readonly Promotion[]) => {
  const bySku = new Map<string, Place[]>();
  const byCategory = new Map<string, Place[]>();
  const forAll: Place[] = [];
  const put = (index: Map<string, Place[]>, keys: readonly string[], place: Place): void => {
    for (const key of keys) {
      const places = index.get(key);
      if (places) places.push(place);
      else index.set(key, [place]);
    }
  };
  for (const [order, promotion] of promotions.entries())
    for (const [part, goods] of partsOf(promotion).entries()) {
      const place = { promotion, part, order };
      if (goods.all) forAll.push(place);
      else {
        put(bySku, goods.skus, place);
        put(byCategory, goods.categoryIds, place);
      }
    }
  return (sold: Sold): Place[] => {
    const named = [...(bySku.get(sold.sku) ?? []), ...(byCategory.get(sold.categoryId) ?? [])];
    const isOf = ({ promotion, part }: Place): boolean => {
      const goods = partsOf(promotion)[part];
      return goods !== undefined && covers(goods, sold);
    };
    return [...new Set([...named, ...forAll])]
      .filter(isOf)
      .toSorted((left, right) => left.order - right.order || left.part - right.part);
  };
};

const candidatesIn = (places: readonly Place[]): Candidates => {
  const pieces: With<PieceOffer>[] = [];
  const onTop: With<PieceOffer>[] = [];
  const sets: SetPlace[] = [];
  const baskets = new Set<string>();
  for (const { promotion, part } of places) {
    const { offer, stacking } = promotion;
    if (offer.type === 'basket') baskets.add(promotion.id);
    else if (offer.type === 'buy_get' || offer.type === 'bundle')
      sets.push({ promotion: { ...promotion, offer }, part });
    else (stacking === 'one' ? pieces : onTop).push({ ...promotion, offer });
  }
  return { pieces, onTop, sets, baskets };
};

type Where = {
  readonly storeId: string;
  readonly channel: Channel;
  /** IANA name: hours are those of the store. */
  readonly timeZone: string;
};

const MINUTE = 60_000;

/** Whether a promotion is for a store and channel. */
export const isOfferedIn = (
  { storeIds, channels }: Promotion,
  { storeId, channel }: Pick<Where, 'storeId' | 'channel'>,
): boolean =>
  (storeIds === null || storeIds.includes(storeId)) &&
  (channels === null || channels.includes(channel));

/** The local time of moments, worked out once a minute. */
const clockIn = (timeZone: string) => {
  let minute = Number.NaN;
  let known: LocalClock | null = null;
  return (at: string): LocalClock => {
    const now = Math.floor(Date.parse(at) / MINUTE);
    if (known === null || now !== minute) known = localClock(timeZone, at);
    minute = now;
    return known;
  };
};

/** Makes the index: once for each change of promotions, never for each basket. */
export const promotionBook = (
  all: readonly Promotion[],
  { timeZone, ...where }: Where,
): PromotionBook => {
  const promotions = all.filter((promotion) => isOfferedIn(promotion, where)).toSorted(byOrder);
  const find = indexOf(promotions);
  const bySold = new Map<string, Candidates>();
  const clock = clockIn(timeZone);
  return {
    promotions,
    candidatesOf: (sold) => {
      const key = `${sold.categoryId} ${sold.sku}`;
      const known = bySold.get(key);
      if (known) return known;
      const candidates = candidatesIn(find(sold));
      bySold.set(key, candidates);
      return candidates;
    },
    ofBasket: promotions.flatMap((promotion) => {
      const { offer } = promotion;
      return offer.type === 'basket' ? [{ ...promotion, offer }] : [];
    }),
    inForce: (buyer, at) =>
      new Set(
        promotions.flatMap((promotion) =>
          isInForce(promotion, buyer, at, () => clock(at)) ? [promotion.id] : [],
        ),
      ),
  };
};

/** Where nothing is on offer. */
export const NO_PROMOTIONS: PromotionBook = promotionBook([], {
  storeId: '',
  channel: 'store',
  timeZone: 'UTC',
});
