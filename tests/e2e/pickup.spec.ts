import {
  type APIRequestContext,
  type Browser,
  type BrowserContext,
  expect,
  request,
  test,
} from '@playwright/test';
import type { OrderReply } from '#shared/protocol/channel.ts';
import { ORDERED, type PlacedOrder, placeOrder, readOrder } from './channel.ts';
import { openPickupCounter, type PickupCounter } from './pickup-counter.ts';
import { type Product, startProduct } from './product.ts';
import { openReturnCounter, type ReturnCounter } from './return-counter.ts';
import { openTill } from './till-page.ts';

const [CROISSANT = '', CHEESE = ''] = ORDERED;
const GIFT = 'GIFT-7F3K-0042';

type Flow = {
  readonly name: string;
  readonly paying: 'paid' | 'unpaid';
  /** Of the croissants; one, unless said. */
  readonly pieces?: number;
  /** The steps of the cashier: the same with and without a network. */
  readonly steps: (counter: PickupCounter, order: PlacedOrder) => Promise<void>;
  /** What the channel hears of it. */
  readonly seen: Partial<Pick<OrderReply, 'pickupState' | 'paymentState' | 'storeId'>> & {
    readonly due?: 0;
  };
};

/** A card with ₸190 on it, from a return. */
const giveGiftCard = async (returns: ReturnCounter): Promise<void> => {
  const paper = await returns.sell('card', 'Loaf, white');
  await returns.open();
  await returns.scanReceipt(paper);
  await returns.tap('Return Loaf, white 500 g');
  await returns.tap('Not as described');
  await returns.tap(/^Gift card/);
  await returns.page.getByLabel('Number of the gift card').fill(GIFT);
  await returns.page.getByLabel('The customer agrees to a gift card').check();
  await returns.press('F8');
  await returns.approve('2222');
  await expect(returns.done()).toContainText(GIFT);
  await returns.next();
};

const isGone = (counter: PickupCounter, { number }: PlacedOrder): Promise<void> =>
  expect(counter.row(number)).toHaveCount(0);

/** Steps that begin elsewhere: a customer shows the code while the cashier sells. */
const fromTheSale = async (counter: PickupCounter, order: PlacedOrder): Promise<void> => {
  await counter.page.keyboard.press('Control+1');
  await expect(counter.page.getByRole('complementary', { name: 'Basket' })).toBeVisible();
  await counter.scanCode(order.code);
  await expect(counter.panel().getByText('The customer’s code is genuine')).toBeVisible();
};

