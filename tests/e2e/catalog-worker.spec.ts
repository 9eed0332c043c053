import { readFile } from 'node:fs/promises';
import { type BrowserContext, expect, test, type Worker } from '@playwright/test';
import { demoProducts } from '#server/cli/demo/demo-catalog.ts';
import { isHosted, openTillPage } from './hosted-till.ts';
import { type Product, startProduct } from './product.ts';
import { openTill, type TillPage } from './till-page.ts';

let product: Product;
let till: TillPage;
let context: BrowserContext;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  product = await startProduct();
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  till = await openTill(context, product.tillUrl);
  await till.signIn();
});

test.afterAll(async () => {
  await product?.stop();
  await context?.close();
});

const isCatalog = (worker: Worker): boolean => worker.url().includes('catalog-worker');

const catalogWorker = (): Worker => {
  const [worker, ...others] = till.page.workers().filter(isCatalog);
  if (!worker || others.length > 0) throw new Error('there is not one worker of the catalog');
  return worker;
};

const searchFor = (text: string): Promise<void> => till.page.getByRole('searchbox').fill(text);

const BREAD = demoProducts().find(({ name }) => name.en === 'Loaf, white 500 g');

test('the catalog is searched by name and barcode in its worker', async () => {
  catalogWorker();
  await searchFor('loaf, wh');
  await expect(till.tile('Loaf, white 500 g')).toBeVisible();
  await searchFor(BREAD?.barcodes[0] ?? '');
  await expect(till.tile('Loaf, white 500 g')).toBeVisible();
  await searchFor('nothing of the kind');
  await expect(till.page.getByText('nothing of the kind')).toBeVisible();
  await searchFor('');
});

test('when that worker stops over an error it is told, and the next one finds and pulls', async () => {
  const stopped = catalogWorker();
  const told = till.page.waitForEvent('pageerror');
  const closed = stopped.waitForEvent('close');
  const next = till.page.waitForEvent('worker', { predicate: isCatalog });
  await stopped.evaluate(() => {
    setTimeout(() => {
      throw new Error('planted');
    });
  });
  expect((await told).message).toContain('planted');
  await closed;
  await searchFor('loaf, wh');
  expect(await next).not.toBe(stopped);
  // On no tile: only the search knows it.
  await expect(till.tile('Loaf, white 300 g')).toBeVisible();
  await searchFor('');
  await till.sell('Loaf, white 500 g');
});

test('that it stopped stands in the log that a person saves, without a word of what it said', async () => {
  await till.page.getByRole('button', { name: 'More' }).click();
  const saving = till.page.waitForEvent('download');
  await till.page.getByRole('button', { name: 'Save the log' }).click();
  const log = await readFile(await (await saving).path(), 'utf8');
  expect(log).toMatch(/^\S+ page_fault fault=Error at=/m);
  expect(log).not.toContain('planted');
  await till.page.keyboard.press('Escape');
});

test('what fails outside of a screen leaves a page that loads again, and the till goes on', async () => {
  const { page } = till;
  await page.evaluate(() => {
    const create = Reflect.get(document, 'createElement') as (name: string) => Element;
    // A dialog cannot be drawn any more.
    const createElement = (name: string): Element => {
      if (name === 'section') throw new Error('planted');
      return create.call(document, name);
    };
    Object.assign(document, { createElement });
  });
  await page.getByRole('button', { name: 'More' }).click();
  await expect(page.getByText('The till’s page has stopped')).toBeVisible();
  await page.getByRole('button', { name: 'Load the page again' }).click();
  await till.signIn();
  await expect(till.tile('Loaf, white 500 g')).toBeVisible();
});

test('a reload without web host and server finds the worker and the products on the disk', async () => {
  // The desktop app has its page on the disk and needs none.
  if (!isHosted) await till.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await product.stopWebHost();
  await product.killServer();
  await till.page.reload();
  await till.signIn();
  await searchFor('loaf, wh');
  await expect(till.tile('Loaf, white 500 g')).toBeVisible();
  await searchFor('');
  await till.sell('Loaf, white 500 g');
});

test('a second window waits, and takes the catalog over when the first is closed', async () => {
  const first = till.page;
  const second = await openTillPage(context, product.tillUrl, true);
  await expect(second.getByText('The till is open in another window')).toBeVisible();
  expect(second.workers().filter(isCatalog)).toHaveLength(0);
  await first.close();
  await expect(second.getByRole('button', { name: /Cashier/ }).first()).toBeVisible();
  till = await openTill(context, product.tillUrl);
  await till.signIn();
  catalogWorker();
  await searchFor('loaf, wh');
  await expect(till.tile('Loaf, white 500 g')).toBeVisible();
});
