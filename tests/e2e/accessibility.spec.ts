import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { startVirtualPrinter } from '#main/devices/virtual-printer.fixture.ts';
import { KEYS, POINTER } from '../browser/hand.ts';
import { walkDashboard } from '../browser/walk-dashboard.ts';
import { type Shop, walkTill } from '../browser/walk-till.ts';
import { countIn } from './hands.ts';
import { openTillPage } from './hosted-till.ts';
import { startProduct } from './product.ts';

const SIZES = { light: { width: 1280, height: 800 }, dark: { width: 1024, height: 768 } } as const;
const SERIOUS = new Set(['serious', 'critical']);

let shop: Shop;
let context: BrowserContext;

test.beforeAll(async ({ browser }) => {
  shop = { product: await startProduct(), printer: await startVirtualPrinter() };
  context = await browser.newContext();
  await countIn(context);
});

test.afterAll(async () => {
  await context.close();
  await shop.product.stop();
  await shop.printer.close();
});

const show = async (page: Page, theme: keyof typeof SIZES): Promise<void> => {
  await page.emulateMedia({ colorScheme: theme });
  await page.setViewportSize(SIZES[theme]);
};

/** What asks to be pressed and is nothing that the Tab key comes to. */
const pointerOnly = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const reached = 'button, a[href], input, select, textarea, label, summary, [tabindex="0"]';
    return [...document.querySelectorAll('body *')].flatMap((element) =>
      element.checkVisibility() &&
      getComputedStyle(element).cursor === 'pointer' &&
      element.closest(reached) === null &&
      // Words beside their own box.
      !element.parentElement?.querySelector(':scope > * > input')
        ? [element.outerHTML.slice(0, 120)]
        : [],
    );
  });

/** What axe holds for serious on each screen that is shown, as `screen: rule element`. */
const watch = (page: Page) => {
  const found: string[] = [];
  const screens: string[] = [];
  const look = async (screen: string): Promise<void> => {
    // By one page alone: it would open another one otherwise, and the till is in one window at a time.
    const axe = new AxeBuilder({ page })
      .setLegacyMode(true)
      // Chromium lets the Tab key come to what scrolls and holds nothing to press (since 130); axe does not know.
      .options({
        resultTypes: ['violations'],
        rules: { 'scrollable-region-focusable': { enabled: false } },
      });
    // What lies below a dialog was looked at before.
    if (await page.getByRole('dialog').last().isVisible()) axe.include('[role=dialog]');
    const { violations } = await axe.analyze();
    screens.push(screen);
    for (const control of await pointerOnly(page)) found.push(`${screen}: no key does ${control}`);
    for (const { id, impact, nodes } of violations)
      if (SERIOUS.has(impact ?? ''))
        found.push(`${screen}: ${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  };
  return { found, screens, look };
};

for (const theme of ['light', 'dark'] as const) {
  const isByKeys = theme === 'light';
  test(`axe finds nothing serious on any screen of the till and of training, ${theme}${isByKeys ? '; each is worked by keyboard alone' : ''}`, async () => {
    test.setTimeout(900_000);
    // The one window that this till is in, for both themes.
    const page = await openTillPage(context, shop.product.tillUrl);
    await show(page, theme);
    const { found, screens, look } = watch(page);
    await walkTill(page, shop, look, isByKeys ? KEYS : POINTER);
    expect(found).toEqual([]);
    expect(screens.length).toBeGreaterThan(55);
    expect(screens.filter((screen) => screen.startsWith('training-')).length).toBeGreaterThan(12);
    const taps = await page.evaluate(() => performance.getEntriesByName('pointerdown').length);
    expect(isByKeys ? taps : 0).toBe(0);
  });

  test(`axe finds nothing serious on any page of head office, ${theme}`, async () => {
    test.setTimeout(300_000);
    const page = await context.newPage();
    await show(page, theme);
    await page.goto(shop.product.serverUrl);
    const { found, screens, look } = watch(page);
    await walkDashboard(page, shop.product.serverUrl, look);
    expect(found).toEqual([]);
    expect(screens.length).toBeGreaterThan(15);
    await page.close();
  });
}
