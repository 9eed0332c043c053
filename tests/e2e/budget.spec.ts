import {
  type APIRequestContext,
  type BrowserContext,
  expect,
  type Locator,
  type Page,
  request,
  test,
} from '@playwright/test';
import { demoProducts } from '#server/cli/demo/demo-catalog.ts';
import { ORDERED, placeOrder } from './channel.ts';
import { type Acts, countIn, type Hands, openHands, type Way } from './hands.ts';
import { type Product, startProduct } from './product.ts';
import { type Paper, paperIn } from './return-counter.ts';
import { scan } from './scan.ts';
import { openTill, type TillPage } from './till-page.ts';

/** Keys or taps that each may cost at most; what is scanned costs none. */
const BUDGET = {
  /** Scan, F8, Enter. */
  cashSale: 2,
  /** Scan, F9. */
  card: 1,
  /** In the dialog of cash: the note, and that it was handed over. */
  quickNote: 2,
  /** Scan the customer’s QR, scan the goods, F8. */
  pickup: 1,
  /** Scan the receipt, two taps, F8. */
  return: 3,
  /** One tap more than a return. */
  exchange: 4,
  /** Four digits to six. */
  pin: 6,
} as const;

/** Slower than any scanner, faster than a person. */
const TYPING = { delay: 80 };

const LOAF = 'Loaf, white 500 g';
const SIZES = {
  keyboard: { width: 1280, height: 800 },
  touch: { width: 1024, height: 768 },
} as const;

const barcodeOf = (name: string): string =>
  demoProducts().find((candidate) => candidate.name.en === name)?.barcodes[0] ?? '';

let product: Product;
let channel: APIRequestContext;

test.beforeAll(async () => {
  product = await startProduct();
  channel = await request.newContext();
});

test.afterAll(async () => {
  await channel.dispose();
  await product.stop();
});

