import type { StoreSettings } from '#shared/domain/settings/schema.ts';
import type { Currency } from '#shared/kernel/money.ts';
import type { HourSales, Overview, TillStatus } from '#shared/protocol/dashboard.ts';
import { tillStatuses } from '../auth/tills.ts';
import type { Tables } from '../tables.ts';
import { countOpenExceptions, listExceptions } from './exceptions.ts';
import { waitingPickups } from './pickups.ts';
import { countQuarantined } from './quarantine.ts';
import { readDocuments } from './read-documents.ts';
import {
  figuresOf,
  type HourRow,
  salesByChannel,
  salesByHour,
  type SalesRow,
  topProducts,
} from './sales.ts';
import { giftCardsSold } from './stored-value.ts';
import { dayIn, daysBefore, type StoreDay, storeDays } from './store-days.ts';

const WEEK = 7;
const TOP_PRODUCTS = 10;
const NEWEST_EXCEPTIONS = 10;

export type OverviewRequest = {
  /** What the person may see and asked for; not empty. */
  readonly stores: readonly StoreSettings[];
  readonly storeId: string | null;
  readonly day: string | null;
  readonly currency: Currency | null;
};

const hoursOf = (today: readonly HourRow[], before: readonly HourRow[]): HourSales[] => {
  const at = (rows: readonly HourRow[], hour: number) =>
    rows.find((row) => row.hour === hour)?.netSales ?? 0;
  return Array.from({ length: 24 }, (_, hour) => ({
    hour,
    netSales: at(today, hour),
    lastWeek: at(before, hour),
  }));
};

const channelsOf = (rows: readonly SalesRow[]): Overview['channels'] => {
  const channels = [...new Set(rows.map(({ channel }) => channel))];
  return channels
    .map((channel) => {
      const { netSales, receipts } = figuresOf(rows.filter((row) => row.channel === channel));
      return { channel, netSales, receipts };
    })
    .toSorted((left, right) => right.netSales - left.netSales);
};

/** The earliest, or null when one of them is not known at all. */
const earliest = (times: readonly (string | null)[]): string | null =>
  times.reduce((least, time) => {
    if (least === null || time === null) return null;
    return time < least ? time : least;
  }, times[0] ?? null);

const storeOf = (
  { storeId, name }: StoreSettings,
  rows: readonly SalesRow[],
  tills: readonly TillStatus[],
): Overview['stores'][number] => {
  const { netSales, receipts } = figuresOf(rows.filter((row) => row.storeId === storeId));
  const own = tills.filter((till) => till.storeId === storeId && till.state === 'enrolled');
  const contacts = own.flatMap(({ lastContactAt }) => lastContactAt ?? []);
  return {
    storeId,
    name,
    netSales,
    receipts,
    completeAt: earliest(own.map(({ completeAt }) => completeAt)),
    lastContactAt: contacts.toSorted().at(-1) ?? null,
    queued: own.reduce((total, { queued }) => total + queued, 0),
  };
};

/** The same stretch of the day a week before, while today is not over. */
const upToNow = (days: readonly StoreDay[], now: string): StoreDay[] => {
  const then = `${daysBefore(now.slice(0, 10), WEEK)}${now.slice(10)}`;
  return days.map((day) => ({ ...day, to: then < day.to ? then : day.to }));
};

const namedTopProducts = async (
  db: Tables,
  days: readonly StoreDay[],
): Promise<Overview['topProducts']> => {
  const rows = await topProducts(db, days, TOP_PRODUCTS);
  const skus = rows.map(({ sku }) => sku);
  const products = await readDocuments(db, 'products', skus);
  return rows.map((row) => ({ ...row, name: products.get(row.sku)?.name ?? { en: row.sku } }));
};

const salesPart = async (
  db: Tables,
  stores: readonly StoreSettings[],
  day: string,
  now: string,
) => {
  const days = await storeDays(db, stores, day);
  const before = await storeDays(db, stores, daysBefore(day, WEEK));
  const rows = await salesByChannel(db, days);
  return {
    rows,
    figures: figuresOf(rows),
    giftCardsSold: await giftCardsSold(db, days),
    lastWeek: figuresOf(await salesByChannel(db, upToNow(before, now))),
    hours: hoursOf(await salesByHour(db, days), await salesByHour(db, before)),
    channels: channelsOf(rows),
    topProducts: await namedTopProducts(db, days),
  };
};

/** What head office looks at first: the day's sales of some stores in one currency, and what needs a person. */
export const readOverview = async (
  db: Tables,
  request: OverviewRequest,
  now: string,
): Promise<Overview | null> => {
  const [first] = request.stores;
  if (!first) return null;
  const currency = request.currency ?? first.currency;
  const stores = request.stores.filter((store) => store.currency === currency);
  const storeIds = stores.map(({ storeId }) => storeId);
  const day = request.day ?? dayIn(first.timeZone, now);
  const tills = await tillStatuses(db, storeIds);
  const { rows, ...sales } = await salesPart(db, stores, day, now);
  const { exceptions: newest } = await listExceptions(db, {
    storeIds,
    state: 'open',
    before: null,
    limit: NEWEST_EXCEPTIONS,
  });
  return {
    at: now,
    day,
    storeId: request.storeId,
    currency,
    currencies: [...new Set(request.stores.map((store) => store.currency))],
    ...sales,
    stores: stores.map((store) => storeOf(store, rows, tills)),
    pickups: await waitingPickups(db, storeIds, now),
    tills,
    exceptions: { open: await countOpenExceptions(db, storeIds), newest },
    quarantined: await countQuarantined(db, storeIds),
  };
};
