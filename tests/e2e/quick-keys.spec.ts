import { type BrowserContext, expect, type Locator, type Page, test } from '@playwright/test';
import { demoProducts } from '#server/cli/demo/demo-catalog.ts';
import { KEYS } from '../browser/hand.ts';
import { countIn, openHands, type Way } from './hands.ts';
import { type Product, startProduct } from './product.ts';
import { scan } from './scan.ts';
import { openTill, type TillPage } from './till-page.ts';

test.describe.configure({ mode: 'serial' });

const TYPING = { delay: 80 };
const LOAF = 'Loaf, white 500 g';
const BUTTER = 'Butter 82.5% 200 g';
const BAURSAK = 'Baursak';

let product: Product;
const contexts: BrowserContext[] = [];
let first: TillPage;
let second: TillPage;

const openAt = async (
  browser: { readonly newContext: (options: object) => Promise<BrowserContext> },
  way: Way,
): Promise<TillPage> => {
  const context = await browser.newContext({
    viewport: way === 'touch' ? { width: 1024, height: 768 } : { width: 1280, height: 800 },
    hasTouch: way === 'touch',
  });
  contexts.push(context);
  await countIn(context);
  const till = await openTill(context, product.tillUrl);
  if (contexts.length > 1)
    await till.page
      .getByRole('button', { name: /^ALM1-0/ })
      .first()
      .click();
  await till.signIn();
  return till;
};

test.beforeAll(async ({ browser }) => {
  product = await startProduct();
  first = await openAt(browser, 'keyboard');
  second = await openAt(browser, 'touch');
});

test.afterAll(async () => {
  for (const context of contexts) await context.close();
  await product.stop();
});

const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: typeof name === 'string' });

const layout = (page: Page, name: string): Locator => page.getByRole('region', { name });

const tilesOf = async (region: Locator): Promise<string[]> =>
  (await region.getByRole('button').allInnerTexts()).map((text) => text.split('\n')[0] ?? '');

const barcodeOf = (name: string): string =>
  demoProducts().find((candidate) => candidate.name.en === name)?.barcodes[0] ?? '';

const approve = async (page: Page, pin: string): Promise<void> => {
  await expect(page.getByRole('dialog', { name: 'A manager’s approval' })).toBeVisible();
  await page.keyboard.type(pin, TYPING);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
};

const isSaved = (page: Page): Promise<void> => expect(page.getByText(/^Saved here/)).toBeVisible();

/** The first tiles that the sell screen shows, once it shows this page. */
const shows = async ({ page }: TillPage, name: string, ...tiles: readonly string[]) => {
  // A till that was cut off asks the server again after a while.
  await expect(button(page, name)).toHaveAttribute('aria-pressed', 'true', { timeout: 60_000 });
  const products = page.getByRole('region', { name: 'Products' }).getByRole('button');
  await expect(products).toHaveCount(tiles.length);
  for (const [place, tile] of tiles.entries())
    await expect(products.nth(place)).toContainText(tile);
};