const FLOWS: readonly Flow[] = [
  {
    name: 'R19 T4: the customer’s QR, the goods, F8',
    paying: 'paid',
    steps: async (counter, order) => {
      counter.acts();
      await fromTheSale(counter, order);
      await counter.scanGoods();
      await counter.press('F8');
      await isGone(counter, order);
      expect(counter.acts()).toBe(1 + ORDERED.length + 1);
    },
    seen: { pickupState: 'completed', paymentState: 'paid', due: 0 },
  },
  {
    name: 'R10 R2: put ready on a shelf, the six digits, paid in cash',
    paying: 'unpaid',
    steps: async (counter, order) => {
      await counter.choose(order.number);
      await counter.prepare('B4');
      await expect(counter.row(order.number)).toContainText('shelf B4');
      counter.acts();
      await counter.typeDigits(order.digits);
      await expect(counter.panel().getByText('The pickup code is right')).toBeVisible();
      await counter.scanGoods();
      await counter.press('F8');
      await counter.payCash();
      await isGone(counter, order);
      expect(counter.acts()).toBe(6 + ORDERED.length + 3);
    },
    seen: { pickupState: 'completed', paymentState: 'paid', due: 0 },
  },
  {
    name: 'in two parts, each paid as it leaves',
    paying: 'unpaid',
    steps: async (counter, order) => {
      await counter.scanCode(order.code);
      await counter.tick(CROISSANT);
      await counter.tap('Hand over in part');
      await counter.payCash();
      await expect(counter.row(order.number)).toContainText('Partly collected');
      await counter.scanCode(order.code);
      await expect(counter.panel().getByText('handed over')).toBeVisible();
      await counter.tickAll();
      await counter.press('F8');
      await counter.payCash();
      await isGone(counter, order);
    },
    seen: { pickupState: 'completed', paymentState: 'paid', due: 0 },
  },
  {
    name: 'R22 R16: a line is short, the channel gives its money back',
    paying: 'paid',
    steps: async (counter, order) => {
      await counter.choose(order.number);
      await counter.tap(`Change ${CHEESE}`);
      await counter.tap('Not on the shelf');
      await expect(counter.page.getByText(/The channel gives the customer ₸/)).toBeVisible();
      await counter.press('F8');
      await expect(counter.page.getByRole('dialog')).toHaveCount(0);
      await expect(counter.panel().getByRole('button', { name: /^Tick/ })).toHaveCount(1);
      await counter.scanCode(order.code);
      await counter.tickAll();
      await counter.press('F8');
      await isGone(counter, order);
    },
    // The demo's shop does what it is told: its provider has given the money back.
    seen: { pickupState: 'completed', paymentState: 'partially_refunded', due: 0 },
  },
  {
    name: 'R1: a damaged line is taken out; the rest is paid partly in cash, partly by card',
    paying: 'unpaid',
    steps: async (counter, order) => {
      await counter.choose(order.number);
      await counter.tap(`Change ${CHEESE}`);
      await counter.tap('Damaged');
      await counter.press('F8');
      await expect(counter.page.getByRole('dialog')).toHaveCount(0);
      await counter.scanCode(order.code);
      await counter.tick(CROISSANT);
      await counter.press('F8');
      await counter.payCashAndCard('100');
      await isGone(counter, order);
    },
    seen: { pickupState: 'completed', paymentState: 'paid', due: 0 },
  },
  {
    name: 'R16: one line is refused at the counter, the rest is handed over',
    paying: 'paid',
    steps: async (counter, order) => {
      await counter.scanCode(order.code);
      await counter.tap(`Change ${CROISSANT}`);
      await counter.tap('Customer does not want it');
      await expect(counter.page.getByText(/The channel gives the customer ₸/)).toBeVisible();
      await counter.press('F8');
      await expect(counter.page.getByRole('dialog')).toHaveCount(0);
      await counter.tick(CHEESE);
      await counter.press('F8');
      await isGone(counter, order);
    },
    seen: { pickupState: 'completed', paymentState: 'partially_refunded', due: 0 },
  },
  {
    name: 'R22 R16: of three pieces two leave, the third is refused',
    paying: 'paid',
    pieces: 3,
    steps: async (counter, order) => {
      await counter.scanCode(order.code);
      await counter.count(CROISSANT, 2);
      await counter.tick(CHEESE);
      await counter.tap('Hand over in part');
      await expect(counter.row(order.number)).toContainText('Partly collected');
      await counter.scanCode(order.code);
      await expect(counter.panel().getByText('2 pcs · handed over')).toBeVisible();
      await counter.tap('Customer declined');
      await expect(counter.page.getByText(/The channel gives the customer ₸/)).toBeVisible();
      await counter.press('F8');
      await isGone(counter, order);
    },
    seen: { pickupState: 'completed', paymentState: 'partially_refunded', due: 0 },
  },
  {
    name: 'R13 R2: a gift card pays what is left on it, cash the rest',
    paying: 'unpaid',
    steps: async (counter, order) => {
      await counter.page.keyboard.press('Control+1');
      await counter.press('F10');
      const balance = counter.page.getByRole('dialog', { name: 'Balance of a gift card' });
      await balance.getByLabel('Number of the card or credit').fill(GIFT);
      await counter.press('Enter');
      await expect(balance.getByText('₸190')).toBeVisible();
      await expect(balance.getByText(GIFT)).toHaveCount(0);
      await counter.press('Escape');
      await counter.open();
      await counter.scanCode(order.code);
      await counter.tickAll();
      await counter.press('F8');
      await counter.payGiftCard(GIFT);
      await expect(counter.page.getByRole('list', { name: 'Paid' })).toContainText('₸190');
      await counter.payCash();
      await isGone(counter, order);
    },
    seen: { pickupState: 'completed', paymentState: 'paid', due: 0 },
  },
  {
    name: 'R14: paid in cash now, refused after all: the cash goes back, the goods to their shelf',
    paying: 'unpaid',
    steps: async (counter, order) => {
      await counter.choose(order.number);
      await counter.prepare('C2');
      await counter.tap('More actions');
      await counter.tap('Pay now');
      await counter.payCash();
      await expect(counter.panel().getByText('Paid', { exact: true })).toBeVisible();
      await counter.tap('Customer declined');
      await expect(counter.page.getByRole('button', { name: /Give back ₸.* Cash/ })).toBeVisible();
      await counter.press('F8');
      await expect(counter.row(order.number)).toContainText('Put the goods back');
      await counter.choose(order.number);
      await counter.tickAll();
      await counter.press('F8');
      await isGone(counter, order);
    },
    seen: { pickupState: 'failed', paymentState: 'refunded' },
  },
  {
    name: 'R22: one walk past the shelves picks what several orders need, piece by piece; what is not there is said',
    paying: 'paid',
    pieces: 3,
    steps: async (counter, order) => {
      await counter.press('F4');
      await counter.count(CROISSANT, 2);
      await counter.tap(`Change ${CROISSANT}, ${order.number}`);
      await expect(counter.page.getByRole('dialog')).toContainText('1 / 3');
      await counter.press('F8');
      await expect(counter.page.getByRole('dialog')).toHaveCount(0);
      const foundOf = (name: string) =>
        counter.page.getByRole('button', { name: `Found: ${name}, ${order.number}` });
      await expect(foundOf(CROISSANT)).toBeDisabled();
      await foundOf(CHEESE).click();
      await expect(foundOf(CHEESE)).toBeDisabled();
      await counter.press('F4');
      await counter.choose(order.number);
      await expect(counter.panel().getByRole('button', { name: /Order is ready/ })).toBeEnabled();
      await counter.prepare('E5');
    },
    seen: { pickupState: 'prepared', paymentState: 'partially_refunded' },
  },
  {
    name: 'S8: another store hands it over with its own goods',
    paying: 'paid',
    steps: async (counter, order) => {
      await counter.choose(order.number);
      await counter.tap('More actions');
      await counter.page.getByLabel('To another store').selectOption('ALM2');
      await counter.tap('That store gives its own goods');
      await isGone(counter, order);
    },
    seen: { pickupState: 'reserved', storeId: 'ALM2' },
  },
  {
    name: 'S8: its goods are sent to another store',
    paying: 'paid',
    steps: async (counter, order) => {
      await counter.choose(order.number);
      await counter.prepare('F6');
      await counter.tap('More actions');
      await counter.page.getByLabel('To another store').selectOption('AST1');
      await counter.tap('Send these goods there');
      await isGone(counter, order);
    },
    seen: { pickupState: 'proposed', storeId: 'AST1' },
  },
  {
    name: 'R6: a document with a manager’s approval, for somebody else',
    paying: 'paid',
    steps: async (counter, order) => {
      await counter.choose(order.number);
      await counter.prepare('D1');
      await counter.tap('Document or another person');
      await counter.page.getByLabel('Who collects, if not the customer').fill('Тимур');
      await counter.page.getByLabel('Document shown instead of the code').fill('ID 0123');
      await counter.press('F8');
      await counter.tickAll();
      await counter.press('F8');
      await counter.approve('2222');
      await isGone(counter, order);
    },
    seen: { pickupState: 'completed' },
  },
  {
    name: 'goods are replaced with the customer’s consent, and kept longer by a manager',
    paying: 'unpaid',
    steps: async (counter, order) => {
      await counter.choose(order.number);
      await counter.tap(`Change ${CROISSANT}`);
      await counter.tap('Replace');
      await counter.page.getByLabel('Scan or find the replacement').fill('Loaf, white');
      await counter.tap(/^Loaf, white 500 g/);
      await counter.tap('By phone');
      await counter.press('F8');
      await expect(
        counter.panel().getByRole('button', { name: 'Tick Loaf, white 500 g' }),
      ).toBeVisible();
      await counter.tap('More actions');
      await counter.tap(/days longer/);
      await counter.approve('2222');
      await expect(counter.page.getByRole('dialog')).toHaveCount(0);
      await counter.scanCode(order.code);
      await counter.tickAll();
      await counter.press('F8');
      await counter.payCash();
      await isGone(counter, order);
    },
    seen: { pickupState: 'completed', paymentState: 'paid', due: 0 },
  },
];

