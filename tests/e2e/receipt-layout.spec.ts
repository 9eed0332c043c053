import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { pngOf } from '#main/devices/png.fixture.ts';
import { startVirtualPrinter, type VirtualPrinter } from '#main/devices/virtual-printer.fixture.ts';
import type { SensitiveActsReply } from '#shared/protocol/sensitive-acts.ts';
import { enterDashboard, signInToHeadOffice } from './head-office.ts';
import { type Product, startProduct } from './product.ts';
import { openTill, type TillPage } from './till-page.ts';

// Head office says what stands on a store's receipts; its till prints it, with and without a network.

let product: Product;
let printer: VirtualPrinter;
let atOffice: BrowserContext;
let atTill: BrowserContext;
let office: Page;
let till: TillPage;
/** What the browser refused to do, or could not. */
const complaints: string[] = [];

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  product = await startProduct();
  printer = await startVirtualPrinter();
  atOffice = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
  office = await atOffice.newPage();
  office.on('pageerror', ({ message }) => complaints.push(message));
  office.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) complaints.push(message.text());
  });
  atTill = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  till = await openTill(atTill, product.tillUrl);
  await till.signIn();
});

test.afterAll(async () => {
  await atTill?.close();
  await atOffice?.close();
  await printer?.close();
  await product?.stop();
});

const paper = () => office.getByRole('article', { name: 'Receipt' });

const logoOnPaper = () => paper().getByRole('img', { name: 'Omni' });

const printed = (place: number): string => printer.papers().at(place)?.lines.join('\n') ?? '';

const receiptDialog = () => till.page.getByRole('dialog', { name: /^Receipt/ });

/** A black square, as a designer would send it: larger than any paper. */
const logo = (): Buffer => {
  const [width, height] = [800, 400];
  return pngOf({ width, height, bytes: Buffer.alloc((width / 8) * height, 0xff) });
};

test('head office writes the receipt of a store and sees it as it will be printed', async () => {
  await enterDashboard(office, product.serverUrl);
  await office.getByRole('link', { name: 'Receipts of stores' }).click();
  await expect(paper()).toContainText('Thank you for your purchase!');
  await office.getByLabel('Legal lines').fill('ТОО «Абай»\nБИН 001140000123');
  const terms = office.getByRole('group', { name: 'Return terms' });
  await terms.getByLabel('English').fill('Goods come back within 21 days.');
  await terms.getByLabel('Қазақша').fill('Тауар 21 күн ішінде қайтарылады.');
  await office.getByRole('group', { name: 'Last lines' }).getByLabel('English').fill('See you 🧀');
  await expect(paper()).toContainText('БИН 001140000123');
  await expect(paper()).toContainText('Goods come back within 21 days.');
  await expect(office.getByText(/Printers have no letter for 🧀/)).toBeVisible();
  await office.getByText('KK', { exact: true }).click();
  await expect(paper()).toContainText('Тауар 21 күн ішінде қайтарылады.');
  await office.getByText('Gift receipt', { exact: true }).click();
  await expect(paper()).toContainText('СЫЙЛЫҚ ЧЕГІ');
  await expect(paper()).not.toContainText('₸');
});

