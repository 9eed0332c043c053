import { type BrowserContext, expect, test } from '@playwright/test';
import { startVirtualPrinter, type VirtualPrinter } from '#main/devices/virtual-printer.fixture.ts';
import { scan } from './scan.ts';
import { type Product, startProduct } from './product.ts';
import { openTill, type TillPage } from './till-page.ts';

// The printer is a program behind a TCP port that decodes ESC/POS more strictly than any device does.

let product: Product;
let printer: VirtualPrinter;
let context: BrowserContext;
let till: TillPage;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  product = await startProduct();
  printer = await startVirtualPrinter();
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  till = await openTill(context, product.tillUrl);
  await till.signIn();
});

test.afterAll(async () => {
  await context?.close();
  await printer?.close();
  await product?.stop();
});

const openDevices = async (): Promise<void> => {
  await till.page.getByRole('button', { name: /More/ }).click();
  await till.page.getByRole('button', { name: 'Devices of this computer' }).click();
  await expect(till.page.getByRole('heading', { name: 'Printers' })).toBeVisible();
};

test('a printer is added, asked its state and tried out', async () => {
  const { page } = till;
  await openDevices();
  await page.getByRole('button', { name: 'Add a printer' }).click();
  await page.getByLabel('Address').fill('127.0.0.1');
  await page.getByLabel('Port').fill(String(printer.port));
  printer.behave({ offline: 0x12 | 0x04 });
  await page.getByRole('button', { name: 'Ask its state' }).click();
  await expect(page.getByText('Cover is open')).toBeVisible();
  printer.behave({});
  await page.getByRole('button', { name: 'Print a test page' }).click();
  await expect.poll(() => printer.papers()).toHaveLength(1);
  await page.keyboard.press('F8');
  await expect(page.getByText('Receipts are printed here').first()).toBeVisible();
});

test('the scanner is tried: what it reads is told from typing, and what is not says why', async () => {
  const { page } = till;
  await page.getByRole('button', { name: 'Try the scanner' }).click();
  const trial = page.getByRole('dialog', { name: 'Try the scanner' });
  await scan(page, '4006381333931');
  await expect(trial).toContainText('The scanner is right');
  await expect(trial).toContainText('4006381333931 was read');
  await trial.getByLabel('Scan a barcode here').click();
  await page.keyboard.type('123');
  await page.keyboard.press('Enter');
  await expect(trial).toContainText('That was too short');
  await page.keyboard.press('Escape');
  await expect(trial).toHaveCount(0);
});

test('J4: a cash sale opens the drawer and comes out of the printer, once', async () => {
  await till.page.keyboard.press('Control+1');
  await till.sell('Loaf, white');
  await expect.poll(() => printer.papers()).toHaveLength(2);
  expect(printer.papers()[1]?.lines.join('\n')).toMatch(/ALM1-01-\d+[^]*Loaf, white/);
  await expect.poll(() => printer.pulses()).toEqual([[0, 25, 250]]);
  expect(printer.faults()).toEqual([]);
});

test('J4: a printer without paper holds up no sale; its receipts wait, and are printed once when it has some', async () => {
  printer.behave({ paper: 0x12 | 0x60 });
  await till.sell('Butter 82.5%');
  await till.sell('Loaf, white');
  await openDevices();
  const waiting = till.page.getByRole('listitem').filter({ hasText: 'Out of paper' });
  await expect(waiting.first()).toBeVisible();
  expect(printer.papers()).toHaveLength(2);
  printer.behave({});
  await expect.poll(() => printer.papers(), { timeout: 20_000 }).toHaveLength(4);
  await expect(waiting).toHaveCount(0);
  expect(printer.faults()).toEqual([]);
});

test('J3: unplugged in the middle of a receipt: the sale is made, and its receipt printed again once', async () => {
  const { page } = till;
  const before = printer.papers().length;
  await page.keyboard.press('Control+1');
  printer.behave({ diesAfter: 900 });
  await till.sell('Loaf, white');
  await expect.poll(() => printer.torn()).toBe(1);
  printer.behave({});
  await expect.poll(() => printer.papers().length, { timeout: 20_000 }).toBe(before + 1);
  const again = printer.papers().at(-1)?.lines.join('\n') ?? '';
  expect(again).toContain('Printed again');
  const number = /ALM1-01-\d+/.exec(again)?.[0] ?? '?';
  // What comes next is another paper: that receipt was the only one of its sale.
  await till.sell('Loaf, white');
  await expect.poll(() => printer.papers().length).toBe(before + 2);
  const numbers = printer.papers().map(({ lines }) => /ALM1-01-\d+/.exec(lines.join('\n'))?.[0]);
  expect(numbers.filter((each) => each === number)).toHaveLength(1);
});

test('J4: the drawer opens without a sale, and the X report comes out of the printer', async () => {
  const { page } = till;
  const pulses = printer.pulses().length;
  await page.getByRole('navigation').getByRole('button', { name: 'Shift' }).click();
  await page.getByRole('button', { name: /^Open the drawer/ }).click();
  await page.getByRole('dialog', { name: 'Open the drawer' }).waitFor();
  await page.keyboard.press('F8');
  await expect.poll(() => printer.pulses().length).toBe(pulses + 1);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('F7');
  await expect(page.getByRole('article', { name: 'X report 1' })).toBeVisible();
  await page.keyboard.press('F7');
  await expect
    .poll(() => printer.papers().at(-1)?.lines.join('\n'))
    .toContain('Drawer opened without a sale');
  expect(printer.faults()).toEqual([]);
});
