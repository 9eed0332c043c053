import { type BrowserContext, expect, test } from '@playwright/test';
import { demoProducts } from '#server/cli/demo/demo-catalog.ts';
import { startVirtualScale, type VirtualScale } from '#main/devices/scale/virtual-scale.fixture.ts';
import { plugInSerial, type VirtualSerial } from '#main/devices/serial/virtual-serial.fixture.ts';
import { startVirtualPrinter, type VirtualPrinter } from '#main/devices/virtual-printer.fixture.ts';
import { scan } from './scan.ts';
import { type Product, startProduct } from './product.ts';
import { openTill, type TillPage } from './till-page.ts';
import { plugInHidScanner, scanByHid } from './virtual-hid-scanner.ts';

// The printer is a program behind a TCP port that decodes ESC/POS more strictly than any device does.

let product: Product;
let printer: VirtualPrinter;
let other: VirtualPrinter;
let scale: VirtualScale;
let port: VirtualSerial;
let context: BrowserContext;
let till: TillPage;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  product = await startProduct();
  printer = await startVirtualPrinter();
  other = await startVirtualPrinter();
  scale = await startVirtualScale();
  port = await plugInSerial();
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await plugInHidScanner(context);
  till = await openTill(context, product.tillUrl);
  await till.signIn();
});

test.afterAll(async () => {
  await context?.close();
  await printer?.close();
  await other?.close();
  await scale?.close();
  await port?.unplug();
  await product?.stop();
});

const basket = () => till.page.getByRole('complementary', { name: 'Basket' });

const barcodeOf = (name: string): string =>
  demoProducts().find((product) => product.name.en === name)?.barcodes[0] ?? '';

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
  await page.getByLabel('Port', { exact: true }).fill(String(printer.port));
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

test('a scanner that neither types nor has a port is chosen once, and heard after a reload too', async () => {
  const { page } = till;
  await page.getByRole('button', { name: 'Scanner in the mode HID POS' }).click();
  await expect(page.getByText('Heard: Voyager 1470g')).toBeVisible();
  await page.reload();
  await till.signIn();
  await scanByHid(page, barcodeOf('Loaf, white 500 g'));
  await expect(basket()).toContainText('Loaf, white');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Enter');
  await expect(basket()).not.toContainText('Loaf, white');
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
  const pulses = printer.pulses().length;
  printer.behave({ paper: 0x12 | 0x60 });
  await till.sell('Butter 82.5%');
  // Said at once; the drawer stays shut also when the printer is well again, as nobody may stand there by then.
  await expect(till.page.getByText('The drawer did not open: Out of paper')).toBeVisible();
  await till.sell('Loaf, white');
  await openDevices();
  const waiting = till.page.getByRole('listitem').filter({ hasText: 'Out of paper' });
  await expect(waiting.first()).toBeVisible();
  expect(printer.papers()).toHaveLength(2);
  printer.behave({});
  await expect.poll(() => printer.papers(), { timeout: 20_000 }).toHaveLength(4);
  await expect(waiting).toHaveCount(0);
  expect(printer.pulses()).toHaveLength(pulses);
  expect(printer.faults()).toEqual([]);
});