test('a file that is no picture is refused, whatever it is called; a picture becomes the logo', async () => {
  const choose = async (buffer: Buffer): Promise<void> => {
    const chooser = office.waitForEvent('filechooser');
    await office.getByRole('button', { name: 'Choose a picture' }).click();
    await (await chooser).setFiles({ name: 'logo.png', mimeType: 'image/png', buffer });
  };
  await choose(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'));
  await expect(office.getByText('This is no PNG picture')).toBeVisible();
  await expect(logoOnPaper()).toHaveCount(0);
  await choose(logo());
  await expect(logoOnPaper()).toBeVisible();
  await expect(office.getByText('This is no PNG picture')).toHaveCount(0);
  await office.getByRole('button', { name: 'Save' }).click();
  await expect(office.getByText(/^Saved/)).toBeVisible();
  await office.getByRole('link', { name: 'Changes' }).click();
  await expect(office.getByText('Receipt changed')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('R7: where there is no printer the browser prints the very lines: first the receipt, then its copy', async () => {
  const { page } = till;
  await page.evaluate(() => {
    window.print = () => {
      const sheet = document.querySelector('body > div > article[aria-label^="ALM1-01-"]');
      document.body.setAttribute('data-printed', sheet?.textContent ?? 'nothing');
    };
  });
  const last = () => page.locator('body').getAttribute('data-printed');
  await till.tile('Loaf, white').click();
  await till.payCash();
  await expect(receiptDialog()).toContainText('БИН 001140000123');
  await receiptDialog().getByRole('button', { name: 'Print the receipt' }).click();
  await expect.poll(last).toContain('Goods come back within 21 days.');
  expect(await last()).not.toContain('COPY');
  await receiptDialog().getByRole('button', { name: 'Print a copy' }).click();
  await expect.poll(last).toContain('COPY 1');
  await till.nextSale();
});

test('the till of the store prints it, logo and all', async () => {
  const { page } = till;
  await page.getByRole('button', { name: /More/ }).click();
  await page.getByRole('button', { name: 'Devices of this computer' }).click();
  await page.getByRole('button', { name: 'Add a printer' }).click();
  await page.getByLabel('Address').fill('127.0.0.1');
  await page.getByLabel('Port', { exact: true }).fill(String(printer.port));
  await page.keyboard.press('F8');
  await expect(page.getByText('Receipts are printed here').first()).toBeVisible();
  await page.keyboard.press('Control+1');
  await till.tile('Loaf, white').click();
  await till.payCash();
  await expect(receiptDialog()).toContainText('БИН 001140000123');
  await expect(receiptDialog().getByRole('img', { name: 'Omni' })).toBeVisible();
  await expect.poll(() => printer.papers()).toHaveLength(1);
  expect(printer.papers()[0]?.lines[0]).toBe('▒');
  expect(printed(0)).toContain('БИН 001140000123');
  expect(printed(0)).toContain('Goods come back within 21 days.');
  expect(printed(0)).not.toContain('COPY');
});

test('R7: without a network too; a copy says which it is, and a gift receipt holds no price', async () => {
  await product.stopServer();
  await receiptDialog().getByRole('button', { name: 'Print a copy' }).click();
  await expect.poll(() => printer.papers()).toHaveLength(2);
  expect(printed(1)).toContain('COPY 1');
  await receiptDialog().getByRole('button', { name: 'Gift receipt' }).click();
  await expect.poll(() => printer.papers()).toHaveLength(3);
  expect(printed(2)).toContain('GIFT RECEIPT');
  expect(printed(2)).toContain('Loaf, white');
  expect(printed(2)).toContain('БИН 001140000123');
  expect(printed(2)).not.toMatch(/TOTAL|Cash\b|COPY|KZT|₸|\d,\d\d|VAT/);
  await till.nextSale();
  await till.sell('Butter 82.5%');
  await expect.poll(() => printer.papers()).toHaveLength(4);
  expect(printed(3)).toContain('Goods come back within 21 days.');
  expect(printer.faults()).toEqual([]);
});

test('R7: a copy from the list goes on counting, in the language that is chosen for it', async () => {
  const { page } = till;
  await page.keyboard.press('Control+4');
  const rows = page.getByRole('list', { name: 'Receipts' }).getByRole('listitem');
  await rows.nth(1).click();
  const panel = page.getByRole('complementary', { name: 'Receipt' });
  await expect(panel).toContainText('COPY 2');
  await panel.getByText('RU', { exact: true }).click();
  await expect(panel).toContainText('КОПИЯ 2');
  await panel.getByRole('button', { name: 'Print a copy' }).click();
  await expect.poll(() => printer.papers()).toHaveLength(5);
  expect(printed(4)).toContain('КОПИЯ 2');
  expect(printed(4)).toContain('Хлеб');
  await expect(panel).toContainText('КОПИЯ 3');
  expect(printer.faults()).toEqual([]);
});

test('cash that is put into the drawer comes with a paper of the shop, to be signed', async () => {
  const { page } = till;
  await page.getByRole('button', { name: 'Shift', exact: true }).click();
  await page.keyboard.press('F9');
  await expect(page.getByRole('dialog', { name: 'Cash in' })).toBeVisible();
  await page.keyboard.type('5000', { delay: 80 });
  await page.keyboard.press('Enter');
  await expect.poll(() => printer.papers()).toHaveLength(6);
  for (const line of ['БИН 001140000123', 'Cash in', 'Change fund', 'Signature'])
    expect(printed(5)).toContain(line);
  expect(printed(5)).not.toContain('COPY');
  await page.getByRole('button', { name: /^Print the paper of/ }).click();
  await expect.poll(() => printer.papers()).toHaveLength(7);
  expect(printed(6)).toContain('COPY');
  expect(printer.faults()).toEqual([]);
});

test('R7: head office sees every copy among the sensitive acts once the till is back', async () => {
  await product.startServer();
  const api = await signInToHeadOffice(office.request, product.serverUrl);
  const copies = async (): Promise<(string | null)[]> => {
    const { acts } = await api.get<SensitiveActsReply>('sensitive-acts');
    return acts.filter(({ kind }) => kind === 'reprinted').map(({ reason }) => reason);
  };
  await expect.poll(copies, { timeout: 30_000 }).toEqual(['2', '1', '1']);
  await office.goto(`${product.serverUrl}/sensitive-acts`);
  await expect(office.getByRole('cell', { name: /Receipt reprinted/ })).toHaveCount(3);
  await expect(office.getByRole('cell', { name: /COPY 2 · ALM1-01-/ })).toBeVisible();
  expect(complaints).toEqual([]);
});
