import { type BrowserContext, expect, test } from '@playwright/test';
import { demoProducts } from '#server/cli/demo/demo-catalog.ts';
import { enterDashboard } from './head-office.ts';
import { type Product, startProduct } from './product.ts';
import { openReturnCounter } from './return-counter.ts';
import { scan } from './scan.ts';
import { openTill, type TillPage } from './till-page.ts';

let product: Product;
let till: TillPage;
let context: BrowserContext;

test.beforeAll(async ({ browser }) => {
  product = await startProduct();
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  till = await openTill(context, product.tillUrl);
  await till.signIn();
});

test.afterAll(async () => {
  await product.stop();
  await context.close();
});

const basket = () => till.page.getByRole('complementary', { name: 'Basket' });
const lines = () => basket().getByRole('button', { name: / × ₸/ });
const barcodeOf = (name: string): string =>
  demoProducts().find((known) => known.name.en === name)?.barcodes[0] ?? '';
const press = (key: string): Promise<void> => till.page.keyboard.press(key);

test('notes are written by keyboard alone and stand on the receipt; a line goes up by a key', async () => {
  await till.tile('Loaf, white').click();
  await till.tile('Baursak').click();
  await press('Shift+F4');
  const details = till.page.getByRole('dialog', { name: /Baursak/ });
  await expect(details.getByLabel('Note on the line')).toBeFocused();
  await till.page.keyboard.type('well done please', { delay: 80 });
  await press('Tab');
  await till.page.keyboard.type('for the office', { delay: 80 });
  await press('F8');
  await expect(details).toHaveCount(0);
  await expect(lines().nth(1)).toContainText('well done please');
  await press('Control+ArrowUp');
  await expect(lines().nth(0)).toContainText('Baursak');
  await till.payCash();
  const receipt = till.page.getByRole('article', { name: 'Receipt' });
  await expect(receipt).toContainText('well done please');
  await expect(receipt).toContainText('for the office');
  await till.nextSale();
});

test('the last sale is put in once more by a key, and the last change undone by a press', async () => {
  await press('Insert');
  await expect(lines()).toHaveCount(2);
  await press('Insert');
  await expect(basket().getByText('2 × ₸')).toBeVisible();
  await basket().getByRole('button', { name: 'Undo' }).click();
  await expect(basket().getByText('2 × ₸')).toHaveCount(0);
});

test('R7: a line and a basket go for a reason, and the shift counts them', async () => {
  await press('Delete');
  await expect(till.page.getByRole('dialog', { name: 'Remove the line' })).toBeVisible();
  await press('ArrowDown');
  await press('Enter');
  await expect(lines()).toHaveCount(1);
  await basket().getByRole('button', { name: 'Clear the basket' }).click();
  await till.page.getByRole('dialog').getByRole('button', { name: 'Other', exact: true }).click();
  await press('F8');
  await expect(lines()).toHaveCount(0);
});

