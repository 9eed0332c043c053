import { expect, type Locator, type Page } from '@playwright/test';
import { demoProducts } from '#server/cli/demo/demo-catalog.ts';
import { ORDERED } from './channel.ts';
import { scan } from './scan.ts';
import type { TillPage } from './till-page.ts';

/** Slower than any scanner, faster than a person. */
const TYPING = { delay: 80 };

const barcodeOf = (name: string): string =>
  demoProducts().find((product) => product.name.en === name)?.barcodes[0] ?? '';

/** The pickup counter as a cashier works at it; `acts` counts keys, taps and scans. */
export type PickupCounter = {
  readonly page: Page;
  readonly open: () => Promise<void>;
  readonly row: (number: string) => Locator;
  readonly panel: () => Locator;
  readonly choose: (number: string) => Promise<void>;
  readonly press: (key: string) => Promise<void>;
  readonly tap: (name: string | RegExp) => Promise<void>;
  readonly scanCode: (code: string) => Promise<void>;
  /** Everything that was ordered is held before the scanner. */
  readonly scanGoods: () => Promise<void>;
  readonly tick: (...names: readonly string[]) => Promise<void>;
  readonly tickAll: () => Promise<void>;
  readonly typeDigits: (digits: string) => Promise<void>;
  readonly approve: (pin: string) => Promise<void>;
  readonly payCash: () => Promise<void>;
  /** So much in cash, what is left by card. */
  readonly payCashAndCard: (cash: string) => Promise<void>;
  /** So much by card, and the dialog says what is left then. */
  readonly payPartByCard: (amount: string) => Promise<void>;
  /** All that is left. */
  readonly payCard: () => Promise<void>;
  readonly payGiftCard: (code: string) => Promise<void>;
  readonly prepare: (shelf: string) => Promise<void>;
  /** How many keys, taps and scans since it was last asked. */
  /** So many more pieces of a line, one by one. */
  readonly count: (name: string, more: number) => Promise<void>;
  readonly acts: () => number;
};

export const openPickupCounter = ({ page }: TillPage): PickupCounter => {
  let acts = 0;
  const panel = (): Locator => page.getByRole('complementary', { name: 'Lines of the order' });
  const row = (number: string): Locator =>
    page.getByRole('listitem').getByRole('button', { name: new RegExp(number) });
  const press = async (key: string): Promise<void> => {
    acts += 1;
    await page.keyboard.press(key);
  };
  const click = async (target: Locator): Promise<void> => {
    acts += 1;
    await target.click();
  };
  const payCard = async (): Promise<void> => {
    await expect(page.getByRole('dialog', { name: /^To pay/ })).toBeVisible();
    await press('F9');
    await expect(page.getByText('on the card machine')).toBeVisible();
    await press('Enter');
  };
  const ticks = (): Locator => panel().getByRole('button', { name: /^Tick/ });
  const tick = async (...names: readonly string[]): Promise<void> => {
    for (const name of names) {
      const mark = panel().getByRole('button', { name: `Tick ${name}` });
      await click(mark);
      await expect(mark).toHaveAttribute('aria-pressed', 'true');
    }
  };
  const tickAll = async (): Promise<void> => {
    for (const mark of await ticks().all())
      if ((await mark.getAttribute('aria-pressed')) === 'false') await click(mark);
    for (const mark of await ticks().all())
      await expect(mark).toHaveAttribute('aria-pressed', 'true');
  };
  return {
    page,
    open: () => page.keyboard.press('Control+2'),
    row,
    panel,
    choose: async (number) => {
      await click(row(number));
      await expect(panel().getByRole('heading', { name: number })).toBeVisible();
    },
    press,
    tap: (name) => click(page.getByRole('button', { name })),
    scanCode: async (code) => {
      acts += 1;
      await scan(page, code);
    },
    scanGoods: async () => {
      for (const name of ORDERED) {
        acts += 1;
        await scan(page, barcodeOf(name));
        await expect(panel().getByRole('button', { name: `Tick ${name}` })).toHaveAttribute(
          'aria-pressed',
          'true',
        );
      }
    },
    tick,
    tickAll,
    count: async (name, more) => {
      const pieces = page.getByRole('group', { name: `Pieces of ${name}` });
      for (let counted = 0; counted < more; counted += 1) {
        const before = await pieces.getByRole('status').innerText();
        await click(pieces.getByRole('button', { name: 'More by one' }));
        await expect(pieces.getByRole('status')).not.toHaveText(before);
      }
    },
    typeDigits: async (digits) => {
      acts += digits.length;
      await page.keyboard.type(digits, TYPING);
    },
    approve: async (pin) => {
      await expect(page.getByRole('dialog', { name: 'A manager’s approval' })).toBeVisible();
      acts += pin.length + 1;
      await page.keyboard.type(pin, TYPING);
      await page.keyboard.press('Enter');
    },
    payCash: async () => {
      await expect(page.getByRole('dialog', { name: /^To pay/ })).toBeVisible();
      await press('F8');
      await expect(page.getByRole('dialog', { name: 'Cash' })).toBeVisible();
      await press('Enter');
    },
    payCashAndCard: async (cash) => {
      await expect(page.getByRole('dialog', { name: /^To pay/ })).toBeVisible();
      await press('F11');
      await page.keyboard.type(cash, TYPING);
      await press('Enter');
      await expect(page.getByRole('list', { name: 'Paid' })).toContainText(cash);
      await payCard();
    },
    payPartByCard: async (amount) => {
      const due = page.getByRole('dialog', { name: /^To pay/ });
      const before = await due.getByRole('heading').innerText();
      await press('F11');
      await page.keyboard.type(amount, TYPING);
      await press('F9');
      await expect(page.getByText('on the card machine')).toBeVisible();
      await press('Enter');
      await expect(due.getByRole('heading')).not.toHaveText(before);
      // While it is written down nothing else may be done.
      await expect(due.getByRole('button', { name: 'Close' })).toBeVisible();
    },
    payCard,
    payGiftCard: async (code) => {
      await expect(page.getByRole('dialog', { name: /^To pay/ })).toBeVisible();
      await press('F6');
      await page.getByLabel('Number of the card or credit').fill(code);
      await press('Enter');
      await expect(page.getByRole('list', { name: 'Paid' })).toBeVisible();
    },
    prepare: async (shelf) => {
      await tickAll();
      await page.getByLabel('Shelf').fill(shelf);
      await press('F8');
      await expect(panel().getByText(`shelf ${shelf}`)).toBeVisible();
    },
    acts: () => {
      const done = acts;
      acts = 0;
      return done;
    },
  };
};
