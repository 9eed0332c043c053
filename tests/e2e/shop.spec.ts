import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { type Product, startProduct } from './product.ts';
import { scan } from './scan.ts';
import { openTill, type TillPage } from './till-page.ts';

let product: Product;
let till: TillPage;
let shop: Page;
let browserContext: BrowserContext;

test.beforeAll(async ({ browser }) => {
  product = await startProduct();
  browserContext = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  till = await openTill(browserContext, product.tillUrl);
  await till.signIn();
  shop = await browserContext.newPage();
});

test.afterAll(async () => {
  await browserContext.close();
  await product.stop();
});

test('what is ordered in the shop comes to the till, and the shop’s page follows what becomes of it', async () => {
  await shop.goto(`${product.serverUrl}/shop`);
  await shop.getByRole('button', { name: 'Loaf, white 500 g' }).click();
  await shop.getByRole('button', { name: 'Butter 82.5% 200 g' }).click();
  await shop.getByLabel('Your name').fill('Айгерім Сейітова');
  await shop.getByLabel('Phone').fill('+7 701 000 00 42');
  await shop.getByRole('button', { name: 'Place the order' }).click();
  const heading = shop.getByRole('heading', { name: /Order W-\d+ is placed/ });
  await expect(heading).toBeVisible();
  await expect(shop.getByText('The store is putting it together.')).toBeVisible();
  const number = /W-\d+/.exec(await heading.innerText())?.[0] ?? '';

  const code = shop.getByRole('img', { name: 'Show this code at the counter' });
  await expect(code).toHaveAttribute('data-text', /^PA[A-Z2-7]{200,}$/);
  await expect(shop.getByText(/^\d{3} \d{3}$/)).toBeVisible();

  const { page } = till;
  const inQueue = page.getByRole('button', { name: new RegExp(number) });
  await page.keyboard.press('Control+2');
  await inQueue.click();
  for (const tick of await page.getByRole('button', { name: /^Tick/ }).all()) await tick.click();
  await page.getByLabel('Shelf').fill('B4');
  await page.keyboard.press('F8');
  await expect(shop.getByText('It is ready. Come and collect it.')).toBeVisible();

  await scan(page, (await code.getAttribute('data-text')) ?? '');
  for (const tick of await page.getByRole('button', { name: /^Tick/ }).all()) await tick.click();
  await page.keyboard.press('F8');
  await expect(inQueue).toHaveCount(0);
  await expect(shop.getByText('You have collected it. Thank you!')).toBeVisible();
  await expect(code).toHaveCount(0);
});