test('goods that ask something are asked for it before they are in the basket, and one piece is not taken back for another', async () => {
  const counter = openReturnCounter(till);
  await scan(till.page, barcodeOf('Lighter'));
  const age = till.page.getByRole('dialog', { name: 'Lighter' });
  await expect(age).toContainText('18 or older');
  await press('F8');
  await expect(lines()).toHaveCount(1);
  await scan(till.page, barcodeOf('Lighter'));
  await expect(basket().getByText('2 × ₸')).toBeVisible();

  await scan(till.page, barcodeOf('Cable USB-C 1 m'));
  const piece = till.page.getByRole('dialog', { name: 'Cable USB-C 1 m' });
  await expect(piece.getByLabel('Serial number')).toBeFocused();
  await scan(till.page, barcodeOf('Lighter'));
  await expect(piece).toContainText('This code belongs to other goods');
  await scan(till.page, `https://warranty.example/check/356938035643809/${'x'.repeat(40)}`);
  await expect(piece).toContainText('This code has more than 64 characters');
  await scan(till.page, 'SN-000001');
  await expect(basket()).toContainText('Serial no. SN-000001');

  const cable = barcodeOf('Cable USB-C 1 m');
  await scan(till.page, `010${cable}21SN-000002`);
  await expect(basket()).toContainText('Serial no. SN-000002');
  await scan(till.page, `010${barcodeOf('Loaf, white 500 g')}17200131`);
  await expect(till.page.getByRole('dialog', { name: /Loaf/ })).toContainText('Expired on');
  await press('Enter');
  await expect(lines()).toHaveCount(3);
  await till.payCash();
  await expect(till.page.getByRole('article', { name: 'Receipt' })).toContainText('SN-000002');
  const title = await till.page.getByRole('dialog').getByRole('heading').first().innerText();
  const number = /ALM\d-\d\d-\d{6}/.exec(title)?.[0] ?? '';
  await till.nextSale();

  await counter.open();
  await counter.find(number);
  await expect(till.page.getByRole('heading', { name: `Receipt № ${number}` })).toBeVisible();
  await scan(till.page, 'SN-000002');
  await expect(till.page.getByLabel('Serial number')).toHaveValue('SN-000002');
  await till.page.getByLabel('Serial number').fill('SN-999999');
  await expect(till.page.getByText('This is not the piece that was sold')).toBeVisible();
  await counter.tap('Changed mind');
  await press('F8');
  await expect(till.page.getByRole('dialog', { name: /approval/ })).toBeVisible();
  await press('Escape');
});

test('R6 R7: what head office takes from a role needs a manager at the till, in place, and is told to head office', async () => {
  const office = await context.newPage();
  await enterDashboard(office, `${product.serverUrl}/policy`);
  await office
    .getByRole('checkbox', {
      name: 'Cashier: Take lines out of a basket and give baskets up',
      exact: true,
    })
    .uncheck();
  await office.getByRole('button', { name: 'Save' }).click();
  await expect(office.getByText('Saved')).toBeVisible();

  await till.page.bringToFront();
  await press('Control+1');
  const approval = till.page.getByRole('dialog', { name: /approval/ });
  // Until the till has heard of it, the line goes without anybody's leave.
  await expect(async () => {
    await till.tile('Loaf, white').click();
    await press('Delete');
    await press('Enter');
    await expect(approval).toBeVisible({ timeout: 2000 });
  }).toPass();
  await press('Escape');
  await expect(lines()).toHaveCount(1);
  await press('Delete');
  await press('Enter');
  await expect(approval).toBeVisible();
  await till.page.keyboard.type('2222', { delay: 80 });
  await press('Enter');
  await expect(lines()).toHaveCount(0);

  await office.bringToFront();
  await office.getByRole('link', { name: 'Sensitive acts' }).click();
  await expect(office.getByRole('row', { name: /Line voided/ }).first()).toContainText('Сәуле');
  await till.page.bringToFront();
  await office.close();
});

test('R7: a parked basket that nobody comes back for is given up, with no server', async () => {
  await product.killServer();
  await till.tile('Loaf, white').click();
  await press('F11');
  await press('F3');
  const parked = till.page.getByRole('dialog', { name: 'Parked receipts' });
  await expect(parked.getByText('Loaf, white 500 g')).toBeVisible();
  await press('Delete');
  await expect(till.page.getByRole('dialog', { name: 'Give it up' })).toBeVisible();
  await press('Enter');
  // What head office took from the role holds with no server too.
  await expect(till.page.getByRole('dialog', { name: /approval/ })).toBeVisible();
  await till.page.keyboard.type('2222', { delay: 80 });
  await press('Enter');
  await expect(parked.getByText('Nothing is parked')).toBeVisible();
  await press('Escape');
  await till.page.reload();
  await till.signIn();
  await expect(basket().getByRole('button', { name: /parked receipt/ })).toHaveCount(0);
});
