import { type BrowserContext, expect, test } from '@playwright/test';
import { type Product, startProduct } from './product.ts';
import { openTill, type TillPage } from './till-page.ts';

/** Slower than any scanner, faster than a person. */
const TYPING = { delay: 80 };

const CODE = 'GIFT-5521';

let product: Product;
let context: BrowserContext;
let till: TillPage;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  product = await startProduct();
  context = await browser.newContext({ viewport: { width: 1024, height: 768 }, locale: 'en-US' });
  till = await openTill(context, product.tillUrl);
  await till.signIn();
});

test.afterAll(async () => {
  await context.close();
  await product.stop();
});

const selling = () => till.page.getByRole('dialog', { name: 'Sell or load a gift card' });
const basket = () => till.page.getByRole('complementary', { name: 'Basket' });
const ways = () => till.page.getByRole('dialog', { name: /^To pay/ });
const receipt = () => till.page.getByRole('article', { name: 'Receipt' });

const nameCard = async (): Promise<void> => {
  await till.page.keyboard.press('Shift+F6');
  await selling().getByLabel('Number of the gift card').fill(CODE);
  await till.page.keyboard.press('Enter');
};

const putOn = async (amount: string): Promise<void> => {
  await nameCard();
  await expect(selling()).toContainText('•••• 5521');
  await till.page.keyboard.type(amount, TYPING);
};

test('R13: a gift card is sold beside goods, in one payment and on one receipt, which shows its end alone', async () => {
  await till.tile('Loaf, white').click();
  await putOn('0.50');
  await expect(selling().getByRole('button', { name: /Add to the basket/ })).toBeDisabled();
  await till.page.keyboard.press('Delete');
  await till.page.keyboard.type('5000', TYPING);
  await till.page.keyboard.press('Enter');
  await expect(basket()).toContainText('Card •••• 5521');
  await expect(till.total()).toContainText('₸5,190');
  await nameCard();
  await expect(selling()).toContainText('in the basket already');
  await till.page.keyboard.press('Escape');
  await till.payCash();
  await expect(receipt()).toContainText(/Gift card/);
  await expect(receipt()).toContainText('Card •••• 5521');
  await expect(receipt()).not.toContainText(CODE);
  await till.nextSale();
});

test('R13: money alone pays for a gift card; goods beside it may be paid with another', async () => {
  await till.tile('Loaf, white').click();
  await till.page.keyboard.press('F10');
  await till.page.keyboard.press('F6');
  const card = till.page.getByRole('dialog', { name: 'Gift card' });
  await card.getByLabel('Number of the card or credit').fill(CODE);
  // Not to be spent until the server has heard of its sale.
  const paid = ways().getByRole('list', { name: 'Paid' });
  await expect(async () => {
    if (await card.isVisible()) await till.page.keyboard.press('Enter');
    await expect(paid).toContainText('₸190', { timeout: 3000 });
  }).toPass();
  await till.page.keyboard.press('F8');
  await expect(receipt()).toContainText(/Gift card\s*₸190/);
  await till.nextSale();

  await putOn('1000');
  await till.page.keyboard.press('Enter');
  await till.page.keyboard.press('F10');
  await expect(ways()).toContainText('₸1,000');
  await expect(ways().getByRole('button', { name: /Gift card/ })).toHaveCount(0);
  await expect(ways().getByRole('button', { name: /Store credit/ })).toHaveCount(0);
  await till.page.keyboard.press('Escape');
});
