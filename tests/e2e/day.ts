import {
  type APIRequestContext,
  type Browser,
  type BrowserContext,
  expect,
  request,
} from '@playwright/test';
import { demoProducts } from '#server/cli/demo/demo-catalog.ts';
import { type PlacedOrder, placeOrder } from './channel.ts';
import { type HeadOffice, signInToHeadOffice } from './head-office.ts';
import { clockScript } from './moved-clock.ts';
import { openPickupCounter, type PickupCounter } from './pickup-counter.ts';
import { type Product, startProduct } from './product.ts';
import { openReturnCounter, type Paper, paperIn, type ReturnCounter } from './return-counter.ts';
import { scan } from './scan.ts';
import { openStockRoom, type StockRoom } from './stock-room.ts';
import { openTill, type TillPage } from './till-page.ts';

/** Slower than any scanner, faster than a person. */
const TYPING = { delay: 80 };
const STORE = 'ALM1';
const HOUR = 3_600_000;

/** By its English name. */
export const productNamed = (name: string) => {
  const product = demoProducts().find(({ name: { en } }) => en === name);
  if (!product) throw new Error(`no such product: ${name}`);
  return product;
};

/** The day after the demo was made, in the store's own time zone: 08:00 is three hours after midnight in London. */
const midnight = (): number => {
  const tomorrow = new Date(Date.now() + 24 * HOUR);
  return (
    Date.UTC(tomorrow.getUTCFullYear(), tomorrow.getUTCMonth(), tomorrow.getUTCDate()) - 5 * HOUR
  );
};

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

export type Sale = {
  /** English names, one piece each. */
  readonly goods: readonly string[];
  readonly paying: 'cash' | 'card' | 'both';
  /** Off the whole of a single line. */
  readonly percent?: number;
};

/** What a till's drawer and terminal took, minor units. */
export type Takings = { cash: number; card: number };

/** A till with who stands at it. */
export type Counter = {
  readonly till: TillPage;
  readonly returns: ReturnCounter;
  readonly pickups: PickupCounter;
  readonly stock: StockRoom;
  readonly takings: Takings;
  /** Rings it up, checks the total against these prices, takes the money. */
  readonly sell: (sale: Sale) => Promise<Paper>;
};

/** One store's day: two tills, their server, head office, all by one clock. */
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
  /** Pieces that may be promised, by English name, as channels are told. */
  readonly available: (names: readonly string[]) => Promise<Record<string, number>>;
  readonly close: () => Promise<void>;
};

const addTo = (counts: Map<string, number>, name: string, pieces: number): void => {
  counts.set(name, (counts.get(name) ?? 0) + pieces);
};

const formatted = (minor: number): string => `₸${(minor / 100).toLocaleString('en-US')}`;

type CounterParts = Pick<Day, 'prices' | 'left'> & { readonly till: TillPage };

const openCounter = ({ till, prices, left }: CounterParts): Counter => {
  const { page } = till;
  const takings: Takings = { cash: 0, card: 0 };
  const returns = openReturnCounter(till);
  const totalOf = ({ goods, percent = 0 }: Sale): number => {
    const full = goods.reduce((sum, name) => sum + (prices.get(name) ?? Number.NaN), 0);
    return full - (full * percent) / 100;
  };
  const pay = async ({ paying }: Sale, total: number): Promise<void> => {
    if (paying === 'cash') {
      await till.payCash();
      takings.cash += total;
    } else if (paying === 'card') {
      await page.keyboard.press('F9');
      await returns.machineApproves();
      takings.card += total;
    } else {
      await page.keyboard.press('F10');
      await expect(page.getByRole('dialog', { name: /^To pay/ })).toBeVisible();
      await page.keyboard.press('F11');
      await page.keyboard.type('100', TYPING);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('list', { name: 'Paid' })).toContainText('₸100');
      await page.keyboard.press('F9');
      await returns.machineApproves();
      takings.cash += 10_000;
      takings.card += total - 10_000;
    }
  };
  return {
    till,
    returns,
    pickups: openPickupCounter(till),
    stock: openStockRoom(till),
    takings,
    sell: async (sale) => {
      const total = totalOf(sale);
      const basket = page.getByRole('complementary', { name: 'Basket' });
      for (const name of sale.goods) {
        await scan(page, productNamed(name).barcodes[0] ?? '');
        await expect(basket.getByText(name)).toBeVisible();
        addTo(left, name, 1);
      }
      if (sale.percent !== undefined) {
        await page.keyboard.press('F6');
        await page.keyboard.type(String(sale.percent), TYPING);
        await page.keyboard.press('Enter');
      }
      await expect(till.total()).toHaveText(new RegExp(`${formatted(total)}$`));
      await pay(sale, total);
      const paper = await paperIn(page);
      await till.nextSale();
      return paper;
    },
  };
};

