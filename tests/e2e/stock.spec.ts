import { type BrowserContext, expect, test } from '@playwright/test';
import type { ExceptionsReply } from '#shared/protocol/exceptions.ts';
import { signInToHeadOffice } from './head-office.ts';
import { type Product, startProduct } from './product.ts';
import { openStockRoom, type StockRoom } from './stock-room.ts';
import { openTill, type TillPage } from './till-page.ts';

const LOAF = 'Loaf, white 500 g';
const CROISSANT = 'Croissant with almond';
const MILK = 'Milk 3.2% 1 l';
const BUTTER = 'Butter 82.5% 200 g';
const SAMSA = 'Samsa with beef';

test.describe.configure({ mode: 'serial' });

let product: Product;
let contexts: BrowserContext[];
let till: TillPage;
let abay: StockRoom;
let mega: StockRoom;
/** Number of the transfer from Abay to Mega. */
let slip: string;

test.beforeAll(async ({ browser }) => {
  product = await startProduct();
  const look = { viewport: { width: 1280, height: 800 } };
  contexts = [await browser.newContext(look), await browser.newContext(look)];
  const [first, second] = contexts;
  if (!first || !second) throw new Error('no windows');
  till = await openTill(first, product.tillUrl);
  await till.signIn();
  const other = await openTill(second, product.tillUrl);
  await other.page
    .getByRole('button', { name: /^ALM2-02/ })
    .first()
    .click();
  await other.signIn();
  abay = openStockRoom(till);
  mega = openStockRoom(other);
  await abay.open();
  await mega.open();
});

test.afterAll(async () => {
  for (const context of contexts) await context.close();
  await product.stop();
});

test('a scan tells what there is here and elsewhere, and F8 prints the label', async () => {
  const { available } = await abay.lookUp(LOAF);
  expect(await mega.elsewhere(LOAF, 'Abay')).toBe(available);
  await abay.page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', 'yes');
  });
  await abay.page.keyboard.press('F8');
  await expect(abay.page.locator('body')).toHaveAttribute('data-printed', 'yes');
  await abay.page.emulateMedia({ media: 'print' });
  await expect(abay.page.getByText('₸190').filter({ visible: true })).toHaveCount(1);
  await expect(abay.page.getByRole('img', { name: '4870110010000' })).toBeVisible();
  await expect(abay.panel()).toBeHidden();
  await abay.page.emulateMedia({ media: null });
});

test('a code that nobody knows is looked for, not swallowed', async () => {
  await abay.scanCode('9999999999999');
  await expect(abay.page.getByText('9999999999999')).toBeVisible();
  await abay.page.keyboard.press('Escape');
});

test('a delivery is received against its paper with no server, one piece short', async () => {
  await product.killServer();
  const before = await abay.lookUp(CROISSANT);
  const loaves = await abay.lookUp(LOAF);
  await abay.scanCode('N-1040');
  await expect(abay.line(CROISSANT)).toContainText('10 fewer');
  await abay.page.getByRole('button', { name: 'All as on the paper' }).click();
  await expect(abay.line(CROISSANT)).toContainText('as expected');
  await abay.page.keyboard.press('ArrowDown');
  await abay.page.keyboard.press('Minus');
  await expect(abay.line(CROISSANT)).toContainText('1 fewer');
  await abay.complete();
  await expect(abay.page.getByRole('button', { name: /Print 6 labels/ })).toBeVisible();
  await abay.close();
  expect((await abay.lookUp(CROISSANT)).onHand).toBe(before.onHand + 9);
  expect((await abay.lookUp(LOAF)).onHand).toBe(loaves.onHand + 6);
});

test('goods that nobody announced are received as they are scanned', async () => {
  const before = await abay.lookUp(BUTTER);
  await abay.turnTo('Goods receipt');
  await abay.scanGoods(BUTTER, 2);
  await abay.setAmount('24');
  await abay.page.getByLabel('Number on the paper').fill('D-77');
  await abay.complete();
  await abay.close();
  expect((await abay.lookUp(BUTTER)).onHand).toBe(before.onHand + 24);
});

test('R6 an adjustment needs its reason, then a manager', async () => {
  const before = await abay.lookUp(SAMSA);
  await abay.turnTo('Adjustment');
  await abay.scanGoods(SAMSA, 1);
  await abay.page.keyboard.press('F4');
  const takeAway = abay.page.getByRole('button', { name: /Take away/ });
  await expect(takeAway).toBeVisible();
  await abay.page.keyboard.press('Minus');
  await expect(takeAway).toHaveAttribute('aria-pressed', 'true');
  await abay.page.keyboard.type('2', { delay: 80 });
  await abay.page.keyboard.press('Enter');
  await abay.page.keyboard.press('F8');
  await expect(abay.page.getByText('Choose a reason.')).toBeVisible();
  await abay.page.getByRole('button', { name: 'Miscounted' }).click();
  await abay.page.keyboard.press('F8');
  await abay.approve('2222');
  await abay.close();
  expect((await abay.lookUp(SAMSA)).onHand).toBe(before.onHand - 2);
});

