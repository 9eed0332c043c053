import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { beginExercise, exercisePanel, EXERCISES, LOAF } from './exercises.ts';
import { enterDashboard, signInToHeadOffice } from './head-office.ts';
import { type Product, startProduct } from './product.ts';
import { openTill, type TillPage } from './till-page.ts';

test.describe.configure({ mode: 'serial' });

let product: Product;
let context: BrowserContext;
let till: TillPage;
let page: Page;
let before: readonly string[];

test.beforeAll(async ({ browser }) => {
  product = await startProduct();
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  till = await openTill(context, product.tillUrl);
  ({ page } = till);
  await till.signIn();
  await till.sell(LOAF);
});

test.afterAll(async () => {
  await context?.close();
  await product?.stop();
});

/** Every operation on the real ledger's disk, as its text, in sequence. */
const realJournal = (): Promise<string[]> =>
  page.evaluate(async () => {
    const names = (await indexedDB.databases()).flatMap(({ name }) =>
      name?.includes('omnitill-ledger') && name.includes('operations') ? [name] : [],
    );
    const texts: [seq: number, text: string][] = [];
    for (const name of names) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.addEventListener('success', () => resolve(opening.result));
        opening.addEventListener('error', () => reject(opening.error ?? new Error(name)));
      });
      for (const store of database.objectStoreNames) {
        const rows = await new Promise<Record<string, unknown>[]>((resolve, reject) => {
          const reading = database.transaction(store).objectStore(store).getAll();
          reading.addEventListener('success', () => resolve(reading.result));
          reading.addEventListener('error', () => reject(reading.error ?? new Error(store)));
        });
        for (const { seq, text } of rows)
          if (typeof seq === 'number' && typeof text === 'string') texts.push([seq, text]);
      }
      database.close();
    }
    return texts.toSorted(([left], [right]) => left - right).map(([, text]) => text);
  });

const banner = () => page.getByText('TRAINING MODE');

const askForTraining = async (): Promise<void> => {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('button', { name: 'Start training' }).click();
};

test('a customer’s goods in the basket come before training', async () => {
  await till.tile(LOAF).click();
  await askForTraining();
  await expect(page.getByText('A basket is open')).toBeVisible();
  await expect(banner()).toHaveCount(0);
  await page.keyboard.press('Escape');
  await till.payCash();
  await till.nextSale();
  before = await realJournal();
  expect(before.length).toBeGreaterThan(2);
});

test('training is the same till in violet, with nothing in its drawer and nothing behind it', async () => {
  await askForTraining();
  await expect(banner()).toBeVisible();
  await expect(page.getByRole('region', { name: 'Open shift' })).toBeVisible();
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog')).toContainText('The drawer and its cash');
  await page.keyboard.press('Escape');
});

for (const { id, name, steps } of EXERCISES)
  test(`the exercise «${name}» is done as a cashier does it, and tells so`, async () => {
    await beginExercise(page, name);
    await steps(till);
    const written = (await realJournal()).slice(before.length);
    expect(written.at(-1)).toContain(`"exercise":"${id}"`);
  });

test('J6 of all that the real journal has, byte for byte, what it had, and ten exercises', async () => {
  await expect(exercisePanel(page)).toContainText('All exercises are done');
  const after = await realJournal();
  expect(after.slice(0, before.length)).toEqual(before);
  const made = after.slice(before.length);
  expect(made).toHaveLength(EXERCISES.length);
  for (const text of made) expect(text).toContain('"type":"training.completed"');
});

test('a reload in training comes back to the till at work, locked, and says so', async () => {
  await page.reload();
  const said = page.getByRole('dialog', { name: 'Training was interrupted' });
  await expect(said).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(said).toHaveCount(0);
  await expect(banner()).toHaveCount(0);
  await till.signIn();
  await expect(page.getByRole('button', { name: /Shift 1 ·/ })).toBeVisible();
});

test('training is left to a locked till', async () => {
  await askForTraining();
  await expect(banner()).toBeVisible();
  await page.keyboard.press('Control+0');
  await expect(page.getByRole('button', { name: /^Once more:/ })).toHaveCount(EXERCISES.length);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Leave', exact: true }).click();
  await expect(banner()).toHaveCount(0);
  await till.signIn();
});

test('head office sees how far everybody has come', async ({ browser, playwright }) => {
  const request = await playwright.request.newContext();
  const office = await signInToHeadOffice(request, product.serverUrl);
  await expect
    .poll(
      async () => (await office.get<{ done: { exercise: string }[] }>('training')).done.length,
      { timeout: 60_000 },
    )
    .toBe(EXERCISES.length);
  await request.dispose();

  const dashboard = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await enterDashboard(dashboard, product.serverUrl);
  await dashboard.getByRole('link', { name: 'Staff' }).click();
  await dashboard.getByRole('button', { name: /^Training: .*10 of 10/ }).click();
  const person = dashboard.getByRole('dialog', { name: /^Training:/ });
  await expect(person.getByText(/^Done/)).toHaveCount(EXERCISES.length);
  await dashboard.close();
});
