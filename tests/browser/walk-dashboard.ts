import type { Page } from '@playwright/test';

type Shoot = (name: string) => Promise<void>;

/** Head office's pages by the name of their picture; what one opens from its first row is `detail`, and `search` is looked for until `found` is there. */
const PAGES = [
  { name: 'overview', path: '/', drawnLast: '.recharts-surface' },
  { name: 'receipts', path: '/receipts', detail: 'receipt' },
  { name: 'web-orders', path: '/web-orders', detail: 'web-order' },
  { name: 'gift-cards', path: '/gift-cards' },
  { name: 'shifts', path: '/shifts', detail: 'shift' },
  { name: 'deliveries', path: '/deliveries' },
  { name: 'stores', path: '/stores' },
  { name: 'exceptions', path: '/exceptions' },
  { name: 'unprocessed', path: '/unprocessed' },
  { name: 'staff', path: '/staff' },
  { name: 'accounts', path: '/accounts' },
  { name: 'channels', path: '/channels' },
  { name: 'promotions', path: '/promotions' },
  { name: 'prices', path: '/prices' },
  { name: 'points', path: '/points', search: 'Тимур', found: 'main section h2' },
  { name: 'customers', path: '/customers', search: 'Тимур', found: 'main tbody button' },
  { name: 'policy', path: '/policy' },
  { name: 'receipt-layout', path: '/receipt-layout', drawnLast: 'main article' },
  { name: 'changes', path: '/changes' },
  { name: 'sensitive-acts', path: '/sensitive-acts' },
] as const;

/** Head office from its sign-in through each page, and out again. */
export const walkDashboard = async (page: Page, serverUrl: string, shoot: Shoot): Promise<void> => {
  const drawn = async (): Promise<void> => {
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.locator('main :is(table, dl, form, fieldset, h2, h3, p)').first().waitFor();
    await page.locator('main output[aria-label]').waitFor({ state: 'detached' });
  };
  await page.goto(serverUrl);
  await page.locator('input[type="email"]').fill('admin@demo.local');
  await page.locator('input[type="password"]').fill('demo-admin');
  await shoot('sign-in');
  await page.locator('form button[type="submit"]').click();
  await page.locator('nav').waitFor();
  for (const place of PAGES) {
    await page.locator(`nav a[href="${place.path}"]`).click();
    await drawn();
    if ('drawnLast' in place) await page.locator(place.drawnLast).waitFor();
    await shoot(place.name);
    if ('search' in place) {
      await page.locator('main input').first().fill(place.search);
      await page.keyboard.press('Enter');
      await page.locator(place.found).first().waitFor();
      await shoot(`${place.name}-found`);
    }
    if (!('detail' in place)) continue;
    await page.locator('main table a').first().click();
    await page.locator(`nav a[href="${place.path}"][aria-current]`).waitFor();
    await drawn();
    await shoot(place.detail);
  }
  await page.context().clearCookies();
};