test('keys that come faster than a dialog is drawn are the dialog’s, not those of the field below', async () => {
  await abay.turnTo('Adjustment');
  await abay.scanGoods(SAMSA, 1);
  await abay.page.keyboard.press('F2');
  await abay.page.evaluate(() => {
    for (const code of ['F4', 'Minus', 'Enter']) {
      const key = new KeyboardEvent('keydown', {
        code,
        key: code,
        bubbles: true,
        cancelable: true,
      });
      document.activeElement?.dispatchEvent(key);
    }
  });
  await expect(abay.line(SAMSA)).toContainText('−1');
  await abay.page.keyboard.press('Escape');
  await abay.page.getByRole('button', { name: 'Give it up' }).last().click();
});

test('S4 a count holds though goods are sold while it goes on, and outlives a reload', async () => {
  await abay.turnTo('Stocktake');
  await abay.scanGoods(LOAF, 3);
  await abay.setAmount('30');
  await abay.page.keyboard.press('Control+1');
  await till.sell('Loaf, white', 'Milk 3.2%');
  await abay.page.reload();
  await till.signIn();
  await abay.open();
  await abay.turnTo('Stocktake');
  await expect(abay.line(LOAF)).toBeVisible();
  await abay.scanGoods(MILK, 4);
  await abay.complete();
  await abay.close();
  expect((await abay.lookUp(LOAF)).onHand).toBe(29);
  expect((await abay.lookUp(MILK)).onHand).toBe(4);
});

test('what a count left few of is running out', async () => {
  await abay.turnTo('Running out');
  const row = abay.page.getByRole('list', { name: 'Products' }).getByRole('button', { name: MILK });
  await expect(row).toContainText(/\d pcs|Sold out/);
});

test('goods leave for another store with a slip', async () => {
  const before = await abay.lookUp(BUTTER);
  await abay.turnTo('Transfer');
  await abay.scanGoods(BUTTER, 3);
  await abay.page.getByLabel('To store').selectOption('ALM2');
  await abay.complete();
  const dialog = abay.page.getByRole('dialog');
  await expect(dialog).toContainText('Almaty · Mega');
  slip = (await dialog.getByRole('figure').getByRole('img').getAttribute('aria-label')) ?? '';
  expect(slip).toMatch(/^T-ALM1-01-\d{6}$/);
  await abay.close();
  expect((await abay.lookUp(BUTTER)).onHand).toBe(before.onHand - 3);
});

test('S8 they arrive before anybody heard of them, one piece short', async () => {
  const before = await mega.lookUp(BUTTER);
  await mega.scanCode(slip);
  await expect(mega.panel()).toContainText('not known here yet');
  await mega.scanGoods(BUTTER, 2);
  await mega.complete();
  await mega.close();
  expect((await mega.lookUp(BUTTER)).onHand).toBe(before.onHand + 2);
});

test('a slip that was received already says when and by whom, and receives nothing by itself', async () => {
  await mega.scanCode(slip);
  const dialog = mega.page.getByRole('dialog', { name: slip });
  await expect(dialog).toContainText(/Received already: \d\d:\d\d, \S/);
  await dialog.getByRole('button', { name: 'Back' }).click();
  await expect(dialog).toHaveCount(0);
  await mega.scanCode(slip);
  await dialog.getByRole('button', { name: 'Receive more of it' }).click();
  await expect(mega.panel()).toContainText('not known here yet');
  await mega.turnTo('Look up');
});

test('what cannot be sold any more is written off', async () => {
  const before = await mega.lookUp(LOAF);
  await mega.turnTo('Write-off');
  await mega.scanGoods(LOAF, 2);
  await mega.page.getByRole('button', { name: 'Expired' }).click();
  await mega.page.keyboard.press('F8');
  await mega.approve('2222');
  await mega.close();
  expect((await mega.lookUp(LOAF)).onHand).toBe(before.onHand - 2);
});

test('S3 S4 with the server back, both stores and head office know the same, to the piece', async ({
  playwright,
}) => {
  const goods = [LOAF, CROISSANT, MILK, BUTTER, SAMSA];
  const levelsOf = async (room: StockRoom): Promise<number[]> => {
    const levels: number[] = [];
    for (const name of goods) levels.push((await room.lookUp(name)).available);
    return levels;
  };
  const here = await levelsOf(abay);
  const there = await levelsOf(mega);
  await product.startServer();
  for (const { page } of [abay, mega]) {
    await page.getByRole('button', { name: /Connection and queue/ }).click();
    await page.getByRole('button', { name: 'Try now' }).click();
    await expect(page.getByText('Everything is sent')).toBeVisible({ timeout: 60_000 });
    await page.keyboard.press('Escape');
  }
  const atLeastNone = (level: number): number => Math.max(level, 0);
  for (const [place, name] of goods.entries()) {
    expect(await mega.elsewhere(name, 'Abay')).toBe(atLeastNone(here[place] ?? 0));
    expect(await abay.elsewhere(name, 'Mega')).toBe(atLeastNone(there[place] ?? 0));
  }
  expect(await levelsOf(abay)).toEqual(here);
  expect(await levelsOf(mega)).toEqual(there);

  const request = await playwright.request.newContext();
  const office = await signInToHeadOffice(request, product.serverUrl);
  const { exceptions } = await office.get<ExceptionsReply>('exceptions?state=open');
  const deliveries = exceptions.filter(({ kind }) => kind === 'delivery_differs');
  expect(deliveries.map(({ subject }) => subject.id).toSorted()).toEqual(['ALM1-IN-1', slip]);
  expect(exceptions.filter(({ kind }) => kind === 'count_uncertain')).toEqual([]);
  await request.dispose();
});
