import { type BrowserContext, expect, request, test } from '@playwright/test';
import type { SensitiveActsReply } from '#shared/protocol/sensitive-acts.ts';
import { receiptSeen, signInToHeadOffice } from './head-office.ts';
import { type Product, startProduct } from './product.ts';
import { openReturnCounter, type Paper, type ReturnCounter } from './return-counter.ts';
import { openTill } from './till-page.ts';

const LOAF = 'Loaf, white 500 g';
const BUTTER = 'Butter 82.5% 200 g';
/** Cheese for 725.00, packed by a scale. */
const PACK = '2212050007252';
const TILL = 'ALM1-01';
/** Why goods leave an exchange. */
const REASONS = new Set(['quantity', 'undone']);

type Flow = {
  readonly name: string;
  readonly paying: 'cash' | 'card';
  readonly sold: string;
  readonly goods: string;
  readonly taken: string;
  /** The label of a scale that is scanned; left out = the goods' own barcode. */
  readonly label?: string;
  readonly steps: (counter: ReturnCounter) => Promise<void>;
  /** How many keys, taps and scans it takes: those of a return, F10, the new goods, and what money needs. */
  readonly acts: number;
  readonly shown: RegExp;
  /** What the new goods cost. */
  readonly total: number;
};

const FLOWS: readonly Flow[] = [
  {
    name: 'R8: dearer goods, the difference in cash',
    paying: 'cash',
    sold: 'Loaf, white',
    goods: LOAF,
    taken: BUTTER,
    steps: async (counter) => {
      await counter.press('F8');
      await expect(counter.page.getByRole('dialog', { name: 'Cash' })).toContainText('₸1,260');
      await counter.press('Enter');
    },
    acts: 7,
    shown: /No change/,
    total: 145_000,
  },
  {
    name: 'R8 R14: cheaper goods, the rest back to the card',
    paying: 'card',
    sold: 'Butter 82.5%',
    goods: BUTTER,
    taken: LOAF,
    steps: async (counter) => {
      await counter.press('F8');
      await counter.machineApproves();
    },
    acts: 7,
    shown: /Given back · Card/,
    total: 19_000,
  },
  {
    name: 'R8: goods of the same price, no money moves',
    paying: 'card',
    sold: 'Loaf, white',
    goods: LOAF,
    taken: LOAF,
    steps: (counter) => counter.press('F8'),
    acts: 6,
    shown: /No money moves/,
    total: 19_000,
  },
  {
    name: 'R8: dearer goods, the difference by card',
    paying: 'card',
    sold: 'Loaf, white',
    goods: LOAF,
    taken: BUTTER,
    steps: async (counter) => {
      await counter.press('F9');
      await counter.machineApproves();
    },
    acts: 7,
    shown: /No change/,
    total: 145_000,
  },
  {
    name: 'R1 R8: dearer goods, the difference partly in cash and the rest by card',
    paying: 'cash',
    sold: 'Loaf, white',
    goods: LOAF,
    taken: BUTTER,
    steps: async (counter) => {
      await counter.press('F8');
      await counter.press('F10');
      await counter.press('F11');
      await counter.type('260');
      await counter.press('Enter');
      await expect(counter.page.getByRole('dialog', { name: 'To pay ₸1,000' })).toBeVisible();
      await counter.press('F9');
      await counter.machineApproves();
    },
    acts: 14,
    shown: /No change/,
    total: 145_000,
  },
  {
    name: 'R8: a pack from the scale costs what its label says, the difference in cash',
    paying: 'cash',
    sold: 'Loaf, white',
    goods: LOAF,
    taken: 'Cheese Gouda, kg',
    label: PACK,
    steps: async (counter) => {
      await counter.press('F8');
      await expect(counter.page.getByRole('dialog', { name: 'Cash' })).toContainText('₸535');
      await counter.press('Enter');
    },
    acts: 6,
    shown: /No change/,
    total: 72_500,
  },
];

