import { expect, type Locator, type Page, test } from '@playwright/test';
import { demoProducts } from '#server/cli/demo/demo-catalog.ts';
import { openStockRoom, type StockRoom } from './stock-room.ts';
import { openTillAndOffice, type TillAndOffice } from './till-and-office.ts';

const LOAF = 'Loaf, white 500 g';
const BUTTER = 'Butter 82.5% 200 g';

test.describe.configure({ mode: 'serial' });

let shop: TillAndOffice;
let office: Page;
let room: StockRoom;

const skuOf = (name: string): string =>
  demoProducts().find((product) => product.name.en === name)?.sku ?? '';

const row = (): Locator => office.getByRole('row', { name: /Nan House/ });

test.beforeAll(async ({ browser }) => {
  const viewport = { width: 1280, height: 800 };
  shop = await openTillAndOffice(browser, { viewport, at: 'deliveries' });
  ({ office } = shop);
  room = openStockRoom(shop.till);
});

test.afterAll(() => shop.close());

test('head office announces what a supplier will bring, and is told which line is wrong', async () => {
  await office.getByRole('button', { name: 'Announce a delivery' }).click();
  const form = office.getByRole('dialog', { name: 'Announce a delivery' });
  await form.getByLabel('Supplier').fill('Nan House');
  await form.getByLabel('Number on the paper').fill('NAN-1007');
  await form.getByLabel('Expected').fill('2030-12-01T09:30');
  const goods = form.getByLabel('Goods, a product to a line');
  const save = form.getByRole('button', { name: 'Save' });
  await goods.fill(`${skuOf(LOAF)} 12\n${skuOf(BUTTER)}`);
  await save.click();
  await expect(form.getByText('Line 2 is not an SKU with a quantity.')).toBeVisible();
  await goods.fill(`${skuOf(LOAF)} 12\nNO-SUCH 4`);
  await save.click();
  await expect(form.getByText('There are no goods with the SKU NO-SUCH.')).toBeVisible();
  await goods.fill(`${skuOf(LOAF)} 12\n${skuOf(BUTTER)} 4`);
  await save.click();
  await expect(form).toBeHidden();
  await expect(row()).toContainText('NAN-1007 · 2 products');
  await expect(row()).toContainText('Announced');
});

test('it is put right while nothing of it came', async () => {
  await office.getByRole('button', { name: 'Edit: NAN-1007' }).click();
  const form = office.getByRole('dialog', { name: 'Edit the delivery' });
  await expect(form.getByLabel('Expected')).toHaveValue('2030-12-01T09:30');
  await form.getByLabel('Goods, a product to a line').fill(`${skuOf(LOAF)} 10\n${skuOf(BUTTER)} 4`);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
});

test('S5: the till receives against it one piece short, and head office sees which', async () => {
  await shop.till.page.bringToFront();
  await room.open();
  const before = await room.lookUp(LOAF);
  await room.turnTo('Goods receipt');
  await expect(room.page.getByRole('button', { name: /NAN-1007/ })).toContainText('Nan House');
  await room.scanCode('NAN-1007');
  await expect(room.line(LOAF)).toContainText('10 fewer');
  await room.page.getByRole('button', { name: 'All as on the paper' }).click();
  await expect(room.line(BUTTER)).toContainText('as expected');
  await room.page.keyboard.press('ArrowDown');
  await room.page.keyboard.press('Minus');
  await expect(room.line(BUTTER)).toContainText('1 fewer');
  await room.complete();
  await room.close();
  await office.bringToFront();
  await expect(row()).toContainText('Short');
  await expect(office.getByRole('button', { name: 'Edit: NAN-1007' })).toHaveCount(0);
  await office.getByRole('button', { name: 'Show the goods: NAN-1007' }).click();
  const goods = office.getByRole('dialog', { name: 'Nan House · NAN-1007' });
  await expect(goods.getByRole('row', { name: /Loaf, white/ })).toContainText(/10.*10/);
  await expect(goods.getByRole('row', { name: /Butter/ })).toContainText(/4.*3/);
  await office.keyboard.press('Escape');
  await shop.till.page.bringToFront();
  expect((await room.lookUp(LOAF)).onHand).toBe(before.onHand + 10);
});
