import { expect, type Locator, type Page } from '@playwright/test';
import { demoProducts } from '#server/cli/demo/demo-catalog.ts';
import { scan } from './scan.ts';
import type { TillPage } from './till-page.ts';

/** Slower than any scanner, faster than a person. */
const TYPING = { delay: 80 };

const barcodeOf = (name: string): string =>
  demoProducts().find((product) => product.name.en === name)?.barcodes[0] ?? '';

/** What a customer walks away with. */
export type Paper = { readonly number: string; readonly code: string };

/** By a card whose last four digits the machine says, or whatever card. */
export type Paying = 'cash' | 'card' | { readonly card: string };

/** The counter for returns as a cashier works at it; `acts` counts keys, taps and scans. */
export type ReturnCounter = {
  readonly page: Page;
  readonly till: TillPage;
  /** Sold at this till, and the receipt with its code. */
  readonly sell: (paying: Paying, ...names: readonly string[]) => Promise<Paper>;
  readonly open: () => Promise<void>;
  readonly scanReceipt: (paper: Paper) => Promise<void>;
  readonly scanCode: (code: string) => Promise<void>;
  readonly scanGoods: (name: string) => Promise<void>;
  readonly press: (key: string) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  readonly tap: (name: string | RegExp) => Promise<void>;
  readonly find: (text: string) => Promise<void>;
  /** The machine beside the till gave or took the money. */
  readonly machineApproves: () => Promise<void>;
  readonly approve: (pin: string) => Promise<void>;
  /** What the till says was done. */
  readonly done: () => Locator;
  readonly next: () => Promise<void>;
  /** How many keys, taps and scans since it was last asked. */
  readonly acts: () => number;
};

export const paperIn = async (page: Page): Promise<Paper> => {
  const dialog = page.getByRole('dialog', { name: /^Receipt/ });
  const code = dialog.locator('svg[data-text]');
  await expect(code).toHaveAttribute('data-text', /^RA[A-Z2-7]{300,}$/);
  const title = await dialog.getByRole('heading').first().innerText();
  return {
    number: /ALM\d-\d\d-\d{6}/.exec(title)?.[0] ?? '',
    code: (await code.getAttribute('data-text')) ?? '',
  };
};

export const openReturnCounter = (till: TillPage): ReturnCounter => {
  const { page } = till;
  let acts = 0;
  const press = async (key: string): Promise<void> => {
    acts += 1;
    await page.keyboard.press(key);
  };
  const done = (): Locator => page.getByRole('dialog', { name: /^(Return|Exchange) №/ });
  return {
    page,
    till,
    sell: async (paying, ...names) => {
      await page.keyboard.press('Control+1');
      for (const name of names) await till.tile(name).click();
      if (paying === 'cash') await till.payCash();
      else {
        await page.keyboard.press('F9');
        await expect(page.getByRole('dialog', { name: 'Card' })).toBeVisible();
        if (paying !== 'card') await page.keyboard.type(paying.card, TYPING);
        await page.getByRole('button', { name: 'Approved' }).click();
      }
      const paper = await paperIn(page);
      await till.nextSale();
      return paper;
    },
    open: async () => {
      await page.keyboard.press('Control+3');
      await expect(page.getByRole('heading', { name: 'Returns' })).toBeVisible();
    },
    scanReceipt: async ({ code, number }) => {
      acts += 1;
      const heading = page.getByRole('heading', { name: `Receipt № ${number}` });
      // A machine with no time to spare may take a scan for typing; a cashier scans again.
      await expect(async () => {
        await scan(page, code);
        await expect(heading).toBeVisible({ timeout: 5000 });
      }).toPass({ timeout: 30_000 });
    },
    scanCode: (code) => scan(page, code),
    scanGoods: async (name) => {
      acts += 1;
      await scan(page, barcodeOf(name));
    },
    press,
    type: async (text) => {
      acts += text.length;
      await page.keyboard.type(text, TYPING);
    },
    tap: async (name) => {
      acts += 1;
      await page.getByRole('button', { name, exact: typeof name === 'string' }).click();
    },
    find: async (text) => {
      acts += text.length + 1;
      await page.keyboard.press('F2');
      await page.keyboard.type(text, TYPING);
      await page.keyboard.press('Enter');
    },
    machineApproves: async () => {
      await expect(page.getByText('on the card machine')).toBeVisible();
      await press('Enter');
    },
    approve: async (pin) => {
      await expect(page.getByRole('dialog', { name: 'A manager’s approval' })).toBeVisible();
      acts += pin.length + 1;
      await page.keyboard.type(pin, TYPING);
      await page.keyboard.press('Enter');
    },
    done,
    next: async () => {
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    },
    acts: () => {
      const count = acts;
      acts = 0;
      return count;
    },
  };
};
