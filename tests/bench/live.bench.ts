import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Page, request } from '@playwright/test';
import { ownChromium } from '../browser/own-chromium.ts';
import { placeOrder } from '../e2e/channel.ts';
import { enterDashboard } from '../e2e/head-office.ts';
import { buildProbe } from './build-probe.ts';
import { p95 } from './percentile.ts';
import { report } from './report.ts';
import type { Rig } from './rig.ts';
import { pay, scanAll } from './selling.ts';

const ROUNDS = 10;

/** The dashboard's figure of receipts. */
const RECEIPTS = 'dl > div:nth-child(2) > dd:first-of-type';
const PICKUPS = 'main ul';

const openDashboard = async (serverUrl: string) => {
  const profile = await mkdtemp(path.join(tmpdir(), 'omnitill-bench-'));
  const browser = await ownChromium(profile);
  await browser.context.addInitScript({ content: await buildProbe() });
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await enterDashboard(page, serverUrl);
  await page.locator(RECEIPTS).waitFor();
  return {
    page,
    close: async () => {
      await browser.kill();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};

const watch = (page: Page, selector: string): Promise<void> =>
  page.evaluate((shown) => probe.watch(shown), selector);

const changedAt = (page: Page): Promise<number> => page.evaluate(() => probe.changedAt());

/** From Enter at the till to the figure in the dashboard. */
const saleToDashboard = async (rig: Rig, dashboard: Page): Promise<void> => {
  const till = await rig.till();
  const { scannable } = await rig.shop();
  await till.openSelling();
  const seen: number[] = [];
  const pushes: number[] = [];
  for (const product of scannable.slice(0, ROUNDS)) {
    await scanAll(till, [product]);
    await watch(dashboard, RECEIPTS);
    const { pressedAt } = await pay(till);
    seen.push((await changedAt(dashboard)) - pressedAt);
    pushes.push(await till.page.evaluate(() => probe.lastRequest('/push')));
  }
  report(
    'live-sale-to-dashboard-p95',
    { value: p95(seen), unit: 'ms' },
    { value: p95(pushes), unit: 'ms', name: 'its push alone' },
  );
};

/** From the channel's request to the queue of the till. */
const orderToTill = async (rig: Rig): Promise<void> => {
  const { page } = await rig.till();
  const { product } = await rig.shop();
  const channel = await request.newContext();
  await page.keyboard.press('Control+2');
  await page.locator(PICKUPS).waitFor();
  const seen: number[] = [];
  const orders: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await watch(page, PICKUPS);
    const from = Date.now();
    await placeOrder(channel, product.serverUrl, 'ALM1', 'paid');
    orders.push(Date.now() - from);
    seen.push((await changedAt(page)) - from);
  }
  await channel.dispose();
  report(
    'live-order-to-till-p95',
    { value: p95(seen), unit: 'ms' },
    { value: p95(orders), unit: 'ms', name: 'its quote and order alone' },
  );
};

export const live = async (rig: Rig): Promise<void> => {
  const { product } = await rig.shop();
  const dashboard = await openDashboard(product.serverUrl);
  try {
    await saleToDashboard(rig, dashboard.page);
    await orderToTill(rig);
  } finally {
    await dashboard.close();
  }
};
