import type { Goods, Promotion } from '#shared/domain/pricing/promotion.ts';
import { EVERY_DAY, type Kind, newForm, type PromotionForm } from './promotion-form.ts';
import { localText } from '../parts/local-time.ts';
import { hundredths } from '../parts/typed.ts';

type Typed = Partial<PromotionForm>;

const goodsTyped = ({ all, skus, categoryIds, exceptSkus, exceptCategoryIds }: Goods): Typed => ({
  isForAll: all,
  skus: skus.join(', '),
  categoryIds,
  exceptSkus: exceptSkus.join(', '),
  keepsOffer: exceptCategoryIds.length > 0,
});

const isOneProduct = ({ all, skus, categoryIds, exceptSkus }: Goods): boolean =>
  !all && skus.length === 1 && categoryIds.length === 0 && exceptSkus.length === 0;

const offerTyped = ({ offer }: Promotion): Typed & { readonly kind: Kind } => {
  switch (offer.type) {
    case 'percent':
      return { kind: 'percent', rate: hundredths(offer.rate), ...goodsTyped(offer.goods) };
    case 'amount':
      return { kind: 'amount', amount: hundredths(offer.amount), ...goodsTyped(offer.goods) };
    case 'fixed_price':
      return { kind: 'fixed_price', amount: hundredths(offer.price), ...goodsTyped(offer.goods) };
    case 'buy_get': {
      const { buy, get, rate, goods } = offer;
      const numbers = { buy: String(buy), get: String(get), rate: hundredths(rate) };
      return { kind: 'buy_get', ...numbers, ...goodsTyped(goods) };
    }
    case 'bundle': {
      const { parts, price } = offer;
      const skus = parts.map(({ goods: { skus }, count }) =>
        count === 1 ? (skus[0] ?? '') : `${skus[0] ?? ''} × ${count}`,
      );
      return {
        kind: 'bundle',
        amount: hundredths(price),
        skus: skus.join(', '),
        keepsOffer: !parts.every(({ goods }) => isOneProduct(goods)),
      };
    }
    case 'basket': {
      const { steps, goods, onPromoted } = offer;
      const off = steps[0]?.off;
      const goodsFields = goodsTyped(goods);
      return {
        ...goodsFields,
        ...(off?.type === 'amount'
          ? { kind: 'basket_amount', amount: hundredths(off.amount) }
          : { kind: 'basket', rate: hundredths(off?.rate ?? 0) }),
        minimum: hundredths(steps[0]?.minimum ?? 0),
        onPromoted,
        keepsOffer: goodsFields.keepsOffer === true || steps.length > 1,
      };
    }
  }
};

const clockText = (minute: number): string => {
  const padded = (value: number): string => String(value).padStart(2, '0');
  return `${padded(Math.floor(minute / 60) % 24)}:${padded(minute % 60)}`;
};

/** A promotion in the fields of its form; what they cannot say is kept. */
export const formOf = (promotion: Promotion, timeZone: string): PromotionForm => {
  const { id, name, hours, storeIds, channels, groupIds, startsAt, endsAt } = promotion;
  return {
    ...newForm(id, Date.parse(startsAt), timeZone),
    ...offerTyped(promotion),
    name: { ru: '', uk: '', kk: '', ...name },
    isOnTop: promotion.stacking === 'on_top',
    code: promotion.code ?? '',
    isOnce: promotion.oncePerCustomer === true,
    priority: String(promotion.priority),
    storeIds: storeIds ?? [],
    channels: channels ?? [],
    groupIds: groupIds ?? [],
    from: localText(startsAt, timeZone),
    to: localText(endsAt, timeZone),
    days: hours?.days ?? EVERY_DAY,
    hoursFrom: hours === null ? '' : clockText(hours.from),
    hoursTo: hours === null ? '' : clockText(hours.to),
    kept: promotion,
  };
};
