import { expect, type Page, test } from '@playwright/test';
import type { ShiftDetail, ShiftsReply } from '#shared/protocol/shifts.ts';
import { signInToHeadOffice } from './head-office.ts';
import { type Product, startProduct } from './product.ts';
import { openTill, type TillPage } from './till-page.ts';

/** Slower than any scanner, faster than a person. */
const TYPING = { delay: 80 };

test.describe.configure({ mode: 'serial' });

let product: Product;
let till: TillPage;
let page: Page;

test.beforeAll(async ({ browser }) => {
  product = await startProduct();
  till = await openTill(await browser.newContext(), product.tillUrl);
  ({ page } = till);
});

test.afterAll(async () => {
  await page.context().close();
  await product.stop();
});

const signIn = async (): Promise<void> => {
  await page
    .getByRole('button', { name: /Cashier/ })
    .first()
    .click();
  await page.keyboard.type('1111', TYPING);
  await page.keyboard.press('Enter');
};

const figure = (name: string) =>
  page.getByRole('complementary').locator('dl > div').filter({ hasText: name });

test('R2 a day at the till begins with the float, by one key', async () => {
  await signIn();
  await expect(page.getByRole('region', { name: 'Open shift' })).toBeVisible();
  await page.keyboard.type('20000', TYPING);
  await page.keyboard.press('F8');
  await expect(till.tile('Loaf, white')).toBeVisible();
  await expect(page.getByRole('button', { name: /Shift 1 ·/ })).toBeVisible();
});

test('R4 sales and cash in do not tell the cashier what the drawer should hold', async () => {
  await till.sell('Loaf, white');
  await page.getByRole('button', { name: 'Shift', exact: true }).click();
  await page.keyboard.press('F9');
  const dialog = page.getByRole('dialog', { name: 'Cash in' });
  await expect(dialog).toBeVisible();
  await page.keyboard.type('5000', TYPING);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Cash in and out' })).toContainText('5,000');
  await expect(figure('Receipts')).toContainText('1');
  await expect(figure('Cash').first()).toContainText('hidden');
  await page.keyboard.press('F7');
  const report = page.getByRole('article', { name: 'X report 1' });
  await expect(report).toContainText('hidden until the drawer is counted');
  await expect(report).not.toContainText('Expected');
  await page.keyboard.press('Escape');
});

test('cash out waits for a manager', async () => {
  await page.keyboard.press('F10');
  await expect(page.getByRole('dialog', { name: 'Cash out' })).toBeVisible();
  await page.keyboard.type('1000', TYPING);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Manager’s approval' })).toBeVisible();
  await page.keyboard.type('2222', TYPING);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Cash in and out' })).toContainText('1,000');
});

test('R5 the shift is counted blindly and closed with no server, and the next float is what is there', async () => {
  await product.killServer();
  await page.keyboard.press('F8');
  const largest = page.getByRole('textbox', { name: /Pieces of .*20,000/ });
  await largest.fill('1');
  await page.keyboard.press('Enter');
  await page.keyboard.type('0', TYPING);
  await page
    .getByRole('textbox', { name: /Pieces of .*2,000/ })
    .last()
    .fill('2');
  await expect(page.getByRole('status').filter({ hasText: 'Counted' })).toContainText('24,000');
  await page.keyboard.press('F8');
  await expect(figure('Difference')).toContainText('Shortage');
  await expect(page.getByRole('button', { name: /Close shift/ })).toBeDisabled();
  await page.getByLabel('Why it differs').fill('the loaf’s money went to the baker');
  await page.keyboard.press('F8');
  const z = page.getByRole('article', { name: 'Z report 1' });
  await expect(z).toContainText('24,000');
  await expect(z).toContainText('the loaf’s money went to the baker');
  const form = page.getByRole('region', { name: 'Open shift' });
  await expect(form).toContainText('24,000');
  await page.getByRole('button', { name: 'Sale', exact: true }).click();
  await expect(form).toBeVisible();
});

test('R3 head office has the Z report, complete, when the till is heard again', async ({
  playwright,
}) => {
  await product.startServer();
  const request = await playwright.request.newContext();
  const office = await signInToHeadOffice(request, product.serverUrl);
  const closedHere = async () => {
    const { shifts } = await office.get<ShiftsReply>('shifts?storeId=ALM1');
    return shifts.find(({ tillId, number }) => tillId === 'ALM1-01' && number === 1);
  };
  await till.pill().click();
  await page.getByRole('button', { name: 'Try now' }).click();
  await expect
    .poll(closedHere, { timeout: 60_000 })
    .toMatchObject({ state: 'complete', missing: 0, closed: { counted: 2_400_000 } });
  await page.keyboard.press('Escape');
  const { shiftId } = (await closedHere()) ?? { shiftId: '' };
  const { unexplained } = await office.get<ShiftDetail>(`shifts/${shiftId}`);
  expect(unexplained).toBe(0);
  await request.dispose();
});

test('R3 a reload changes nothing of a closed shift; the next one has the next number', async () => {
  await page.reload();
  await signIn();
  await expect(page.getByRole('article', { name: 'Z report 1' })).toBeVisible();
  await page.keyboard.press('F8');
  await expect(page.getByRole('button', { name: /Shift 2 ·/ })).toBeVisible();
  await expect(till.tile('Loaf, white')).toBeVisible();
});