for (const way of ['keyboard', 'touch'] as const satisfies Way[])
  test.describe.serial(`by ${way}`, () => {
    let context: BrowserContext;
    let till: TillPage;
    let page: Page;
    let hands: Hands;

    test.beforeAll(async ({ browser }) => {
      context = await browser.newContext({ viewport: SIZES[way], hasTouch: way === 'touch' });
      await countIn(context);
      till = await openTill(context, product.tillUrl);
      ({ page } = till);
      hands = openHands(page, way);
      // The first profile is the demo's first till; a further one takes a free till.
      const free = button(/^ALM1-0/).first();
      await expect(free.or(button(/Cashier/).first()).first()).toBeVisible();
      if (await free.isVisible()) await hands.press(free);
    });

    test.afterAll(() => context.close());

    const button = (name: RegExp | string): Locator =>
      page.getByRole('button', { name, exact: typeof name === 'string' });
    const tender = (name: RegExp): Locator =>
      page.getByRole('group', { name: 'Payment' }).getByRole('button', { name });
    const nav = (name: RegExp): Locator =>
      page.getByRole('navigation').getByRole('button', { name });
    const dialog = (name: RegExp | string): Locator => page.getByRole('dialog', { name });
    const basket = (): Locator => page.getByRole('complementary', { name: 'Basket' });

    const keeps = (counted: Acts, budget: number): void => {
      const { keys, taps } = counted;
      expect(way === 'keyboard' ? taps : keys).toBe(0);
      const done = way === 'keyboard' ? keys : taps;
      expect(done).toBeGreaterThan(0);
      expect(done).toBeLessThanOrEqual(budget);
    };

    const scanLoaf = async (): Promise<void> => {
      await scan(page, barcodeOf(LOAF));
      await expect(basket()).toContainText(LOAF);
    };
    const payCash = async (): Promise<void> => {
      await hands.act('F8', tender(/^Cash/));
      await expect(dialog('Cash')).toBeVisible();
      await hands.act('Enter', dialog('Cash').getByRole('button', { name: /^Complete sale/ }));
      await expect(dialog(/^Receipt/)).toBeVisible();
    };
    const nextSale = async (): Promise<void> => {
      await hands.act('Enter', button(/^Next sale/));
      await expect(page.getByRole('dialog')).toHaveCount(0);
    };
    const sellLoaf = async (): Promise<Paper> => {
      await scanLoaf();
      await payCash();
      const paper = await paperIn(page);
      await nextSale();
      return paper;
    };
    /** From the sale's screen on: the receipt is scanned, its one line comes back for the first reason. */
    const bringBack = async ({ code, number }: Paper): Promise<void> => {
      await scan(page, code);
      await expect(page.getByRole('heading', { name: `Receipt № ${number}` })).toBeVisible();
      await hands.act('NumpadAdd', button(`Return ${LOAF}`));
      const reason = button('Changed mind');
      await hands.act('F6', reason);
      await expect(reason).toHaveAttribute('aria-pressed', 'true');
    };
    const backToSelling = async (): Promise<void> => {
      await hands.act('Enter', page.getByRole('dialog').getByRole('button').last());
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await hands.act('Control+1', nav(/Sale$/));
      await expect(basket()).toBeVisible();
    };

    test(`PIN: ${BUDGET.pin}`, async () => {
      await hands.press(button(/Cashier/).first());
      const enter = async (pin: string): Promise<void> => {
        if (way === 'keyboard') return page.keyboard.type(pin, TYPING);
        for (const digit of pin) await button(digit).tap();
      };
      const six = await hands.count(async () => {
        await enter('907856');
        await expect(page.getByText(/^Wrong PIN/)).toBeVisible();
      });
      keeps(six, BUDGET.pin);
      const four = await hands.count(async () => {
        await enter('1111');
        await hands.act('Enter', button(/^Sign in/));
        await expect(page.getByRole('region', { name: 'Open shift' })).toBeVisible();
      });
      keeps(four, BUDGET.pin);
      await hands.act('F8', button(/^Open shift/));
      await expect(till.tile('Loaf, white')).toBeVisible();
    });

    test(`cash sale: ${BUDGET.cashSale}`, async () => {
      keeps(
        await hands.count(async () => {
          await scanLoaf();
          await payCash();
        }),
        BUDGET.cashSale,
      );
      await nextSale();
    });

    test(`a quick note: ${BUDGET.quickNote}`, async () => {
      for (const [key, place] of [
        ['ArrowDown', 1],
        ['ArrowUp', 2],
      ] as const) {
        await scanLoaf();
        await hands.act('F8', tender(/^Cash/));
        const cash = dialog('Cash');
        await expect(cash).toBeVisible();
        const note = cash.getByRole('button', { name: /^(Exact|₸)/ }).nth(place);
        const amount = await note.innerText();
        keeps(
          await hands.count(async () => {
            await hands.act(key, note);
            await expect(note).toHaveAttribute('aria-pressed', 'true');
            await hands.act('Enter', cash.getByRole('button', { name: /^Complete sale/ }));
            await expect(dialog(/^Receipt/)).toContainText(`Received: ${amount}`);
          }),
          BUDGET.quickNote,
        );
        await nextSale();
      }
    });

    test(`card: ${BUDGET.card}`, async () => {
      keeps(
        await hands.count(async () => {
          await scanLoaf();
          await hands.act('F9', tender(/^Card/));
          await expect(page.getByText('on the card machine')).toBeVisible();
        }),
        BUDGET.card,
      );
      // The machine beside the till, which the customer's card is held to.
      await button(/^Approved/).click();
      await expect(dialog(/^Receipt/)).toBeVisible();
      await nextSale();
    });

    test(`pickup: ${BUDGET.pickup}`, async () => {
      const order = await placeOrder(channel, product.serverUrl, 'ALM1', 'paid');
      const row = page.getByRole('listitem').getByRole('button', { name: order.number });
      await hands.act('Control+2', nav(/Pickups$/));
      await expect(row).toBeVisible();
      await hands.act('Control+1', nav(/Sale$/));
      await expect(basket()).toBeVisible();
      keeps(
        await hands.count(async () => {
          await scan(page, order.code);
          await expect(page.getByText('The customer’s code is genuine')).toBeVisible();
          for (const name of ORDERED) {
            await scan(page, barcodeOf(name));
            await expect(button(new RegExp(`^Tick ${name}`))).toHaveAttribute(
              'aria-pressed',
              'true',
            );
          }
          await hands.act('F8', button(/^Hand over the order/));
          await expect(row).toHaveCount(0);
        }),
        BUDGET.pickup,
      );
      await hands.act('Control+1', nav(/Sale$/));
    });

    test(`return: ${BUDGET.return}`, async () => {
      const paper = await sellLoaf();
      keeps(
        await hands.count(async () => {
          await bringBack(paper);
          await hands.act('F8', button(/^Give back ₸190/));
          await expect(dialog(/^Return №/)).toContainText('Give the customer');
        }),
        BUDGET.return,
      );
      await backToSelling();
    });

    test(`exchange: ${BUDGET.exchange}`, async () => {
      const paper = await sellLoaf();
      keeps(
        await hands.count(async () => {
          await bringBack(paper);
          await hands.act('F10', button(/^Exchange: add goods/));
          await scan(page, barcodeOf(LOAF));
          const taken = page.getByRole('region', { name: 'What is taken instead' });
          await expect(taken).toContainText(LOAF);
          await hands.act('F8', button(/^Exchange(?!:)/));
          await expect(dialog(/^Exchange №/)).toContainText('No money moves');
        }),
        BUDGET.exchange,
      );
      await backToSelling();
    });
  });
