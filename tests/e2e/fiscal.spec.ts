import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { demoProducts } from '#server/cli/demo/demo-catalog.ts';
import type { FiscalSettings } from '#shared/domain/fiscal/schema.ts';
import type { TillsReply } from '#shared/protocol/dashboard.ts';
import type { ExceptionsReply } from '#shared/protocol/exceptions.ts';
import { enterDashboard, type HeadOffice, receiptSeen, signInToHeadOffice } from './head-office.ts';
import { clockScript, moveClocks } from './moved-clock.ts';
import { type Product, startProduct } from './product.ts';
import { scan } from './scan.ts';
import { changeSettings } from './store-settings.ts';
import { openTill, type TillPage } from './till-page.ts';

const HOUR = 3_600_000;
const START = Date.now();

const SETTINGS: FiscalSettings = {
  driver: 'simulated',
  offlineHours: 4,
  offlineHoursPerMonth: null,
  shiftHours: 24,
};

let product: Product;
let context: BrowserContext;
let till: TillPage;
let page: Page;
let office: HeadOffice;
let dashboard: Page;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser, playwright }) => {
  product = await startProduct({ time: START });
  office = await signInToHeadOffice(await playwright.request.newContext(), product.serverUrl);
  await changeSettings(office, 'ALM1', { fiscal: SETTINGS });
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.addInitScript(clockScript(START));
  till = await openTill(context, product.tillUrl);
  ({ page } = till);
  await till.signIn();
  // Head office is another computer.
  dashboard = await (await browser.newContext()).newPage();
  await enterDashboard(dashboard, `${product.serverUrl}/stores`);
});

test.afterAll(async () => {
  await dashboard.context().close();
  await context.close();
  await product.stop();
});

/** What the device does from now on. */
const behave = async (behaviour: string): Promise<void> => {
  await page.getByRole('navigation').getByRole('button', { name: /More/ }).click();
  await page.getByRole('button', { name: 'Devices of this computer' }).click();
  await page.getByRole('combobox', { name: 'What the simulated device does' }).click();
  await page.getByRole('option', { name: behaviour, exact: true }).click();
  await page.getByRole('button', { name: 'Sale', exact: true }).click();
  await expect(till.tile('Loaf, white')).toBeVisible();
};

const moveClock = (hours: number): Promise<void> =>
  moveClocks(START + hours * HOUR, { server: product, pages: [page] });

const receipt = () => page.getByRole('article', { name: 'Receipt' });

const soldNumber = async (): Promise<string> => {
  const title = await page.getByRole('dialog').getByRole('heading').first().innerText();
  return /ALM\d-\d\d-\d{6}/.exec(title)?.[0] ?? '';
};

const fiscalSeen = async (number: string): Promise<string[]> => {
  const seen = await receiptSeen(office, number);
  return (seen?.order.fiscal ?? []).map((one) => `${one.kind} ${one.number}`);
};

/** As head office sees the till's clock. */
const clockInHeadOffice = async () => {
  const { fiscal } = await office.get<TillsReply>('tills');
  return fiscal.find(({ tillId }) => tillId === 'ALM1-01')?.clock;
};

const shownInHeadOffice = () => dashboard.getByRole('row', { name: /^Fiscal registration/ });

const unregistered = async (): Promise<number> => {
  const { exceptions } = await office.get<ExceptionsReply>('exceptions');
  return exceptions.filter(({ kind, state }) => kind === 'fiscal_unregistered' && state === 'open')
    .length;
};