test('J4: a receipt that waits at one printer is sent to another, and comes out there once', async () => {
  const { page } = till;
  await page.getByRole('button', { name: 'Add a printer' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Back room');
  await page.getByLabel('Address').fill('127.0.0.1');
  await page.getByLabel('Port', { exact: true }).fill(String(other.port));
  await page.keyboard.press('F8');
  await expect(page.getByText('Saved')).toBeVisible();
  const before = printer.papers().length;
  printer.behave({ offline: 0x12 | 0x04 });
  await page.keyboard.press('Control+1');
  await till.sell('Loaf, white');
  await openDevices();
  const waiting = page.getByRole('listitem').filter({ hasText: 'Cover is open' });
  await expect(waiting).toHaveCount(1);
  await waiting.getByRole('button', { name: 'Print at Back room' }).click();
  await expect.poll(() => other.papers()).toHaveLength(1);
  expect(other.papers()[0]?.lines.join('\n')).toMatch(/ALM1-01-\d+[^]*Loaf, white/);
  await expect(waiting).toHaveCount(0);
  printer.behave({});
  // The next receipt comes out of the first again, and alone: what was sent elsewhere is printed.
  await page.keyboard.press('Control+1');
  await till.sell('Loaf, white');
  await expect.poll(() => printer.papers().length).toBe(before + 1);
  expect(other.papers()).toHaveLength(1);
  expect([...printer.faults(), ...other.faults()]).toEqual([]);
});

test('the scale is set up, tried, and its weight goes into the basket once it has settled', async () => {
  const { page } = till;
  await openDevices();
  await page.getByRole('button', { name: 'Set up the scale' }).click();
  const setUp = page.getByRole('dialog', { name: 'Set up the scale' });
  await setUp.getByText('Network', { exact: true }).click();
  await setUp.getByLabel('Address').fill('127.0.0.1');
  await setUp.getByLabel('Port', { exact: true }).fill(String(scale.port));
  scale.put({ text: '0.450 kg' });
  await setUp.getByRole('button', { name: 'Ask its weight' }).click();
  await expect(setUp).toContainText('Weighed');
  await page.keyboard.press('F8');
  await expect(setUp).toHaveCount(0);

  scale.put({ text: '0.300 kg', isMoving: true });
  await page.keyboard.press('Control+1');
  await till.tile('Bananas').click();
  const dialog = page.getByRole('dialog', { name: /Bananas/ });
  const field = dialog.getByLabel(/Weight/);
  await expect(dialog).toContainText('The scale is settling');
  await expect(dialog.getByRole('button', { name: /Apply/ })).toBeDisabled();
  scale.put('overload');
  await expect(dialog).toContainText('Too heavy for this scale');
  scale.put({ text: '0.512 kg' });
  await expect(field).toContainText('0.512');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(basket()).toContainText('0.512');
});

test('a scale that does not answer holds up nobody: the weight is typed', async () => {
  const { page } = till;
  scale.put('silent');
  await till.tile('Tomatoes').click();
  const dialog = page.getByRole('dialog', { name: /Tomatoes/ });
  await page.keyboard.type('1.25', { delay: 80 });
  await expect(dialog).toContainText('The scale does not answer. Type the weight.');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(basket()).toContainText('1.25');
  scale.put({ text: '0.000 kg' });
  await till.payCash();
  await till.nextSale();
});

test('J2: a scanner at a serial port is heard on the screen that is open, and once', async () => {
  const { page } = till;
  await openDevices();
  await page.getByRole('button', { name: 'Scanner at a serial port' }).click();
  const setUp = page.getByRole('dialog', { name: 'Scanner at a serial port' });
  await setUp.getByLabel('Serial port').fill(port.path);
  await page.keyboard.press('F8');
  await expect(setUp).toContainText('The scanner is heard');
  port.send(Buffer.from('Қазақ-ґ\r'));
  await expect(setUp).toContainText('Қазақ-ґ was read');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+1');
  port.send(Buffer.from(`${barcodeOf('Loaf, white 500 g')}\r\n`));
  await expect(basket()).toContainText('Loaf, white 500 g');
  await expect(basket().getByText('1 × ₸')).toBeVisible();
  port.send(Buffer.from(`${barcodeOf('Butter 82.5% 200 g')}\r\n`));
  await expect(basket()).toContainText('Butter 82.5%');
  await expect(basket().getByText('1 × ₸')).toHaveCount(2);
  await till.payCash();
  await till.nextSale();
  await openDevices();
  await page.getByRole('button', { name: 'Scanner at a serial port' }).click();
  await setUp.getByRole('button', { name: 'Remove' }).click();
  await expect(setUp).toHaveCount(0);
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
