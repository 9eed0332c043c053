import { type BrowserContext, expect, request, test } from '@playwright/test';
import { nodeCrypto } from '#server/node-crypto.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { signReceipt } from '#shared/tokens/receipt-token.ts';
import { certificate, receiptClaim, TILL } from '#shared/tokens/tokens.fixture.ts';
import { receiptSeen, signInToHeadOffice } from './head-office.ts';
import { pressWhenDrawn } from './press-when-drawn.ts';
import { type Product, startProduct } from './product.ts';
import {
  openReturnCounter,
  type Paper,
  type Paying,
  type ReturnCounter,
} from './return-counter.ts';
import { scan } from './scan.ts';
import { openTill } from './till-page.ts';

const LOAF = 'Loaf, white 500 g';
const BUTTER = 'Butter 82.5% 200 g';

type Flow = {
  readonly name: string;
  readonly paying: Paying;
  readonly goods: readonly string[];
  /** The steps of the cashier: the same with and without a network. */
  readonly steps: (counter: ReturnCounter, paper: Paper) => Promise<void>;
  /** What head office sees of it. */
  readonly seen: (order: Order) => void;
};

const FLOWS: readonly Flow[] = [
  {
    name: 'R12: scan the receipt, two taps, F8: cash goes back',
    paying: 'cash',
    goods: ['Loaf, white', 'Butter 82.5%'],
    steps: async (counter, paper) => {
      counter.acts();
      await counter.scanReceipt(paper);
      await counter.tap(`Return ${LOAF}`);
      await counter.tap('Changed mind');
      await counter.press('F8');
      await expect(counter.done()).toContainText('Give the customer');
      await expect(counter.done()).toContainText('₸190');
      expect(counter.acts()).toBe(4);
      await counter.next();
    },
    seen: ({ returns, refunds }) => {
      expect(returns).toMatchObject([{ total: 19_000 }]);
      expect(refunds).toMatchObject([{ tender: 'cash', amount: 19_000, state: 'refunded' }]);
    },
  },
  {
    name: 'R15: the card gets back what it paid, confirmed at the machine',
    paying: 'card',
    goods: ['Loaf, white', 'Butter 82.5%'],
    steps: async (counter, paper) => {
      await counter.scanReceipt(paper);
      await counter.tap(`Return ${BUTTER}`);
      await counter.tap('Defect');
      await expect(counter.page.getByLabel('What happens to it')).toHaveValue('processing');
      await counter.press('F8');
      await counter.machineApproves();
      await expect(counter.done()).toContainText('Given back · Card');
      await counter.next();
    },
    seen: ({ returns, refunds }) => {
      expect(returns).toMatchObject([{ total: 145_000 }]);
      expect(refunds).toMatchObject([{ tender: 'card', amount: 145_000, state: 'refunded' }]);
    },
  },
  {
    name: 'by its number, in parts over time, and never more than was sold',
    paying: 'cash',
    goods: ['Loaf, white', 'Loaf, white'],
    steps: async (counter, paper) => {
      for (const left of ['2', '1']) {
        await counter.find(paper.number);
        await counter.tap(`Return ${LOAF}`);
        await expect(counter.page.getByText(`1 of ${left}`, { exact: true })).toBeVisible();
        await counter.tap('Other');
        await counter.press('F8');
        await expect(counter.done()).toContainText('₸190');
        await counter.next();
      }
      await counter.find(paper.number);
      await expect(counter.page.getByText('came back already')).toBeVisible();
      await counter.press('Escape');
    },
    seen: ({ returns, refunds }) => {
      expect(returns.map(({ total }) => total)).toEqual([19_000, 19_000]);
      expect(refunds.map(({ amount }) => amount)).toEqual([19_000, 19_000]);
    },
  },
  {
    name: 'R14 R6: store credit with the customer’s consent and a manager’s approval',
    paying: 'card',
    goods: ['Butter 82.5%'],
    steps: async (counter, paper) => {
      await counter.scanReceipt(paper);
      await counter.tap(`Return ${BUTTER}`);
      await counter.tap('Not as described');
      await counter.tap(/^Store credit/);
      await counter.press('F8');
      await expect(counter.page.getByText('tick that they agree')).toBeVisible();
      await counter.page.getByLabel('The customer agrees to store credit').check();
      await counter.press('F8');
      await counter.approve('2222');
      await expect(counter.done()).toContainText('Store credit №');
      const code = /ALM1-01-\d{6}-[0-9A-F]{8}/.exec(await counter.done().innerText())?.[0] ?? '';
      await counter.next();
      await counter.page.keyboard.press('Control+1');
      await counter.press('F10');
      const balance = counter.page.getByRole('dialog', { name: 'Balance of a gift card' });
      await balance.getByLabel('Number of the card or credit').fill(code);
      await counter.press('Enter');
      await expect(balance.getByText('₸1,450')).toBeVisible();
      await expect(balance.getByText(code)).toHaveCount(0);
      await counter.press('Escape');
      // It pays for other goods at once, as much as it can, and cash the rest.
      await counter.till.tile('Butter 82.5%').click();
      await counter.till.tile('Loaf, white').click();
      await counter.press('F10');
      await counter.press('F7');
      await counter.page.getByLabel('Number of the card or credit').fill(code);
      await counter.press('Enter');
      await expect(counter.page.getByRole('dialog', { name: 'To pay ₸190' })).toBeVisible();
      await counter.press('F8');
      await counter.press('Enter');
      await expect(counter.page.getByRole('dialog', { name: /^Receipt/ })).toContainText(
        'Store credit',
      );
      await counter.till.nextSale();
      await counter.open();
    },
    seen: ({ refunds }) =>
      expect(refunds).toMatchObject([{ tender: 'store_credit', amount: 145_000 }]),
  },
  {
    name: 'R14 R6: on a gift card that was at hand, found by the last four digits of the card that paid',
    paying: { card: '4417' },
    goods: ['Butter 82.5%'],
    steps: async (counter, paper) => {
      await counter.find('4417');
      const heading = counter.page.getByRole('heading', { name: `Receipt № ${paper.number}` });
      const listed = counter.page.getByRole('button', { name: paper.number });
      // Four digits may name purchases of others too.
      await expect(heading.or(listed)).toBeVisible();
      if (await listed.isVisible()) await listed.click();
      await expect(heading).toBeVisible();
      await counter.tap(`Return ${BUTTER}`);
      await counter.tap('Not as described');
      await counter.tap(/^Gift card/);
      await counter.page.getByLabel('Number of the gift card').fill('GIFT-0042');
      await counter.page.getByLabel('The customer agrees to a gift card').check();
      await counter.press('F8');
      await counter.approve('2222');
      await expect(counter.done()).toContainText('Gift card № GIFT-0042');
      await counter.next();
    },
    seen: ({ refunds }) =>
      expect(refunds).toMatchObject([
        { tender: 'gift_card', amount: 145_000, reference: 'GIFT-0042' },
      ]),
  },
  {
    name: 'by keyboard alone',
    paying: 'cash',
    goods: ['Butter 82.5%', 'Loaf, white'],
    steps: async (counter, paper) => {
      await counter.find(paper.number);
      await expect(
        counter.page.getByRole('heading', { name: `Receipt № ${paper.number}` }),
      ).toBeVisible();
      await counter.press('ArrowDown');
      await counter.press('NumpadAdd');
      await counter.press('F6');
      await counter.press('F6');
      await counter.press('F8');
      await expect(counter.done()).toContainText('₸190');
      await counter.next();
    },
    seen: ({ returns }) => expect(returns).toMatchObject([{ total: 19_000 }]),
  },
];

