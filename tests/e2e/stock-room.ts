import { expect, type Locator, type Page } from '@playwright/test';
import { demoProducts } from '#server/cli/demo/demo-catalog.ts';
import { scan } from './scan.ts';
import type { TillPage } from './till-page.ts';

/** Slower than any scanner, faster than a person. */
const TYPING = { delay: 80 };

const barcodeOf = (name: string): string =>
  demoProducts().find((product) => product.name.en === name)?.barcodes[0] ?? '';

/** What a till shows of one product; pieces. */
export type Levels = { readonly onHand: number; readonly available: number };

/** The stock room as a person works in it. */
export type StockRoom = {
  readonly page: Page;
  /** By keyboard alone. */
  readonly open: () => Promise<void>;
  /** F6 until the job is there. */
  readonly turnTo: (job: string) => Promise<void>;
  readonly panel: () => Locator;
  /** A line of the sheet. */
  readonly line: (name: string) => Locator;
  readonly scanCode: (code: string) => Promise<void>;
  /** A piece is held before the scanner until the sheet has so many. */
  readonly scanGoods: (name: string, pieces: number) => Promise<void>;
  /** F4, so many, Enter, of the line that was scanned last. */
  readonly setAmount: (amount: string) => Promise<void>;
  /** F8; ends when the till says that it is in the books. */
  readonly complete: () => Promise<void>;
  readonly close: () => Promise<void>;
  readonly approve: (pin: string) => Promise<void>;
  readonly lookUp: (name: string) => Promise<Levels>;
  /** What the server has of the product in another store; pieces that may be sold. */
  readonly elsewhere: (name: string, store: string) => Promise<number>;
};

export const openStockRoom = ({ page }: TillPage): StockRoom => {
  const panel = (): Locator => page.getByRole('complementary');
  const sheet = (): Locator => page.getByRole('list', { name: 'Goods on the sheet' });
  const line = (name: string): Locator => sheet().getByRole('listitem').filter({ hasText: name });
  const held = (name: string, pieces: number): Locator =>
    line(name).getByRole('button', { name: new RegExp(`^Quantity: \\+?${pieces}$`) });
  const job = (name: string): Locator =>
    page.getByRole('main').getByRole('button', { name: new RegExp(`^${name}`), pressed: true });
  const turnTo = async (name: string): Promise<void> => {
    await expect(async () => {
      if (await job(name).isVisible()) return;
      await page.keyboard.press('F6');
      await expect(job(name)).toBeVisible({ timeout: 300 });
    }).toPass({ timeout: 15_000 });
  };
  const figure = async (name: string): Promise<number> => {
    const shown = panel().locator('dl > div').filter({ hasText: name }).locator('dd');
    return Number.parseInt((await shown.innerText()).replaceAll(',', ''), 10);
  };
  const scanGoods = async (name: string, pieces: number): Promise<void> => {
    for (let piece = 1; piece <= pieces; piece += 1) {
      await scan(page, barcodeOf(name));
      await expect(held(name, piece)).toBeVisible();
    }
  };
  const lookUp = async (name: string): Promise<Levels> => {
    await turnTo('Look up');
    await scan(page, barcodeOf(name));
    await expect(panel().getByRole('heading', { name })).toBeVisible();
    await expect(panel().locator('dl')).toBeVisible();
    return { onHand: await figure('On hand'), available: await figure('Available') };
  };
  return {
    page,
    open: async () => {
      await page.keyboard.press('Control+5');
      await expect(page.getByRole('heading', { name: 'Stock', exact: true })).toBeVisible();
    },
    turnTo,
    panel,
    line,
    scanCode: (code) => scan(page, code),
    scanGoods,
    setAmount: async (amount) => {
      await page.keyboard.press('F4');
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.keyboard.type(amount, TYPING);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    },
    complete: async () => {
      await page.keyboard.press('F8');
      await expect(
        page.getByRole('dialog').getByRole('button', { name: 'Close Enter' }),
      ).toBeVisible();
    },
    close: async () => {
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    },
    approve: async (pin) => {
      await expect(page.getByRole('dialog', { name: 'A manager’s approval' })).toBeVisible();
      await page.keyboard.type(pin, TYPING);
      await page.keyboard.press('Enter');
      await expect(
        page.getByRole('dialog').getByRole('button', { name: 'Close Enter' }),
      ).toBeVisible();
    },
    lookUp,
    elsewhere: async (name, store) => {
      await lookUp(name);
      const row = panel().getByRole('listitem').filter({ hasText: store });
      await expect(row).toBeVisible();
      const words = await row.innerText();
      return words.includes('Sold out') ? 0 : Number(/(\d+) pcs/.exec(words)?.[1]);
    },
  };
};
