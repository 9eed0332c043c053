import { expect } from '@playwright/test';
import type { OrderReply } from '#shared/protocol/channel.ts';
import { ORDERED, type PlacedOrder } from './channel.ts';
import type { PickupCounter } from './pickup-counter.ts';

const [CROISSANT = '', CHEESE = ''] = ORDERED;
/** The gift card that one of the flows pays with; it has ₸190. */
export const GIFT = 'GIFT-7F3K-0042';

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

export const isGone = (counter: PickupCounter, { number }: PlacedOrder): Promise<void> =>
  expect(counter.row(number)).toHaveCount(0);

/** Steps that begin elsewhere: a customer shows the code while the cashier sells. */
const fromTheSale = async (counter: PickupCounter, order: PlacedOrder): Promise<void> => {
  await counter.page.keyboard.press('Control+1');
  await expect(counter.page.getByRole('complementary', { name: 'Basket' })).toBeVisible();
  await counter.scanCode(order.code);
  await expect(counter.panel().getByText('The customer’s code is genuine')).toBeVisible();
};

/** What a counter does with the orders of a store's customers, each with an order of its own. */
export const FLOWS: readonly Flow[] = [
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
    name: 'J3: two cards pay a web order: what the first paid is paid, whatever becomes of the second',
    paying: 'unpaid',
    steps: async (counter, order) => {
      await counter.scanCode(order.code);
      await counter.tickAll();
      await counter.press('F8');
      await counter.payPartByCard('100');
      await counter.press('Escape');
      await expect(counter.page.getByRole('dialog')).toHaveCount(0);
      await counter.press('F8');
      await counter.payCard();
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
        counter.page.getByRole('button', {
          name: new RegExp(`^Found: ${name} .* · ${order.number}$`),
        });
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