for (const mode of ['online', 'offline'] as const)
  test.describe.serial(`returns ${mode}`, () => {
    let product: Product;
    let context: BrowserContext;
    let counter: ReturnCounter;
    const papers: Paper[] = [];

    test.beforeAll(async ({ browser }) => {
      product = await startProduct();
      context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
      const till = await openTill(context, product.tillUrl);
      await till.signIn();
      counter = openReturnCounter(till);
      for (const { paying, goods } of FLOWS) papers.push(await counter.sell(paying, ...goods));
      if (mode === 'offline') await product.killServer();
      await counter.open();
    });

    test.afterAll(async () => {
      await context.close();
      await product.stop();
    });

    for (const [index, { name, steps }] of FLOWS.entries())
      test(`${mode}: ${name}`, async () => {
        const paper = papers[index];
        if (!paper) throw new Error('a receipt was expected');
        await steps(counter, paper);
      });

    /** Goods that nobody has a receipt of, up to the press that gives for them. */
    const bringWithoutReceipt = async (pieces: number): Promise<void> => {
      await counter.press('F11');
      for (let piece = 0; piece < pieces; piece += 1) await counter.scanGoods(BUTTER);
      const quantity = counter.page.getByRole('group', { name: 'Quantity' });
      await expect(quantity.getByRole('status')).toHaveText(`${pieces}`);
      await counter.tap('Other');
      await counter.page.getByLabel(/^Customer/).fill('Дана, +7 701 555 01 02');
      await counter.page.getByLabel('The customer agrees to store credit').check();
      await counter.press('F8');
    };

    test(`${mode}: without a receipt, by a manager, as store credit, so much at once and so often a month`, async () => {
      await bringWithoutReceipt(7);
      await expect(counter.page.getByText('at most ₸10,000')).toBeVisible();
      await counter.press('Escape');
      for (let time = 0; time < 3; time += 1) {
        await bringWithoutReceipt(1);
        await counter.approve('2222');
        await expect(counter.done()).toContainText('Store credit №');
        await counter.next();
      }
      await bringWithoutReceipt(1);
      await expect(counter.page.getByText('too often in 30 days')).toBeVisible();
      await counter.press('Escape');
    });

    test(`${mode}: by the phone and the loyalty card of a customer who was written down at the counter`, async () => {
      const { page } = counter;
      const [card, phone] = ['7000919191', '87015557701'];
      await page.keyboard.press('Control+1');
      await counter.press('F7');
      await page.keyboard.press('F2');
      await page.keyboard.type(phone);
      const nobody = mode === 'online' ? 'Nobody found. Check' : 'Nobody found in this store';
      await expect(page.getByText(nobody)).toBeVisible();
      await counter.press('F8');
      await expect(page.getByLabel('Phone', { exact: true })).toHaveValue(phone);
      await page.getByLabel('Name', { exact: true }).fill('Ася Тест');
      await expect(async () => {
        await counter.scanCode(card);
        await expect(page.getByLabel('Loyalty card', { exact: true })).toHaveValue(card);
      }).toPass({ timeout: 30_000 });
      await counter.press('F8');
      await expect(page.getByRole('button', { name: /Ася Тест.*8701 •• 01/ })).toBeVisible();
      const paper = await counter.sell('cash', 'Loaf, white');
      await expect(page.getByText('Ася Тест')).toHaveCount(0);
      await counter.scanCode(card);
      await counter.tap(/Ася Тест/);
      await counter.tap('Remove customer');

      await counter.open();
      const heading = page.getByRole('heading', { name: `Receipt № ${paper.number}` });
      await counter.find('5557701');
      await expect(heading).toBeVisible();
      await counter.press('Escape');
      await expect(heading).toHaveCount(0);
      await counter.scanCode(card);
      await expect(heading).toBeVisible();
      await counter.tap(`Return ${LOAF}`);
      await counter.tap('Changed mind');
      await counter.press('F8');
      await expect(counter.done()).toContainText('₸190');
      await counter.next();
    });

    test(`${mode}: J2: a scan in the breath of Ctrl+3, and Enter in the moment the paper is drawn, are heard`, async () => {
      const { page } = counter;
      const paper = await counter.sell('cash', 'Loaf, white');
      await scan(page, paper.code, '3');
      await expect(page.getByRole('heading', { name: `Receipt № ${paper.number}` })).toBeVisible();
      await counter.tap(`Return ${LOAF}`);
      await counter.tap('Wrong item');
      await pressWhenDrawn(page, /^Return №/);
      await counter.press('F8');
      await expect(page.getByText('Scan the customer’s receipt')).toBeVisible();
      await expect(page.getByRole('dialog')).toHaveCount(0);
    });

    test(`${mode}: the paper of a return is not returned, and what proves nothing opens nothing`, async () => {
      // The papers of returns follow those of the sales.
      const last = Number(papers.at(-1)?.number.slice(-6));
      const returnNumber = `ALM1-01-${String(last + 1).padStart(6, '0')}`;
      await counter.find(returnNumber);
      await expect(counter.page.getByText('This is the paper of a return')).toBeVisible();
      const stranger = await signReceipt(
        receiptClaim(3),
        await certificate(),
        TILL.sign,
        nodeCrypto,
      );
      // A machine with no time to spare may take a scan for typing; a cashier scans again.
      await expect(async () => {
        await counter.scanCode(stranger);
        await expect(counter.page.getByText('This code is of another chain.')).toBeVisible({
          timeout: 5000,
        });
      }).toPass({ timeout: 30_000 });
      const [first] = papers;
      if (!first) throw new Error('a receipt was expected');
      await counter.find('ALM1-01-999999');
      await expect(
        counter.page.getByText(
          mode === 'online' ? 'Nothing was sold by that' : 'not in this till’s memory',
        ),
      ).toBeVisible();
      // Within the signature: elsewhere a changed letter may as well name another key, or make it no token at all.
      const at = first.code.length - 40;
      const forged = `${first.code.slice(0, at)}${first.code[at] === 'A' ? 'B' : 'A'}${first.code.slice(at + 1)}`;
      await counter.scanReceipt(first);
      await counter.press('Escape');
      await expect(counter.page.getByText('Scan the customer’s receipt')).toBeVisible();
      await counter.scanCode(forged);
      await expect(counter.page.getByText('forged or was altered')).toBeVisible();
      await counter.scanCode(first.code.slice(0, -40));
      await expect(counter.page.getByRole('heading', { name: /^Receipt №/ })).toHaveCount(0);
    });

    test(`${mode}: head office has each once, to the minor unit, and nothing contradicts`, async () => {
      if (mode === 'offline') await product.startServer();
      const office = await signInToHeadOffice(await request.newContext(), product.serverUrl);
      for (const [index, { seen }] of FLOWS.entries()) {
        const paper = papers[index];
        if (!paper) throw new Error('a receipt was expected');
        await expect
          .poll(async () => (await receiptSeen(office, paper.number))?.order.returns.length ?? 0, {
            timeout: 60_000,
          })
          .toBeGreaterThan(0);
        const detail = await receiptSeen(office, paper.number);
        if (!detail) throw new Error('an order was expected');
        seen(detail.order);
        expect(detail.exceptions).toEqual([]);
      }
    });
  });
