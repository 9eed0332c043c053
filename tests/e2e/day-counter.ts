import { expect } from '@playwright/test';
import { demoProducts } from '#server/cli/demo/demo-catalog.ts';
import { openPickupCounter, type PickupCounter } from './pickup-counter.ts';
import { openReturnCounter, type Paper, paperIn, type ReturnCounter } from './return-counter.ts';
import { scan } from './scan.ts';
import { openStockRoom, type StockRoom } from './stock-room.ts';
import type { TillPage } from './till-page.ts';

/** Slower than any scanner, faster than a person. */
const TYPING = { delay: 80 };

/** By its English name. */
export const productNamed = (name: string) => {
  const product = demoProducts().find(({ name: { en } }) => en === name);
  if (!product) throw new Error(`no such product: ${name}`);
  return product;
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
  /** Pieces on hand by English name, as its stock room shows them. */
  readonly levels: (names: readonly string[]) => Promise<Record<string, number>>;
  /** Rings it up, checks the total against these prices, takes the money. */
  readonly sell: (sale: Sale) => Promise<Paper>;
};

const addTo = (counts: Map<string, number>, name: string, pieces: number): void => {
  counts.set(name, (counts.get(name) ?? 0) + pieces);
};

const formatted = (minor: number): string => `₸${(minor / 100).toLocaleString('en-US')}`;

type CounterParts = {
  readonly till: TillPage;
  /** Minor units by English name. */
  readonly prices: ReadonlyMap<string, number>;
  /** Pieces that left the shelf, by English name: added to. */
  readonly left: Map<string, number>;
};

export const openCounter = ({ till, prices, left }: CounterParts): Counter => {
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
  const stock = openStockRoom(till);
  return {
    till,
    returns,
    pickups: openPickupCounter(till),
    stock,
    takings,
    levels: async (names) => {
      const levels: Record<string, number> = {};
      await stock.open();
      for (const name of names) levels[name] = (await stock.lookUp(name)).onHand;
      await page.keyboard.press('Control+1');
      return levels;
    },
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

const NOTES = [20_000, 10_000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1];
/** What lies in a drawer in the morning, minor units. */
export const FLOAT = 2_000_000;

/** The drawer counted note by note, without a look at what should be in it. */
export const closeShift = async ({ till: { page } }: Counter, drawer: number): Promise<void> => {
  await page.getByRole('button', { name: 'Shift', exact: true }).click();
  await page.keyboard.press('F8');
  let rest = drawer / 100;
  for (const note of NOTES) {
    const pieces = Math.floor(rest / note);
    rest -= pieces * note;
    if (pieces === 0) continue;
    const field = page.getByRole('textbox', {
      name: new RegExp(`Pieces of ₸${note.toLocaleString('en-US')}$`),
    });
    await field.fill(String(pieces));
  }
  await page.keyboard.press('F8');
  await expect(page.getByText('Difference')).toBeVisible();
};
