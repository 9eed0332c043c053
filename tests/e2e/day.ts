import {
  type APIRequestContext,
  type Browser,
  type BrowserContext,
  expect,
  request,
} from '@playwright/test';
import { demoProducts } from '#server/cli/demo/demo-catalog.ts';
import { type PlacedOrder, placeOrder } from './channel.ts';
import { type Counter, openCounter } from './day-counter.ts';
import { type HeadOffice, signInToHeadOffice } from './head-office.ts';
import { clockScript, moveClocks } from './moved-clock.ts';
import { type Product, startProduct } from './product.ts';
import { openTill } from './till-page.ts';

const STORE = 'ALM1';
const HOUR = 3_600_000;

/** Of the stores of the demo; ms. */
const ZONE = 5 * HOUR;

/** When the day after today begins in the store: the demo has sold nothing in it yet. */
const midnight = (): number => {
  const tomorrow = new Date(Date.now() + ZONE + 24 * HOUR);
  return Date.UTC(tomorrow.getUTCFullYear(), tomorrow.getUTCMonth(), tomorrow.getUTCDate()) - ZONE;
};

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

/** One store’s day: two tills, their server, head office, all by one clock. */
export type Day = {
  readonly product: Product;
  readonly first: Counter;
  readonly second: Counter;
  readonly office: HeadOffice;
  /** Minor units by English name: what the script knows, not what the product says. */
  readonly prices: Map<string, number>;
  /** Pieces that left the shelf for good, by English name; below zero = came. */
  readonly left: Map<string, number>;
  /** `11:00`, in the store; whoever is cut off has it by an own clock. */
  readonly clock: (time: string) => Promise<void>;
  /** As head office writes it: `12:00` as ISO 8601. */
  readonly timeOf: (time: string) => string;
  readonly cut: (isCut: boolean) => Promise<void>;
  readonly order: () => Promise<PlacedOrder>;
  readonly close: () => Promise<void>;
};

/** A store before it opens, at 08:30. */
export const openDay = async (browser: Browser): Promise<Day> => {
  const start = midnight();
  const timeAt = (time: string): number => start + minutesOf(time) * 60_000;
  const product = await startProduct({ time: timeAt('08:30') });
  const contexts: BrowserContext[] = [];
  const prices = new Map(demoProducts().map(({ name, price }) => [name.en, Number(price)]));
  // One of the demo’s promotions takes a tenth off.
  prices.set('Milk 3.2% 1 l', 46_800);
  const left = new Map<string, number>();
  let isCutOff = false;
  const openAt = async (tillId: string | null): Promise<Counter> => {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: 'en-US',
      timezoneId: 'Asia/Almaty',
    });
    contexts.push(context);
    await context.addInitScript(clockScript(timeAt('08:30')));
    const till = await openTill(context, product.tillUrl);
    if (tillId !== null)
      await till.page.getByRole('button', { name: new RegExp(`^${tillId}`) }).click();
    await expect(till.page.getByText('Who is at the till?')).toBeVisible();
    return openCounter({ till, prices, left });
  };
  const first = await openAt(null);
  const second = await openAt('ALM1-03');
  const channel: APIRequestContext = await request.newContext();
  return {
    product,
    first,
    second,
    office: await signInToHeadOffice(await request.newContext(), product.serverUrl),
    prices,
    left,
    clock: async (time) => {
      const pages = [first, second].map(({ till }) => till.page);
      await moveClocks(timeAt(time), { server: product, pages, isCut: isCutOff });
    },
    timeOf: (time) => new Date(timeAt(time)).toISOString(),
    cut: async (isCut) => {
      isCutOff = isCut;
      for (const context of contexts) await context.setOffline(isCut);
    },
    order: () => placeOrder(channel, product.serverUrl, STORE, 'paid'),
    close: async () => {
      for (const context of contexts) await context.close();
      await channel.dispose();
      await product.stop();
    },
  };
};
