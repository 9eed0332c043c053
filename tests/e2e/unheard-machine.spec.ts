import { type BrowserContext, expect, type Page, request, test } from '@playwright/test';
import { placeOrder } from './channel.ts';
import { openPickupCounter } from './pickup-counter.ts';
import { type Product, startProduct } from './product.ts';
import { openReturnCounter } from './return-counter.ts';
import { openTill, type TillPage } from './till-page.ts';

let product: Product;
let context: BrowserContext;
let till: TillPage;

test.beforeAll(async ({ browser }) => {
  product = await startProduct();
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  till = await openTill(context, product.tillUrl);
  await till.signIn();
});

test.afterAll(async () => {
  await context.close();
  await product.stop();
});

/** The disk is full when the till writes an operation of this type next, and has room again afterwards. */
const fillDiskAt = async (page: Page, type: string): Promise<void> => {
  const worker = page.workers().find((one) => one.url().includes('storage-worker'));
  if (!worker) throw new Error('a worker of the storage was expected');
  await worker.evaluate((refused) => {
    const stores = IDBObjectStore.prototype as {
      put: (row: { readonly text?: string }) => unknown;
      add: (row: { readonly text?: string }) => unknown;
    };
    let isFull = true;
    for (const name of ['put', 'add'] as const)
      stores[name] = new Proxy(stores[name], {
        apply: (write, store, [row]: [{ readonly text?: string }]): unknown => {
          if (!isFull || row.text?.includes(`"type":"${refused}"`) !== true)
            return Reflect.apply(write, store, [row]);
          isFull = false;
          throw new DOMException('full', 'QuotaExceededError');
        },
      });
  }, type);
};

const cashLeft = () => till.page.getByText('Give the customer their cash back');

const notSaved = () => till.page.getByText('could not save it').first();

test('J3: a web order that is paid in cash is paid by the card that was asked before, and of which nobody heard', async () => {
  const counter = openPickupCounter(till);
  const channel = await request.newContext();
  await counter.open();
  const order = await placeOrder(channel, product.serverUrl, 'ALM1', 'unpaid');
  await expect(counter.row(order.number)).toBeVisible();
  await counter.scanCode(order.code);
  await expect(counter.panel().getByText('The customer’s code is genuine')).toBeVisible();
  await counter.tickAll();
  await fillDiskAt(till.page, 'pickup.handedOver');
  await counter.press('F8');
  await counter.payCard();
  await expect(notSaved()).toBeVisible();
  await counter.payCash();
  await expect(cashLeft()).toBeVisible();
  await expect(counter.row(order.number)).toHaveCount(0);
});

test('J3: an exchange that is paid in cash is paid by the card that was asked before, and of which nobody heard', async () => {
  const counter = openReturnCounter(till);
  const paper = await counter.sell('cash', 'Loaf, white');
  await counter.open();
  await counter.scanReceipt(paper);
  await counter.tap('Return Loaf, white 500 g');
  await counter.tap('Wrong item');
  await counter.press('F10');
  await counter.scanGoods('Butter 82.5% 200 g');
  await expect(till.page.getByRole('region', { name: 'What is taken instead' })).toContainText(
    'Butter 82.5% 200 g',
  );
  await fillDiskAt(till.page, 'exchange.completed');
  await counter.press('F9');
  await counter.machineApproves();
  await expect(notSaved()).toBeVisible();
  await counter.press('F8');
  await expect(till.page.getByRole('dialog', { name: 'Cash' })).toBeVisible();
  await counter.press('Enter');
  await expect(counter.done()).toContainText('Give the customer their cash back');
  await counter.next();
});
