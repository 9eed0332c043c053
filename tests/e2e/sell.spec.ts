import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { demoProducts } from '#server/cli/demo/demo-catalog.ts';
import { openTillPage } from './hosted-till.ts';
import { type Product, startProduct } from './product.ts';
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

/** As a scanner types: all keys at once and Enter, however busy this machine is. */
const scan = (code: string): Promise<void> =>
  till.page.evaluate((text) => {
    const press = (key: string, name: string): void => {
      const target = document.activeElement ?? document.body;
      const init = { key, code: name, bubbles: true, cancelable: true };
      target.dispatchEvent(new KeyboardEvent('keydown', init));
      target.dispatchEvent(new KeyboardEvent('keyup', init));
    };
    for (const digit of text) press(digit, `Digit${digit}`);
    press('Enter', 'Enter');
  }, code);

const barcodeOf = (name: string): string => {
  const found = demoProducts().find((candidate) => candidate.name.en === name);
  return found?.barcodes[0] ?? '';
};

test('a scan, F8 and Enter sell for cash; the change stays until the next item is scanned', async () => {
  await scan(barcodeOf('Loaf, white 500 g'));
  await expect(basket().getByText('Loaf, white 500 g')).toBeVisible();
  await till.payCash('500');
  await expect(till.page.getByRole('status').filter({ hasText: 'Give the change' })).toContainText(
    '₸310',
  );
  const code = till.page.getByRole('img', { name: 'Code of this receipt, for returns' });
  await expect(code).toHaveAttribute('data-text', /^RA[A-Z2-7]{300,}$/);
  await scan(barcodeOf('Butter 82.5% 200 g'));
  await expect(till.page.getByRole('dialog')).toHaveCount(0);
  await expect(basket().getByText('Butter 82.5% 200 g')).toBeVisible();
  await till.payCash();
  await till.nextSale();
});

test('a short amount of cash does not complete', async () => {
  await till.tile('Loaf, white').click();
  await till.page.keyboard.press('F8');
  await till.page.keyboard.type('100', { delay: 80 });
  await expect(till.page.getByText('₸90 short')).toBeVisible();
  await till.page.keyboard.press('Enter');
  await expect(till.page.getByRole('dialog', { name: 'Cash' })).toBeVisible();
  await till.page.keyboard.press('Escape');
  await expect(till.page.getByRole('dialog')).toHaveCount(0);
  await till.payCash();
  await till.nextSale();
});

test('J3: a card payment that the machine declines takes no money and keeps the basket', async () => {
  await till.tile('Loaf, white').click();
  await till.page.keyboard.press('F9');
  await till.page.getByRole('button', { name: 'Declined' }).click();
  await expect(till.page.getByText('The payment was declined')).toBeVisible();
  await till.page.keyboard.press('Escape');
  await expect(basket().getByText('Loaf, white 500 g')).toBeVisible();
  await till.page.keyboard.press('F9');
  await till.page.getByRole('button', { name: 'Approved' }).click();
  await expect(till.page.getByRole('dialog', { name: /^Receipt/ })).toBeVisible();
  await till.nextSale();
});

/** So much of what is due, by card. */
const payPartByCard = async (amount: string, says: 'Approved' | 'Declined'): Promise<void> => {
  await till.page.keyboard.press('F11');
  await expect(till.page.getByRole('dialog', { name: 'Pay a part' })).toBeVisible();
  await till.page.keyboard.type(amount, { delay: 80 });
  await till.page.keyboard.press('F9');
  // Pressed twice, as hands do: one machine is asked, and for the part.
  await till.page.keyboard.press('F9');
  await expect(till.page.getByRole('dialog', { name: 'Card' })).toContainText(`₸${amount}`);
  await till.page.getByRole('button', { name: says }).click();
};