test('a sale has its fiscal number and code on the receipt, and the buyer’s tax number and the mark of the goods', async () => {
  await page.keyboard.press('F7');
  await page.keyboard.press('F9');
  const dialog = page.getByRole('dialog', { name: 'Buyer’s tax number' });
  await expect(dialog).toBeVisible();
  await page.keyboard.type('12', { delay: 80 });
  await page.keyboard.type('34', { delay: 80 });
  await page.keyboard.press('F8');
  await expect(dialog).toContainText('This cannot be a tax number');
  await page.keyboard.type('56789012', { delay: 80 });
  await page.keyboard.press('F8');
  await expect(dialog).toHaveCount(0);

  const socks = demoProducts().find(({ asks }) => asks?.mark)?.barcodes[0] ?? '';
  await scan(page, socks);
  const asked = page.getByRole('dialog', { name: /socks/ });
  await expect(asked.getByLabel('Code of marked goods')).toBeFocused();
  await scan(page, 'SN-000001');
  await expect(asked).toContainText('This code belongs to other goods');
  await scan(page, `010${socks}21MARK-1`);
  await expect(asked).toHaveCount(0);
  await scan(page, `010${socks}21MARK-1`);
  await expect(asked).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(asked).toHaveCount(0);

  await till.payCash();
  await expect(receipt()).toContainText(/SIM-\d{6}/);
  await expect(receipt()).toContainText('123456789012');
  await expect(receipt()).toContainText('Marked goods');
  await expect(receipt().getByRole('img', { name: 'Code of the fiscal document' })).toHaveAttribute(
    'data-text',
    /n=SIM-\d{6}/,
  );
  const number = await soldNumber();
  await till.nextSale();
  await expect.poll(() => fiscalSeen(number)).toEqual([expect.stringMatching(/^sale SIM-/)]);
});

test('J8: an answer that is lost is asked for, and the sale is registered once', async () => {
  await behave('Registers, the answer is lost');
  await till.tile('Loaf, white').click();
  await till.payCash();
  await expect(receipt()).toContainText(/SIM-\d{6}/);
  const number = await soldNumber();
  await till.nextSale();
  await expect.poll(() => fiscalSeen(number)).toHaveLength(1);
});

test('J8: without its device the till sells on, head office sees the paper without a number, and the device registers it later', async () => {
  await behave('Is not there');
  await till.tile('Loaf, white').click();
  await till.payCash();
  const number = await soldNumber();
  await till.nextSale();
  await expect.poll(unregistered).toBe(1);
  expect(await fiscalSeen(number)).toEqual([]);
  await behave('Registers');
  await expect.poll(() => fiscalSeen(number)).toHaveLength(1);
  await expect.poll(unregistered).toBe(0);
});

test('offline the clock is counted down, at its end selling stops, and it goes on by itself once all is sent', async () => {
  await behave('Registers offline');
  await till.tile('Loaf, white').click();
  await till.payCash();
  await expect(receipt()).toContainText(/OFF-\d{6}/);
  await expect(receipt()).toContainText('Registered offline');
  await till.nextSale();
  await expect(page.getByText(/Selling may go on for 3 h|Selling may go on for 4 h/)).toBeVisible();
  await expect.poll(clockInHeadOffice).toMatchObject({ level: 'calm' });
  await expect(shownInHeadOffice()).toContainText(/waits? to be sent to the tax authority/);
  await expect(shownInHeadOffice()).toContainText(/(3 h|4 h).* ?left/);

  await moveClock(3.5);
  await till.sell('Loaf, white');
  await expect(page.getByText(/Only \d+ min left/)).toBeVisible();
  await expect.poll(clockInHeadOffice).toMatchObject({ level: 'warning' });

  await moveClock(5);
  await till.tile('Loaf, white').click();
  await page.keyboard.press('F8');
  await page.keyboard.press('Enter');
  const cash = page.getByRole('dialog', { name: 'Cash' });
  await expect(cash).toContainText('is over');
  await page.keyboard.press('Escape');
  await expect(cash).toHaveCount(0);

  await behave('Registers');
  await expect(page.getByText(/Selling has stopped/)).toHaveCount(0);
  await expect.poll(clockInHeadOffice).toBeNull();
  await till.payCash();
  await expect(receipt()).toContainText(/SIM-\d{6}/);
  await till.nextSale();
});

test('a shift longer than the law lets one be takes no more money', async () => {
  await moveClock(25);
  await till.tile('Loaf, white').click();
  await page.keyboard.press('F8');
  await page.keyboard.press('Enter');
  const cash = page.getByRole('dialog', { name: 'Cash' });
  await expect(cash).toContainText('longer than the law');
  await page.keyboard.press('Escape');
  await expect(cash).toHaveCount(0);
});
