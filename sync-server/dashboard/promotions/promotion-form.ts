import type { Goods, HappyHours, Promotion } from '#shared/domain/pricing/promotion.ts';
import { typedCode } from '#shared/domain/pricing/promo-codes.ts';
import { parseScaled } from '#shared/i18n/parse-scaled.ts';
import { type Minor, minor } from '#shared/kernel/money.ts';
import type { LocalizedText } from '#shared/kernel/text.ts';
import { localText, momentOf } from '../parts/local-time.ts';
import { basketOf, listOf } from '../parts/typed.ts';
import type { Where } from '../parts/where-fields.tsx';

export const KINDS = [
  'percent',
  'amount',
  'fixed_price',
  'buy_get',
  'bundle',
  'basket',
  'basket_amount',
] as const;
export type Kind = (typeof KINDS)[number];

/** A promotion as it is typed: numbers, times and lists as texts. */
export type PromotionForm = Where & {
  readonly id: string;
  /** By language; empty = the English one stands in. */
  readonly name: Readonly<Required<LocalizedText>>;
  readonly kind: Kind;
  /** Percent. */
  readonly rate: string;
  /** An amount off or a price, in whole units of money. */
  readonly amount: string;
  /** What must be bought for. */
  readonly minimum: string;
  readonly buy: string;
  readonly get: string;
  readonly isForAll: boolean;
  readonly categoryIds: readonly string[];
  /** Of a set with how many of each: `TEA × 2, BUN`. */
  readonly skus: string;
  readonly exceptSkus: string;
  readonly onPromoted: boolean;
  readonly isOnTop: boolean;
  /** Empty = for everybody. */
  readonly code: string;
  readonly isOnce: boolean;
  readonly priority: string;
  /** Whose clocks `from` and `to` are of: an IANA name. */
  readonly timeZone: string;
  /** As the field of the browser writes it. */
  readonly from: string;
  readonly to: string;
  readonly days: readonly number[];
  /** `17:00`; empty = at any hour. */
  readonly hoursFrom: string;
  readonly hoursTo: string;
  /** What the fields do not show and is kept: of a promotion that is edited. */
  readonly kept: Promotion | null;
  /** Its offer has more to it than the fields can say, so that it stays as it is. */
  readonly keepsOffer: boolean;
};

const CENTS = 2;
const MINUTE = 60_000;
const DAY = 86_400_000;
export const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** For a week from the next full minute on. */
export const newForm = (id: string, now: number, timeZone: string): PromotionForm => ({
  id,
  name: { en: '', ru: '', uk: '', kk: '' },
  kind: 'percent',
  rate: '10',
  amount: '',
  minimum: '',
  buy: '2',
  get: '1',
  isForAll: false,
  categoryIds: [],
  skus: '',
  exceptSkus: '',
  onPromoted: true,
  isOnTop: false,
  code: '',
  isOnce: false,
  priority: '5',
  storeIds: [],
  channels: [],
  groupIds: [],
  timeZone,
  from: localText(new Date(now + MINUTE).toISOString(), timeZone),
  to: localText(new Date(now + 7 * DAY).toISOString(), timeZone),
  days: EVERY_DAY,
  hoursFrom: '',
  hoursTo: '',
  kept: null,
  keepsOffer: false,
});

/** What is no number is refused by the server, as -1. */
const wholeOf = (text: string): number => parseScaled(text, 0) ?? -1;
const amountOf = (text: string): Minor => minor(parseScaled(text, CENTS) ?? -1);
const rateOf = (text: string): number => parseScaled(text, 2) ?? -1;

const goodsOf = ({ isForAll, categoryIds, skus, exceptSkus }: PromotionForm): Goods => ({
  all: isForAll,
  skus: isForAll ? [] : listOf(skus),
  categoryIds: isForAll ? [] : [...categoryIds],
  exceptSkus: listOf(exceptSkus),
  exceptCategoryIds: [],
});

const onlySku = (sku: string): Goods => ({
  all: false,
  skus: [sku],
  categoryIds: [],
  exceptSkus: [],
  exceptCategoryIds: [],
});

const typedOffer = (form: PromotionForm): Promotion['offer'] => {
  const goods = goodsOf(form);
  const amount = amountOf(form.amount);
  switch (form.kind) {
    case 'percent':
      return { type: 'percent', goods, rate: rateOf(form.rate) };
    case 'amount':
      return { type: 'amount', goods, amount };
    case 'fixed_price':
      return { type: 'fixed_price', goods, price: amount };
    case 'buy_get': {
      const counts = { buy: wholeOf(form.buy), get: wholeOf(form.get) };
      return { type: 'buy_get', goods, ...counts, rate: rateOf(form.rate) };
    }
    case 'bundle': {
      const parts = basketOf(form.skus).map(({ sku, count }) => ({ goods: onlySku(sku), count }));
      return { type: 'bundle', parts, price: amount };
    }
    case 'basket':
    case 'basket_amount': {
      const off =
        form.kind === 'basket'
          ? ({ type: 'percent', rate: rateOf(form.rate) } as const)
          : ({ type: 'amount', amount } as const);
      const steps = [{ minimum: amountOf(form.minimum), off }];
      return { type: 'basket', goods, steps, onPromoted: form.onPromoted };
    }
  }
};

const minutesOf = (clock: string): number => {
  const [hours = '', minutes = ''] = clock.split(':');
  return Number(hours) * 60 + Number(minutes);
};

const hoursOf = ({ days, hoursFrom, hoursTo }: PromotionForm): HappyHours | null => {
  if (hoursFrom === '' && hoursTo === '' && days.length === EVERY_DAY.length) return null;
  // Until midnight is until the end of the day.
  const to = minutesOf(hoursTo) || 1440;
  return { days: [...days], from: hoursFrom === '' ? 0 : minutesOf(hoursFrom), to };
};

const nameOf = ({ en, ru, uk, kk }: PromotionForm['name']): LocalizedText => ({
  en: en.trim(),
  ...(ru.trim() === '' ? {} : { ru: ru.trim() }),
  ...(uk.trim() === '' ? {} : { uk: uk.trim() }),
  ...(kk.trim() === '' ? {} : { kk: kk.trim() }),
});

export const canBeOnTop = ({ kind }: PromotionForm): boolean =>
  kind !== 'buy_get' && kind !== 'bundle';

/** null = a time is missing. */
export const promotionOf = (form: PromotionForm): Promotion | null => {
  const startsAt = momentOf(form.from, form.kept?.startsAt ?? null, form.timeZone);
  const endsAt = momentOf(form.to, form.kept?.endsAt ?? null, form.timeZone);
  if (startsAt === null || endsAt === null) return null;
  const { kept, keepsOffer, storeIds, channels, groupIds } = form;
  const code = typedCode(form.code);
  return {
    id: form.id,
    name: nameOf(form.name),
    offer: kept && keepsOffer ? kept.offer : typedOffer(form),
    stacking: form.isOnTop && canBeOnTop(form) ? 'on_top' : 'one',
    priority: wholeOf(form.priority),
    storeIds: storeIds.length === 0 ? null : [...storeIds],
    channels: channels.length === 0 ? null : [...channels],
    groupIds: groupIds.length === 0 ? null : [...groupIds],
    code: code === '' ? null : code,
    ...(form.isOnce && code !== '' ? { oncePerCustomer: true } : {}),
    startsAt,
    endsAt,
    hours: hoursOf(form),
  };
};
