import { type BrowserContext, expect, test } from '@playwright/test';
import { type Product, startProduct } from './product.ts';
import { openTill, type TillPage } from './till-page.ts';

// Two browsers of one machine, each with a profile of its own, and one web host between them.

let product: Product;
let first: TillPage;
let other: BrowserContext;

test.beforeAll(async ({ browser }) => {
  product = await startProduct({ hasMirror: true });
  first = await openTill(await browser.newContext(), product.tillUrl);
  other = await browser.newContext();
});

// The second goes on where the first ends.
test.describe.configure({ mode: 'serial' });

test.afterAll(async () => {
  await first?.page.context().close();
  await other?.close();
  await product?.stop();
});

test('J1: a second browser does not become a till that another one is; the first has it back at once after a reload', async () => {
  await first.signIn();
  await first.sell('Loaf, white');
  // Found while nobody is the till, and chosen when somebody is again.
  await first.page.goto('about:blank');
  const second = await other.newPage();
  await second.goto(product.tillUrl);
  const takeBack = second.getByRole('button', { name: /Take back ALM1-01/ });
  await expect(takeBack).toBeVisible();
  await first.page.goto(product.tillUrl);
  await first.signIn();
  await takeBack.click();
  const taken = second.getByText('ALM1-01 is open in another browser of this computer');
  await expect(taken).toBeVisible();

  await first.page.reload();
  await first.signIn();
  await first.sell('Butter 82.5%');
  await expect(taken).toBeVisible();

  // Once the first is closed the other takes everything back, and the first is told so in its turn.
  await first.page.goto('about:blank');
  await second.getByRole('button', { name: 'Try again' }).click();
  await takeBack.click();
  await expect(second.getByRole('button', { name: /Cashier/ }).first()).toBeVisible();
  await first.page.goto(product.tillUrl);
  await expect(
    first.page.getByText('ALM1-01 is open in another browser of this computer'),
  ).toBeVisible();
});

test('J1: a page that was left and is kept by its browser is no till any more, and asks anew when it is shown again', async () => {
  const [second] = other.pages();
  if (!second) throw new Error('the second browser has no page');
  // What a browser says that keeps pages; one that is tested keeps none.
  const say = (name: 'pagehide' | 'pageshow'): Promise<void> =>
    second.evaluate(
      (type) => void dispatchEvent(new PageTransitionEvent(type, { persisted: true })),
      name,
    );
  await say('pagehide');
  await first.page.getByRole('button', { name: 'Try again' }).click();
  await expect(first.page.getByRole('button', { name: /Cashier/ }).first()).toBeVisible();
  await say('pageshow');
  await expect(
    second.getByText('ALM1-01 is open in another browser of this computer'),
  ).toBeVisible();
});

test('a page whose computer is slow to say what it kept says that it opens, and goes on when nothing comes', async ({
  browser,
}) => {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  // It takes calls, and answers none.
  await page.route('**/host/calls/mirror.*', () => undefined);
  await page.goto(product.tillUrl);
  const opening = page.getByText('The till is opening…');
  await expect(opening).toBeVisible();
  await expect(opening).toHaveCount(0, { timeout: 40_000 });
  await context.close();
});
