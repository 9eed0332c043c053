import type { BenchTill } from './bench-till.ts';
import type { LargeShop } from './large-shop.ts';
import { median } from './percentile.ts';
import { report } from './report.ts';
import type { Rig } from './rig.ts';
import { pay, scanAll, SEARCHES } from './selling.ts';

const ROUNDS = 3;
const SALES = 4;
const LINES = 4;

const ACTIONS = ['scan', 'search', 'pay', 'receipt'] as const;
type Times = Record<(typeof ACTIONS)[number], number[]>;

const noTimes = (): Times => ({ scan: [], search: [], pay: [], receipt: [] });

/** Some sales and searches, the way cashiers do them. */
const work = async (till: BenchTill, { scannable }: LargeShop, times: Times): Promise<void> => {
  for (let sale = 0; sale < SALES; sale += 1) {
    const products = scannable.slice(sale * LINES, (sale + 1) * LINES);
    times.scan.push(...(await scanAll(till, products)));
    const { durable, shown } = await pay(till);
    times.pay.push(durable);
    times.receipt.push(shown);
  }
  const text = SEARCHES[times.search.length % SEARCHES.length] ?? '';
  times.search.push(...(await till.page.evaluate((typed) => probe.search(typed), text)));
};

const reconnect = async ({ page }: BenchTill, { product }: LargeShop): Promise<void> => {
  await product.startServer();
  await page.getByRole('button', { name: /Connection and queue/ }).click();
  await page.getByRole('button', { name: 'Try now' }).click();
  await page.getByText('Everything is sent').waitFor();
  await page.keyboard.press('Escape');
};

/** The same work with the server there and with the server stopped, in turns: nothing may wait for the network. */
export const offlineRatio = async (rig: Rig): Promise<void> => {
  const till = await rig.till();
  const shop = await rig.shop();
  await till.openSelling();
  const online = noTimes();
  const offline = noTimes();
  await work(till, shop, noTimes());
  for (let round = 0; round < ROUNDS; round += 1) {
    await work(till, shop, online);
    await shop.product.killServer();
    await work(till, shop, offline);
    await reconnect(till, shop);
  }
  /** One of each, at its median. */
  const tell = (name: string, actions: readonly (typeof ACTIONS)[number][]): void => {
    const sum = (times: Times) => actions.reduce((all, action) => all + median(times[action]), 0);
    report(
      name,
      { value: sum(offline), unit: 'ms' },
      { value: sum(online), unit: 'ms', name: 'the same online' },
    );
  };
  for (const action of ACTIONS) tell(`offline-${action}`, [action]);
  tell('offline-ratio', ACTIONS);
};