for (const mode of ['online', 'offline'] as const)
  test.describe.serial(`pickups ${mode}`, () => {
    let product: Product;
    let context: BrowserContext;
    let counter: PickupCounter;
    let channel: APIRequestContext;
    const orders: PlacedOrder[] = [];
    /** Sent here by another store before the network goes. */
    let sent: PlacedOrder;

    const sendHere = async (browser: Browser): Promise<PlacedOrder> => {
      const order = await placeOrder(channel, product.serverUrl, 'ALM2', 'unpaid');
      const elsewhere = await browser.newContext({ viewport: { width: 1024, height: 768 } });
      const till = await openTill(elsewhere, product.tillUrl);
      await till.page.getByRole('button', { name: /^ALM2-02/ }).click();
      await till.signIn();
      const other = openPickupCounter(till);
      await other.open();
      await other.choose(order.number);
      await other.tap('More actions');
      await other.page.getByLabel('To another store').selectOption('ALM1');
      await other.tap('Send these goods there');
      await isGone(other, order);
      await expect
        .poll(async () => (await readOrder(channel, product.serverUrl, order.id)).storeId)
        .toBe('ALM1');
      await elsewhere.close();
      return order;
    };

    test.beforeAll(async ({ browser }) => {
      product = await startProduct();
      context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
      const till = await openTill(context, product.tillUrl);
      await till.signIn();
      await giveGiftCard(openReturnCounter(till));
      counter = openPickupCounter(till);
      channel = await request.newContext();
      await counter.open();
      for (const { paying, pieces } of FLOWS)
        orders.push(await placeOrder(channel, product.serverUrl, 'ALM1', paying, pieces));
      sent = await sendHere(browser);
      for (const { number } of [...orders, sent]) await expect(counter.row(number)).toBeVisible();
      if (mode === 'offline') await product.killServer();
    });

    test.afterAll(async () => {
      await context.close();
      await product.stop();
    });

    for (const [index, { name, steps }] of FLOWS.entries())
      test(`${mode}: ${name}`, async () => {
        const order = orders[index];
        if (!order) throw new Error('an order was expected');
        await steps(counter, order);
      });

    test(`${mode}: S8: goods that another store sent come, and are handed over for cash`, async () => {
      await counter.choose(sent.number);
      await counter.tickAll();
      await counter.press('F8');
      await counter.scanCode(sent.code);
      await counter.tickAll();
      await counter.press('F8');
      await counter.payCash();
      await isGone(counter, sent);
    });

    test(`${mode}: R21: an overdue order is released by a person, then its goods are put back`, async () => {
      const { page } = counter;
      await page.getByRole('button', { name: /^Overdue \d/ }).click();
      const row = page.getByRole('listitem').getByRole('button', { name: /overdue/ });
      const [number = ''] = /[A-Z]-\d+/.exec(await row.innerText()) ?? [];
      await counter.choose(number);
      await counter.tap('More actions');
      await counter.tap('Release: nobody came');
      await counter.press('F8');
      await page.getByRole('button', { name: /^Tasks 1/ }).click();
      await expect(counter.row(number)).toContainText('Put the goods back');
      await counter.choose(number);
      await counter.tickAll();
      await counter.press('F8');
      await expect(counter.row(number)).toHaveCount(0);
      await page.getByRole('button', { name: /^All \d/ }).click();
    });

    test(`${mode}: the channel sees what became of each order, and nothing contradicts`, async () => {
      if (mode === 'offline') await product.startServer();
      for (const [index, { seen }] of FLOWS.entries()) {
        const order = orders[index];
        if (!order) throw new Error('an order was expected');
        await expect
          .poll(() => readOrder(channel, product.serverUrl, order.id), { timeout: 60_000 })
          .toMatchObject(seen);
      }
      await expect
        .poll(() => readOrder(channel, product.serverUrl, sent.id), { timeout: 60_000 })
        .toMatchObject({ pickupState: 'completed', paymentState: 'paid', storeId: 'ALM1' });
      await expect(counter.page.getByText('Needs a decision')).toHaveCount(0);
    });
  });
