import { promotionBook, type PromotionBook } from '#shared/domain/pricing/promotion-book.ts';
import type { Promotion } from '#shared/domain/pricing/promotion.ts';
import type { PricedLine } from '#shared/domain/pricing/schema.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { TillStore } from '../store/till-store.ts';

/** What makes a price: the moment it is of, and the promotions that hold. */
export type AgreedPrice = {
  readonly pricedAt: string;
  /** Left out = those that the till knows now. */
  readonly promotions?: PromotionBook;
};

const linesOf = (operation: Operation): readonly PricedLine[] => {
  if (operation.type === 'sale.completed') return operation.payload.lines;
  return operation.type === 'exchange.completed' ? operation.payload.sold.lines : [];
};

type Till = { readonly view: Pick<TillStore['view'], 'references'> };

/** The promotions that made the prices of an operation, as they are now: they alone make the same prices again. */
export const promotionsIn = ({ view }: Till, operation: Operation): readonly Promotion[] => {
  const ids = new Set(
    linesOf(operation).flatMap(({ discounts }) => discounts.map(({ promotionId }) => promotionId)),
  );
  return view.references().promotions.promotions.filter(({ id }) => ids.has(id));
};

/** The price that was agreed when money was asked for: what head office changed since changes it no more. */
export const agreedPrice = (
  { view }: Till,
  {
    pricedAt,
    promotions,
  }: { readonly pricedAt: string; readonly promotions?: readonly Promotion[] },
): AgreedPrice => {
  const { settings } = view.references();
  if (!settings || !promotions) return { pricedAt };
  const { storeId, timeZone } = settings;
  return {
    pricedAt,
    promotions: promotionBook(promotions, { storeId, channel: 'store', timeZone }),
  };
};
