import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { type Product, startProduct } from './product.ts';
import { openTill } from './till-page.ts';

// A damaged disk may keep how far a till has pulled, and lose what it pulled.

let product: Product;
let context: BrowserContext;

test.beforeAll(async ({ browser }) => {
  product = await startProduct();
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
});

test.afterAll(async () => {
  await product?.stop();
  await context?.close();
});

/** Takes rows out of the till's own storage, past all of its code; resolves with how many. */
const loseRows = (page: Page, database: string, store: string, kept: string): Promise<number> =>
  page.evaluate(
    ([name, rows, start]) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.addEventListener('error', () => reject(new Error(opening.error?.message)));
        opening.addEventListener('success', () => {
          const opened = opening.result;
          const change = opened.transaction(rows, 'readwrite');
          let lost = 0;
          const going = change.objectStore(rows).openCursor();
          going.addEventListener('success', () => {
            const cursor = going.result;
            if (!cursor) return;
            if (!new RegExp(start).test(JSON.stringify(cursor.key))) {
              cursor.delete();
              lost += 1;
            }
            cursor.continue();
          });
          change.addEventListener('complete', () => {
            opened.close();
            resolve(lost);
          });
          change.addEventListener('abort', () => reject(new Error(change.error?.message)));
        });
      }),
    [database, store, kept] as const,
  );

const references = (page: Page) =>
  loseRows(page, 'rxdb-dexie-omnitill-state--0--references', 'docs', '^"position |^"count"$');

test('P6: a till that lost its staff list and its products, and not how far it had pulled them, has them again', async () => {
  const till = await openTill(context, product.tillUrl);
  const { page } = till;
  await till.signIn();
  await till.sell('Loaf, white');
  await expect(till.pill()).toHaveText(/Synced/);
  expect(await references(page)).toBeGreaterThan(0);
  await page.reload();
  await till.signIn();
  await till.sell('Loaf, white');
  await expect(till.pill()).toHaveText(/Synced/);

  expect(await loseRows(page, 'omnitill-catalog', 'products', '^$')).toBeGreaterThan(0);
  await page.reload();
  await till.signIn();
  await till.sell('Loaf, white');
});

test('J4: offline it stands by what is left, and has the rest when the server is back', async () => {
  const till = await openTill(context, product.tillUrl);
  const { page } = till;
  await expect(page.getByRole('heading', { name: 'Who is at the till?' })).toBeVisible();
  await references(page);
  const server = `${product.serverUrl}/**`;
  await context.route(server, (route) => route.abort());
  await page.reload();
  await expect(page.getByText('No staff list yet')).toBeVisible();
  await context.unroute(server);
  await till.signIn();
  await till.sell('Loaf, white');
});