/** `person` signs in and opens the shift with what lies in the drawer. */
export const beginShift = async (
  { till: { page, tile } }: Counter,
  person: string,
): Promise<void> => {
  await page.getByRole('button', { name: person }).click();
  await page.keyboard.type('1111', TYPING);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Open shift' })).toBeVisible();
  await page.keyboard.type('20000', TYPING);
  await page.keyboard.press('F8');
  await expect(tile('Loaf, white')).toBeVisible();
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
  const openAt = async (tillId: string | null): Promise<Counter> => {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: 'en-US',
      timezoneId: 'Asia/Almaty',
    });
    contexts.push(context);
    await context.addInitScript(clockScript(timeAt('08:30')));
    const who = `${product.serverUrl.slice(-5)} ${tillId ?? 'first'}`;
    context.on('console', (m) => console.log(who, m.text()));
    context.on('weberror', (e) => console.log(who, 'ERROR', e.error()));
    await context.addInitScript(`{
      const log = (...a) => console.log('T', Math.round(performance.now()), ...a);
      for (const k of ['keydown']) addEventListener(k, (e) => log(k, e.key), true);
      addEventListener('DOMContentLoaded', () => new MutationObserver((list) => { for (const m of list) { for (const n of m.addedNodes) if (n.querySelector?.('[role=dialog]') || n.role==='dialog') log('+dialog', (n.querySelector('h2')?.textContent)); for (const n of m.removedNodes) if (n.querySelector?.('[role=dialog]')|| n.role==='dialog') log('-dialog', n.querySelector('h2')?.textContent); } }).observe(document.body, {childList:true, subtree:true}));
    }`);
    const till = await openTill(context, product.tillUrl);
    if (tillId !== null)
      await till.page.getByRole('button', { name: new RegExp(`^${tillId}`) }).click();
    await expect(till.page.getByText('Who is at the till?')).toBeVisible();
    return openCounter({ till, prices, left });
  };
  const first = await openAt(null);
  const second = await openAt('ALM1-03');
  const channel: APIRequestContext = await request.newContext();
  const headers = { authorization: 'Bearer demo-web-key' };
  return {
    product,
    first,
    second,
    office: await signInToHeadOffice(await request.newContext(), product.serverUrl),
    prices,
    left,
    clock: async (time) => {
      const to = timeAt(time);
      product.moveClockTo(to);
      for (const { till } of [first, second])
        await till.page.evaluate((now) => globalThis.moveClockTo?.(now), to);
    },
    timeOf: (time) => new Date(timeAt(time)).toISOString(),
    cut: async (isCut) => {
      for (const context of contexts) await context.setOffline(isCut);
    },
    order: () => placeOrder(channel, product.serverUrl, STORE, 'paid'),
    available: async (names) => {
      const levels: Record<string, number> = {};
      for (const name of names) {
        const { sku } = productNamed(name);
        const url = `${product.serverUrl}/api/v1/availability?sku=${sku}&storeId=${STORE}`;
        const reply = (await (await channel.get(url, { headers })).json()) as {
          stores: { available: number }[];
        };
        levels[name] = (reply.stores[0]?.available ?? Number.NaN) / 1000;
      }
      return levels;
    },
    close: async () => {
      for (const context of contexts) await context.close();
      await channel.dispose();
      await product.stop();
    },
  };
};