test('J3: two cards pay one sale; what the first paid is kept when the second is declined, and when the till starts anew', async () => {
  await till.tile('Loaf, white').click();
  await till.page.keyboard.press('F10');
  await payPartByCard('100', 'Declined');
  await expect(till.page.getByText('The payment was declined')).toBeVisible();
  await payPartByCard('100', 'Approved');
  const rest = till.page.getByRole('dialog', { name: 'To pay ₸90' });
  await expect(rest.getByRole('list', { name: 'Paid' })).toContainText('₸100');
  await till.page.keyboard.press('F9');
  await till.page.getByRole('button', { name: 'Declined' }).click();
  await expect(rest.getByText('The payment was declined')).toBeVisible();
  await till.page.reload();
  await till.signIn();
  await expect(rest).toBeVisible();
  await till.page.keyboard.press('Escape');
  await till.page.keyboard.press('F9');
  await till.page.getByRole('button', { name: 'Declined' }).click();
  await expect(rest.getByText('The payment was declined')).toBeVisible();
  await expect(rest.getByRole('list', { name: 'Paid' })).toContainText('₸100');
  await till.page.keyboard.press('F9');
  await till.page.getByRole('button', { name: 'Approved' }).click();
  await expect(till.page.getByRole('dialog', { name: /^Receipt/ })).toBeVisible();
  await till.nextSale();
  await till.page.keyboard.press('Control+4');
  const receipt = till.page.getByRole('article', { name: 'Receipt' });
  await expect(receipt).toContainText('₸100');
  await expect(receipt).toContainText('₸90');
  await till.page.keyboard.press('Control+1');
});

test('J3: a part that a card paid is given back, told until it is understood, and the sale paid otherwise', async () => {
  await till.tile('Loaf, white').click();
  await till.page.keyboard.press('F10');
  await payPartByCard('100', 'Approved');
  await till.page.getByRole('button', { name: 'Give the part back' }).click();
  const sure = till.page.getByRole('dialog', { name: 'Give the part back' });
  await sure.getByRole('button', { name: 'Give the part back' }).click();
  const told = till.page.getByRole('dialog', { name: 'Money taken without a sale' });
  await expect(told).toContainText('₸100');
  await told.getByRole('button', { name: 'Understood' }).click();
  await expect(told).toBeHidden();
  await expect(till.page.getByRole('dialog', { name: 'To pay ₸190' })).toBeVisible();
  await till.page.keyboard.press('F8');
  await expect(till.page.getByRole('dialog', { name: 'Cash' })).toBeVisible();
  await till.page.keyboard.press('Enter');
  await expect(till.page.getByRole('dialog', { name: /^Receipt/ })).toBeVisible();
  await till.nextSale();
});

test('J3: a crash in the middle of a card payment is asked about, and the sale ends once', async () => {
  await till.tile('Baursak').click();
  await till.page.keyboard.press('F9');
  await expect(till.page.getByText('on the card machine')).toBeVisible();
  await till.page.reload();
  await till.signIn();
  await expect(till.page.getByText('Check the last payment on the machine')).toBeVisible();
  await till.page.getByRole('button', { name: 'Approved' }).click();
  await expect(till.page.getByRole('dialog', { name: /^Receipt/ })).toBeVisible();
  await till.nextSale();
  await expect(basket().getByText('Scan an item or tap a tile')).toBeVisible();
  await till.page.keyboard.press('Control+4');
  await expect(till.page.getByRole('article', { name: 'Receipt' })).toContainText('Baursak');
  await till.page.keyboard.press('Control+1');
});

test('weighed goods, a quantity, and a discount by percent', async () => {
  // 1.245 kg on a label of the scales, and ₸725 on another.
  await scan('2112050012457');
  await expect(basket().getByText(/1\.245 ×/)).toBeVisible();
  await scan('2212050007252');
  await expect(basket()).toContainText('₸725');
  await till.page.keyboard.press('Control+z');
  await till.page.keyboard.press('Control+z');
  await till.tile('Apples Aport').click();
  await till.page.keyboard.type('1.245', { delay: 80 });
  await till.page.keyboard.press('Enter');
  await expect(basket().getByText(/1\.245 ×/)).toBeVisible();
  await till.tile('Loaf, white').click();
  await till.page.keyboard.press('F4');
  await till.page.keyboard.type('3', { delay: 80 });
  await till.page.keyboard.press('Enter');
  await expect(basket().getByText('3 × ₸190')).toBeVisible();
  await till.page.keyboard.press('F6');
  await till.page.keyboard.type('10', { delay: 80 });
  await till.page.keyboard.press('Enter');
  await expect(basket().getByText('−₸57').first()).toBeVisible();
  await till.payCash();
  await till.nextSale();
});

