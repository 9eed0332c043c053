import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import type { StaffReply } from '#shared/protocol/administration.ts';
import { DEFAULT_POLICY } from '#shared/domain/settings/default-policy.ts';
import { DEFAULT_ROLES } from '#shared/domain/staff/rights.ts';
import type { SensitiveActsReply } from '#shared/protocol/sensitive-acts.ts';
import { type HeadOffice, signInToHeadOffice } from './head-office.ts';
import { type Product, startProduct } from './product.ts';
import { scan } from './scan.ts';
import { openShift, openTill, type TillPage } from './till-page.ts';

const BADGES = { dinara: 'BADGE-0017', saule: 'BADGE-0002' } as const;

/** Nobody touches a till for a minute: it is locked. */
const POLICY = { ...DEFAULT_POLICY, lockMinutes: 1 };

let product: Product;
let context: BrowserContext;
let till: TillPage;
let page: Page;

test.describe.configure({ mode: 'serial' });

/** Head office hands the badges out, and has tills locked that nobody touches for a minute. */
const prepare = async (office: HeadOffice): Promise<void> => {
  const { staff } = await office.get<StaffReply>('staff');
  for (const [id, badge] of Object.entries(BADGES)) {
    const member = staff.find((one) => one.id === id);
    if (!member) throw new Error(`no ${id}`);
    const { name, role, storeIds, active } = member;
    await office.put(`staff/${id}`, { name, role, storeIds, active, pin: null, badge });
  }
  await office.put('policies', { storeId: null, policy: POLICY });
};

test.beforeAll(async ({ browser, playwright }) => {
  product = await startProduct();
  await prepare(await signInToHeadOffice(await playwright.request.newContext(), product.serverUrl));
  context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });
  till = await openTill(context, product.tillUrl);
  ({ page } = till);
});

test.afterAll(async () => {
  await context.close();
  await product.stop();
});

const signInForm = () => page.getByText('Who is at the till?');

test('a badge signs in whose it is, and a code of nobody does not', async () => {
  await expect(page.getByRole('button', { name: /Динара/ })).toBeVisible();
  await scan(page, 'BADGE-9999');
  await scan(page, BADGES.dinara);
  await openShift(page);
  await expect(page.getByRole('button', { name: /Динара/ })).toBeVisible();
});

test('R6: what leaves a basket needs leave by the role that head office says now, not the one of the sign-in', async ({
  playwright,
}) => {
  const request = await playwright.request.newContext();
  const office = await signInToHeadOffice(request, product.serverUrl);
  const roles = { ...DEFAULT_ROLES, cashier: { rights: [], discountLimit: null } };
  await office.put('policies', { storeId: null, policy: { ...POLICY, roles } });
  const { staff } = await office.get<StaffReply>('staff');
  const dinara = staff.find(({ id }) => id === 'dinara');
  if (!dinara) throw new Error('no Dinara');
  const { name, role, storeIds, active } = dinara;
  await till.tile('Loaf, white').click();
  const approval = page.getByRole('dialog', { name: /approval/ });
  const quantity = page.getByRole('button', { name: /^Quantity: / });
  /** One piece more, and out again. */
  const takeOne = async (isAsked: boolean): Promise<void> => {
    await page.getByRole('button', { name: 'More by one' }).click();
    await page.getByRole('button', { name: 'Less by one' }).click();
    await expect(quantity).toBeVisible();
    const isShown = await approval.isVisible();
    if (isShown) await page.keyboard.press('Escape');
    await expect(approval).toHaveCount(0);
    expect(isShown).toBe(isAsked);
  };
  await expect(() => takeOne(true)).toPass({ timeout: 30_000 });
  await office.put('staff/dinara', { name, role: 'senior', storeIds, active, pin: null });
  await expect(() => takeOne(false)).toPass({ timeout: 30_000 });
  await office.put('staff/dinara', { name, role, storeIds, active, pin: null });
  await office.put('policies', { storeId: null, policy: POLICY });
});

test('R6: a manager’s badge approves in place, another cashier’s own does not, with no server', async () => {
  await product.stopServer();
  await till.tile('Loaf, white').click();
  await page.keyboard.press('F6');
  await page.keyboard.type('50', { delay: 80 });
  await page.getByRole('button', { name: 'Damaged' }).click();
  await page.keyboard.press('Enter');
  const approval = page.getByRole('dialog', { name: /approval/ });
  await expect(approval).toBeVisible();
  await scan(page, BADGES.dinara);
  await expect(approval).toBeVisible();
  for (const tries of ['4 tries', '3 tries', '2 tries', '1 try', 'Too many']) {
    await page.keyboard.type('999999', { delay: 80 });
    await expect(approval.getByText(tries)).toBeVisible();
  }
  await scan(page, BADGES.saule);
  await expect(approval).toHaveCount(0);
});

test('a till that nobody touches locks itself, keeps the basket, and a touch puts it off', async () => {
  await context.clock.install();
  await till.tile('Loaf, white').click();
  const basket = page.getByRole('complementary', { name: 'Basket' });
  await context.clock.fastForward('00:40');
  await till.tile('Loaf, white').click();
  await context.clock.fastForward('00:40');
  await expect(basket.getByText('Loaf, white 500 g')).toBeVisible();
  await context.clock.fastForward('01:01');
  await expect(signInForm()).toBeVisible();
  await expect(basket).toHaveCount(0);
  await scan(page, BADGES.dinara);
  await expect(basket.getByText('Loaf, white 500 g')).toBeVisible();
});

test('T4: head office sees whose PIN was tried at the till, and by whom, once it is back', async ({
  playwright,
}) => {
  await product.startServer();
  const request = await playwright.request.newContext();
  const office = await signInToHeadOffice(request, product.serverUrl);
  const refusals = async () => {
    const { acts } = await office.get<SensitiveActsReply>('sensitive-acts');
    return acts.filter(({ kind }) => kind === 'pin_locked');
  };
  await expect.poll(refusals, { timeout: 30_000 }).toMatchObject([
    {
      storeId: 'ALM1',
      by: expect.stringMatching(/Динара/),
      note: expect.stringMatching(/Сәуле/),
    },
  ]);
});
