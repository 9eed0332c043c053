import { type Browser, type BrowserContext, expect, request, test } from '@playwright/test';
import { enterDashboard, receiptSeen, signInToHeadOffice } from './head-office.ts';
import { type Product, startProduct } from './product.ts';
import { openReturnCounter, type Paper, type ReturnCounter } from './return-counter.ts';
import { openTill } from './till-page.ts';

const LOAF = 'Loaf, white 500 g';
const LOOK = { viewport: { width: 1280, height: 800 } };

let product: Product;
const contexts: BrowserContext[] = [];

test.beforeAll(async () => {
  product = await startProduct();
});

test.afterAll(async () => {
  for (const context of contexts) await context.close();
  await product.stop();
});

/** A till of the store whose name has these words; the first browser is given one in Almaty. */
const tillIn = async (browser: Browser, name: RegExp | null): Promise<ReturnCounter> => {
  const context = await browser.newContext(LOOK);
  contexts.push(context);
  const till = await openTill(context, product.tillUrl);
  if (name) await till.page.getByRole('button', { name }).first().click();
  await till.signIn();
  return openReturnCounter(till);
};

const giveBackALoaf = async (counter: ReturnCounter, paper: Paper): Promise<void> => {
  await counter.open();
  await counter.scanReceipt(paper);
  await counter.tap(`Return ${LOAF}`);
  await counter.tap('Changed mind');
  await counter.press('F8');
  await expect(counter.done()).toContainText('₸190');
  await counter.next();
};

test('S5 S8: a receipt goes back in a store that never heard of it, from its code alone; in two stores at once it is an exception with both evidences', async ({
  browser,
}) => {
  const abay = await tillIn(browser, null);
  const mega = await tillIn(browser, /^ALM2-02/);
  await product.killServer();

  const paper = await abay.sell('cash', 'Loaf, white', 'Butter 82.5%');
  const twice = await abay.sell('cash', 'Loaf, white', 'Butter 82.5%');

  await mega.open();
  await mega.scanReceipt(paper);
  await expect(mega.page.getByText(/Cash · from its code alone/)).toBeVisible();
  await expect(mega.page.getByText('Known from its code alone')).toBeVisible();
  await mega.page.keyboard.press('Escape');
  await giveBackALoaf(mega, paper);
  // What came back here is known here, whatever the paper says.
  await mega.scanReceipt(paper);
  await expect(mega.page.getByText('Returned already')).toBeVisible();
  await mega.page.keyboard.press('Escape');

  await giveBackALoaf(abay, twice);
  await giveBackALoaf(mega, twice);

  await product.startServer();
  const office = await signInToHeadOffice(await request.newContext(), product.serverUrl);
  const seen = async (of: Paper) => receiptSeen(office, of.number);
  await expect
    .poll(async () => (await seen(paper))?.order.returns.length, { timeout: 90_000 })
    .toBe(1);
  const once = await seen(paper);
  expect(once?.order).toMatchObject({
    provisional: false,
    storeId: 'ALM1',
    returns: [{ storeId: 'ALM2', total: 19_000 }],
    refunds: [{ tender: 'cash', amount: 19_000, state: 'refunded' }],
  });
  expect(once?.exceptions.filter(({ state }) => state === 'open')).toEqual([]);

  await expect
    .poll(async () => (await seen(twice))?.order.returns.length, { timeout: 90_000 })
    .toBe(2);
  const both = await seen(twice);
  expect(both?.order.refunds.map(({ amount }) => amount)).toEqual([19_000, 19_000]);
  const open = both?.exceptions.filter(({ state }) => state === 'open') ?? [];
  expect(open).toMatchObject([{ kind: 'over_refund', amount: 19_000 }]);
  const evidence = both?.order.returns.map(({ operationId }) => operationId) ?? [];
  expect(open[0]?.evidence).toEqual(expect.arrayContaining(evidence));

  // At both tills, on the sale and in the list of decisions, and in head office, where somebody settles it.
  const overRefund = 'More refunded than was paid';
  await abay.page.keyboard.press('Control+4');
  await abay.page.getByRole('button', { name: new RegExp(twice.number) }).click();
  await expect(abay.page.getByRole('complementary').getByText(overRefund)).toBeVisible();
  await mega.open();
  await mega.scanReceipt(twice);
  await expect(mega.page.getByText(overRefund)).toBeVisible();
  await mega.press('Escape');
  for (const { page } of [abay, mega]) {
    await page.getByRole('button', { name: /Decisions/ }).click();
    await expect(page.getByText(overRefund).first()).toBeVisible();
  }
  const inbox = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  contexts.push(inbox);
  const page = await inbox.newPage();
  await enterDashboard(page, product.serverUrl);
  await page
    .getByRole('link', { name: /^Conflicts/ })
    .first()
    .click();
  const item = page.getByRole('listitem').filter({ hasText: overRefund });
  await expect(item).toContainText('At stake: ₸190');
  await item.getByRole('button', { name: 'Show what happened' }).click();
  for (const till of ['ALM1-01', 'ALM2-02'])
    await expect(item.getByText(`Till ${till}`).first()).toBeVisible();
  await item.getByRole('button', { name: 'Accept the loss' }).click();
  await page.getByRole('button', { name: 'Settle it' }).click();
  await expect(item).toHaveCount(0);
  for (const counter of [abay, mega])
    await expect(counter.page.getByText('Nothing needs a decision')).toBeVisible({
      timeout: 60_000,
    });
});