for (const mode of ['online', 'offline'] as const)
  test.describe.serial(`exchanges ${mode}`, () => {
    let product: Product;
    let context: BrowserContext;
    let counter: ReturnCounter;
    let spare: Paper;
    const papers: Paper[] = [];
    const numbers: string[] = [];

    test.beforeAll(async ({ browser }) => {
      product = await startProduct();
      context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
      const till = await openTill(context, product.tillUrl);
      await till.signIn();
      counter = openReturnCounter(till);
      for (const { paying, sold } of FLOWS) papers.push(await counter.sell(paying, sold));
      spare = await counter.sell('cash', 'Loaf, white');
      if (mode === 'offline') await product.killServer();
      await counter.open();
    });

    test.afterAll(async () => {
      await context.close();
      await product.stop();
    });

    for (const [index, flow] of FLOWS.entries())
      test(`${mode}: ${flow.name}`, async () => {
        const paper = papers[index];
        if (!paper) throw new Error('a receipt was expected');
        counter.acts();
        await counter.scanReceipt(paper);
        await counter.tap(`Return ${flow.goods}`);
        await counter.tap('Wrong item');
        await counter.press('F10');
        if (flow.label === undefined) await counter.scanGoods(flow.taken);
        else await counter.scanCode(flow.label);
        await expect(
          counter.page.getByRole('region', { name: 'What is taken instead' }),
        ).toContainText(flow.taken);
        await flow.steps(counter);
        await expect(counter.done()).toContainText(flow.shown);
        expect(counter.acts()).toBe(flow.acts);
        const title = await counter.done().getByRole('heading').first().innerText();
        numbers.push(/ALM1-01-\d{6}/.exec(title)?.[0] ?? '');
        await counter.next();
      });

    test(`${mode}: R7 R8: what is taken out of an exchange again is on record, and a pack from the scale is taken out whole`, async () => {
      const goods = counter.page.getByRole('region', { name: 'What is taken instead' });
      await counter.scanReceipt(spare);
      await counter.press('F10');
      await counter.scanCode(PACK);
      await expect(goods.getByRole('button', { name: 'More by one' })).toBeDisabled();
      await goods.getByRole('button', { name: 'Less by one' }).click();
      await expect(goods.getByRole('listitem')).toHaveCount(0);
      await counter.scanGoods(BUTTER);
      await goods.getByRole('button', { name: 'No exchange' }).click();
      await expect(goods).toHaveCount(0);
      await counter.press('F10');
      await counter.scanGoods(LOAF);
      await expect(goods.getByRole('listitem')).toHaveCount(1);
      await counter.press('Escape');
      await expect(counter.page.getByRole('button', { name: /No receipt/ })).toBeVisible();
      await counter.scanReceipt(spare);
      await counter.press('F10');
      await counter.scanGoods(LOAF);
      await expect(goods.getByRole('listitem')).toHaveCount(1);
      // Away from it, to another screen.
      await counter.page.keyboard.press('Control+1');
      await counter.open();
    });

    test(`${mode}: head office has both documents of each, gross, and nothing contradicts`, async () => {
      if (mode === 'offline') await product.startServer();
      const office = await signInToHeadOffice(await request.newContext(), product.serverUrl);
      for (const [index, { total, goods }] of FLOWS.entries()) {
        const [was, is] = [papers[index]?.number ?? '', numbers[index] ?? ''];
        await expect
          .poll(async () => (await receiptSeen(office, is))?.order.totals.total, {
            timeout: 60_000,
          })
          .toBe(total);
        const back = await receiptSeen(office, was);
        const taken = await receiptSeen(office, is);
        const worth = goods === LOAF ? 19_000 : 145_000;
        expect(back?.order.returns).toMatchObject([{ total: worth }]);
        expect(back?.order.refunds.reduce((sum, { amount }) => sum + amount, 0)).toBe(worth);
        expect(taken?.order.payments.reduce((sum, { amount }) => sum + amount, 0)).toBe(total);
        expect([back?.exceptions, taken?.exceptions]).toEqual([[], []]);
      }
      await expect
        .poll(async () => {
          const { acts } = await office.get<SensitiveActsReply>('sensitive-acts');
          return acts
            .filter(({ tillId, reason }) => tillId === TILL && REASONS.has(reason ?? ''))
            .map(({ kind, amount }) => [kind, amount?.amount]);
        })
        .toEqual([
          ['basket_voided', 19_000],
          ['basket_voided', 19_000],
          ['basket_voided', 145_000],
          ['line_voided', 72_500],
        ]);
    });
  });
