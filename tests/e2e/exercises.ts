import { expect, type Locator, type Page } from '@playwright/test';
import type { ExerciseId } from '#shared/domain/training/exercise-id.ts';
import { openPickupCounter } from './pickup-counter.ts';
import { openReturnCounter } from './return-counter.ts';
import { openShift, type TillPage } from './till-page.ts';

/** Slower than any scanner, faster than a person. */
const TYPING = { delay: 80 };

export const LOAF = 'Loaf, white';
const BUTTER = 'Butter 82.5%';

/** The strip that says what there is to do. */
export const exercisePanel = (page: Page): Locator =>
  page.getByRole('region', { name: 'Exercise', exact: true });

export const beginExercise = async (page: Page, name: string): Promise<void> => {
  await page.keyboard.press('Control+0');
  await page.getByRole('button', { name: `Start: ${name}`, exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(exercisePanel(page)).toContainText(name);
};

const isDone = (page: Page): Promise<void> =>
  expect(exercisePanel(page)).toContainText('Well done');

const approve = async (page: Page): Promise<void> => {
  await expect(page.getByRole('dialog', { name: 'A manager’s approval' })).toBeVisible();
  await page.keyboard.type('0000', TYPING);
  await page.keyboard.press('Enter');
};

const toPay = (page: Page): Promise<void> =>
  expect(page.getByRole('dialog', { name: /^To pay/ })).toBeVisible();

const machineApproves = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Approve', exact: true }).click();

/** What the exercise's instruction names: an order or a purchase. */
const numberTold = async (page: Page): Promise<string> =>
  /T-\d+/.exec(await exercisePanel(page).innerText())?.[0] ?? 'none';

/** An exercise, done from its choice in the list to the last step as a cashier would. */
type TrainedExercise = {
  readonly id: ExerciseId;
  readonly name: string;
  readonly steps: (till: TillPage) => Promise<void>;
};

export const EXERCISES: readonly TrainedExercise[] = [
  {
    id: 'first_sale',
    name: 'First sale',
    steps: async (till) => {
      const { page } = till;
      await openShift(page);
      await till.tile(LOAF).click();
      await till.tile(BUTTER).click();
      await till.payCash('5000');
      const receipt = page.getByRole('article', { name: 'Receipt' });
      await expect(receipt.getByText('TRAINING · NOT A RECEIPT').first()).toBeVisible();
      await isDone(page);
      await till.nextSale();
    },
  },
  {
    id: 'split_payment',
    name: 'Split payment',
    steps: async (till) => {
      const { page } = till;
      await till.tile(BUTTER).click();
      await page.keyboard.press('F10');
      await toPay(page);
      await page.keyboard.press('F11');
      await page.keyboard.type('450', TYPING);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('list', { name: 'Paid' })).toContainText('450');
      await page.keyboard.press('F9');
      await machineApproves(page);
      await isDone(page);
      await till.nextSale();
    },
  },
  {
    id: 'discount',
    name: 'Discount with approval',
    steps: async (till) => {
      const { page } = till;
      await till.tile(BUTTER).click();
      await page.keyboard.press('F6');
      await page.keyboard.type('30', TYPING);
      await page.getByRole('button', { name: 'Damaged' }).click();
      await page.keyboard.press('Enter');
      await approve(page);
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await till.payCash();
      await isDone(page);
      await till.nextSale();
    },
  },
  {
    id: 'weighed',
    name: 'Several pieces and goods by weight',
    steps: async (till) => {
      const { page } = till;
      await till.tile(LOAF).click();
      await page.keyboard.press('F4');
      await page.keyboard.type('3', TYPING);
      await page.keyboard.press('Enter');
      await till.tile('Apples Aport').click();
      await page.keyboard.type('1.245', TYPING);
      await page.keyboard.press('Enter');
      await expect(till.total()).not.toHaveText(/₸570$/);
      await till.payCash();
      await isDone(page);
      await till.nextSale();
    },
  },
  {
    id: 'park',
    name: 'Park and recall',
    steps: async (till) => {
      const { page } = till;
      await till.tile(LOAF).click();
      await page.keyboard.press('F11');
      await expect(page.getByText('Scan an item or tap a tile')).toBeVisible();
      await page.keyboard.press('F3');
      const list = page.getByRole('dialog', { name: 'Parked receipts' });
      await expect(list).toContainText(LOAF);
      await page.keyboard.press('Enter');
      await expect(list).toHaveCount(0);
      await till.payCash();
      await isDone(page);
      await till.nextSale();
    },
  },
  {
    id: 'pickup',
    name: 'Hand over a web order',
    steps: async (till) => {
      const { page } = till;
      const counter = openPickupCounter(till);
      await counter.open();
      await counter.row(await numberTold(page)).click();
      await counter.prepare('A1');
      await counter.typeDigits('123456');
      await counter.tickAll();
      await counter.press('F8');
      await counter.payCash();
      await isDone(page);
    },
  },
  {
    id: 'return_offline',
    name: 'Return without a connection',
    steps: async (till) => {
      const { page } = till;
      const counter = openReturnCounter(till);
      await counter.open();
      await expect(till.pill()).toContainText('No connection');
      await counter.find(await numberTold(page));
      await counter.tap(/^Return /);
      await counter.tap('Changed mind');
      await counter.press('F8');
      await isDone(page);
      await counter.next();
    },
  },
  {
    id: 'exchange',
    name: 'Exchange',
    steps: async (till) => {
      const { page } = till;
      const counter = openReturnCounter(till);
      await counter.find(await numberTold(page));
      await counter.tap(/^Return /);
      await counter.tap('Wrong item');
      await counter.press('F10');
      await counter.scanGoods('Butter 82.5% 200 g');
      await expect(page.getByRole('region', { name: 'What is taken instead' })).toContainText(
        BUTTER,
      );
      await counter.press('F8');
      await expect(page.getByRole('dialog', { name: 'Cash' })).toBeVisible();
      await counter.press('Enter');
      await isDone(page);
      await counter.next();
    },
  },
  {
    id: 'conflict',
    name: 'Conflict',
    steps: async ({ page }) => {
      await page.keyboard.press('Control+7');
      await page.getByLabel('Note').fill('The customer was called');
      await page.keyboard.press('F8');
      await approve(page);
      await isDone(page);
      await expect(page.getByText('Nothing needs a decision')).toBeVisible();
    },
  },
  {
    id: 'shift_close',
    name: 'Cash in and closing the shift',
    steps: async ({ page }) => {
      await page.getByRole('button', { name: 'Shift', exact: true }).click();
      await page.keyboard.press('F9');
      const cashIn = page.getByRole('dialog', { name: 'Cash in' });
      await expect(cashIn).toBeVisible();
      await page.keyboard.type('5000', TYPING);
      await page.keyboard.press('Enter');
      await expect(cashIn).toHaveCount(0);
      await page.keyboard.press('F8');
      await page.getByRole('textbox', { name: /Pieces of .*20,000/ }).fill('1');
      await page.keyboard.press('F8');
      await page.getByLabel('Why it differs').fill('practice');
      await page.keyboard.press('F8');
      const z = page.getByRole('article', { name: 'Z report 1' });
      await expect(z).toContainText('TRAINING · NOT A RECEIPT');
      await isDone(page);
    },
  },
];
