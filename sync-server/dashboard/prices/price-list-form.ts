import type { ListedPrice, PriceList } from '#shared/domain/pricing/price-list.ts';
import { minor } from '#shared/kernel/money.ts';
import { localText, momentOf } from '../parts/local-time.ts';
import { skuLines, wrongSkuLine } from '../parts/sku-lines.ts';
import { hundredths } from '../parts/typed.ts';
import type { Where } from '../parts/where-fields.tsx';

/** A price list as it is typed. */
export type PriceListForm = Where & {
  readonly id: string;
  readonly name: string;
  /** Whose clocks `from` and `to` are of: an IANA name. */
  readonly timeZone: string;
  readonly from: string;
  /** Empty = for good. */
  readonly to: string;
  /** A product to a line: its SKU and, after a space, its price in whole units of money. */
  readonly prices: string;
  /** The list that is changed; null = a new one. */
  readonly kept: PriceList | null;
};

const CENTS = 2;

/** The first line that is no SKU with a price, from 1; null = there is none. */
export const wrongLine = (prices: string): number | null => wrongSkuLine(prices, CENTS);

export const pricesOf = (prices: string): ListedPrice[] =>
  skuLines(prices, CENTS).map(({ sku, value }) => ({ sku, price: minor(value) }));

export const newForm = (id: string, now: string, timeZone: string): PriceListForm => ({
  id,
  name: '',
  storeIds: [],
  channels: [],
  groupIds: [],
  timeZone,
  from: localText(now, timeZone),
  to: '',
  prices: '',
  kept: null,
});

export const formOf = (list: PriceList, timeZone: string): PriceListForm => ({
  id: list.id,
  name: list.name,
  storeIds: list.storeIds ?? [],
  channels: list.channels ?? [],
  groupIds: list.groupIds ?? [],
  timeZone,
  from: localText(list.startsAt, timeZone),
  to: list.endsAt === null ? '' : localText(list.endsAt, timeZone),
  prices: list.prices.map(({ sku, price }) => `${sku} ${hundredths(price)}`).join('\n'),
  kept: list,
});

/** null = it has no beginning. */
export const priceListOf = (form: PriceListForm): PriceList | null => {
  const { id, name, storeIds, channels, groupIds, kept } = form;
  const startsAt = momentOf(form.from, kept?.startsAt ?? null, form.timeZone);
  if (startsAt === null) return null;
  return {
    id,
    name: name.trim(),
    storeIds: storeIds.length === 0 ? null : [...storeIds],
    channels: channels.length === 0 ? null : [...channels],
    groupIds: groupIds.length === 0 ? null : [...groupIds],
    startsAt,
    endsAt: form.to === '' ? null : momentOf(form.to, kept?.endsAt ?? null, form.timeZone),
    prices: pricesOf(form.prices),
  };
};