test('a page of quick keys is made by keyboard alone, with a manager’s PIN, and every till of the store shows it', async () => {
  const { page } = first;
  const hands = openHands(page, 'keyboard');
  const { taps } = await hands.count(async () => {
    await hands.press(button(page, 'More'));
    await hands.press(button(page, 'Quick keys'));
    await expect(page.getByRole('heading', { name: 'Quick keys' })).toBeVisible();
    await page.keyboard.press('F7');
    await expect(page.getByText('Nothing on this page yet')).toBeVisible();
    for (const name of [LOAF, BUTTER]) {
      await scan(page, barcodeOf(name));
      await expect(button(page, new RegExp(`^${name.slice(0, 6)}`))).toBeVisible();
    }
    await page.keyboard.press('F2');
    await page.keyboard.type('baurs', TYPING);
    await expect(layout(page, 'Products')).toContainText(BAURSAK);
    await page.keyboard.press('Enter');
    await expect(layout(page, 'Page 2').getByRole('button')).toHaveCount(3);
    await page.keyboard.press('Escape');
    // The one that was put there last is chosen: to the front, and the butter off.
    await page.keyboard.press('Control+ArrowUp');
    await page.keyboard.press('Control+ArrowUp');
    await expect
      .poll(() => tilesOf(layout(page, 'Page 2')))
      .toEqual([expect.stringContaining(BAURSAK), LOAF, BUTTER]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Delete');
    await expect(layout(page, 'Page 2').getByRole('button')).toHaveCount(2);
    await hands.press(button(page, 'Page forward'));
    await KEYS.write(page.getByLabel('Name of the page'), 'Breakfast');
    await page.keyboard.press('F8');
    await approve(page, '2222');
    await isSaved(page);
    await page.keyboard.press('Control+1');
  });
  expect(taps).toBe(0);
  await shows(first, 'Breakfast', BAURSAK, LOAF);
  await shows(second, 'Breakfast', BAURSAK, LOAF);
  await second.tile(LOAF).tap();
  await expect(second.total()).toContainText('₸190');
  await second.payCash();
  await second.nextSale();
});

test('by touch alone, without dragging; nobody but a manager may', async () => {
  const { page } = second;
  const hands = openHands(page, 'touch');
  await button(page, 'More').tap();
  await button(page, 'Quick keys').tap();
  const breakfast = layout(page, 'Breakfast');
  await breakfast.getByRole('button').first().tap();
  await button(page, /^Later/).tap();
  await expect.poll(() => tilesOf(breakfast)).toEqual([LOAF, expect.stringContaining(BAURSAK)]);
  await breakfast.getByRole('button').first().tap();
  await button(page, 'Violet').tap();
  await expect(button(page, 'Violet')).toHaveAttribute('aria-pressed', 'true');
  await breakfast.getByRole('button').last().tap();
  await expect(button(page, 'None')).toHaveAttribute('aria-pressed', 'true');
  await button(page, 'To the page: Favourites').tap();
  await expect.poll(() => tilesOf(breakfast)).toEqual([LOAF]);
  await button(page, /^Save for all tills/).tap();
  const question = page.getByRole('dialog', { name: 'A manager’s approval' });
  await expect(question).toBeVisible();
  await question.getByRole('button', { name: 'Close' }).tap();
  await expect(page.getByText('A manager must approve this.')).toBeVisible();
  await shows(first, 'Breakfast', BAURSAK, LOAF);
  await button(page, /^Save for all tills/).tap();
  await approve(page, '2222');
  await isSaved(page);
  await hands.press(button(page, 'Sale'));
  for (const till of [second, first]) {
    await shows(till, 'Breakfast', LOAF);
    const edge = till
      .tile(LOAF)
      .evaluate((tile) => getComputedStyle(tile).getPropertyValue('--tile'));
    expect(await edge).toBe('#6a3fc9');
  }
});

test('S8: without a network both arrange; one holds, the other is kept and can be had again', async () => {
  await product.killServer();
  for (const [till, name] of [
    [first, 'From the first'],
    [second, 'From the second'],
  ] as const) {
    const { page } = till;
    await button(page, 'More').click();
    await button(page, 'Quick keys').click();
    await page.getByLabel('Name of the page').fill(name);
    await page.keyboard.press('F8');
    await approve(page, '2222');
    await isSaved(page);
    await page.keyboard.press('Control+1');
    await shows(till, name, LOAF);
    // The order in which they are made is that in which they count.
  }
  await first.page.reload();
  await first.signIn();
  await shows(first, 'From the first', LOAF);
  await product.startServer();
  await shows(first, 'From the second', LOAF);
  await shows(second, 'From the second', LOAF);
  const { page } = first;
  await button(page, 'More').click();
  await button(page, 'Quick keys').click();
  await expect(page.getByText(/arranged the quick keys at till ALM1-01 too/)).toBeVisible();
  await button(page, 'Show theirs').click();
  await expect(button(page, 'From the first')).toBeVisible();
  await page.keyboard.press('F8');
  await approve(page, '2222');
  await isSaved(page);
  await expect(page.getByText(/arranged the quick keys at till/)).toHaveCount(0);
  await page.keyboard.press('Control+1');
  await shows(second, 'From the first', LOAF);
});