test('R6: another price is given for a reason, and by a manager’s PIN when it is more than a cashier may', async () => {
  const approval = till.page.getByRole('dialog', { name: 'Manager’s approval' });
  await till.tile('Loaf, white').click();
  for (const _ of ['percent', 'amount', 'price']) await till.page.keyboard.press('F6');
  await till.page.keyboard.type('100', { delay: 80 });
  await expect(till.page.getByRole('button', { name: 'Ask a manager' })).toBeDisabled();
  await till.page.getByRole('button', { name: 'Damaged' }).click();
  await till.page.keyboard.press('Enter');
  await expect(approval).toBeVisible();
  await till.page.keyboard.press('Escape');
  await expect(till.total()).toContainText('₸190');
  await till.page.keyboard.press('Enter');
  await expect(approval).toBeVisible();
  await till.page.keyboard.type('2222', { delay: 80 });
  await till.page.keyboard.press('Enter');
  await expect(till.page.getByRole('dialog')).toHaveCount(0);
  await expect(till.total()).toContainText('₸100');
  await till.payCash();
  await till.nextSale();
});

test('J6: an open basket survives a reload', async () => {
  await till.tile('Loaf, white').click();
  await expect(basket().getByText('Loaf, white 500 g')).toBeVisible();
  await till.page.reload();
  await till.signIn();
  await expect(basket().getByText('Loaf, white 500 g')).toBeVisible();
  await till.payCash();
  await till.nextSale();
});

test('J6 S8: a parked basket waits through a reload and at every till of the store, and one of them goes on with it', async ({
  browser,
}) => {
  const parked = (page: Page) => page.getByRole('button', { name: '1 parked receipt' });
  const list = (page: Page) => page.getByRole('dialog', { name: 'Parked receipts' });
  await till.tile('Loaf, white').click();
  await till.page.keyboard.press('F11');
  await expect(basket().getByText('Scan an item or tap a tile')).toBeVisible();
  await expect(parked(till.page)).toBeVisible();
  await till.page.reload();
  await till.signIn();
  await till.sell('Baursak');
  await till.page.keyboard.press('F3');
  await expect(list(till.page)).toContainText('Loaf, white 500 g');
  await till.page.keyboard.press('Escape');

  const elsewhere = await browser.newContext({ viewport: { width: 1024, height: 768 } });
  const second = await openTill(elsewhere, product.tillUrl);
  await second.page
    .getByRole('button', { name: /^ALM1-0/ })
    .first()
    .click();
  await second.signIn();
  await second.tile('Butter 82.5%').click();
  await second.page.keyboard.press('F3');
  await expect(list(second.page)).toContainText('ALM1-01');
  await expect(list(second.page)).toContainText('The basket that is open now will be parked');
  await second.page.keyboard.press('Enter');
  await expect(list(second.page)).toHaveCount(0);
  await expect(second.total()).toContainText('₸190');
  await second.payCash();
  await second.nextSale();
  await expect(second.pill()).toContainText('Synced');
  await elsewhere.close();

  await till.page.keyboard.press('F3');
  await expect(list(till.page)).toContainText('Butter 82.5%');
  await expect(list(till.page)).not.toContainText('Loaf');
  await till.page.keyboard.press('Escape');
  await till.page.getByRole('button', { name: 'Shift', exact: true }).click();
  await till.page.keyboard.press('F8');
  const before = till.page.getByRole('region', { name: 'Before closing' });
  await expect(before).toContainText('1 parked receipt waits');
  await expect(before).toContainText('Butter 82.5%');
  await till.page.keyboard.press('Control+1');
  await till.page.keyboard.press('F3');
  await till.page.keyboard.press('F8');
  await expect(list(till.page)).toHaveCount(0);
  await till.payCash();
  await till.nextSale();
  await expect(parked(till.page)).toHaveCount(0);
});

test('J2: a second window says that the till is open in the first, and takes over when it closes', async () => {
  const second = await openTillPage(context, product.tillUrl, true);
  await expect(second.getByText('The till is open in another window')).toBeVisible();
  await till.page.close();
  await expect(second.getByText('Who is at the till?')).toBeVisible();
  till = await openTill(context, product.tillUrl);
  await till.signIn();
});

test('an unknown code is offered to the search, and never disappears', async () => {
  await scan('4870000009999');
  await expect(till.page.getByText('Nothing found for “4870000009999”')).toBeVisible();
});
