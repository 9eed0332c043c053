import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { ownChromium } from '../browser/own-chromium.ts';

/** Demo cashiers' PIN. */
export const PIN = '1111';

/** How the first pull of the whole catalog went, in milliseconds. */
export type FirstSync = { readonly taken: number; readonly longestTask: number };

/** A till in a browser of its own, on a real disk, with the probe in its page. */
export type BenchTill = {
  readonly page: Page;
  readonly url: string;
  readonly firstSync: FirstSync;
  /** A page of the till's origin that is not the till: what is measured there is measured alone. */
  readonly openBlank: () => Promise<void>;
  /** The till's page as after a start, a cashier signed in and nothing left to read. */
  readonly openSelling: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** The first browser becomes a till by itself, any other is asked which. */
const enrol = async (page: Page, tillId: string): Promise<void> => {
  const offer = page.getByRole('button', { name: tillId });
  await offer
    .or(page.getByRole('button', { name: 'Cashier' }))
    .first()
    .waitFor();
  if (await offer.isVisible()) await offer.click();
};

const syncFirst = async (page: Page): Promise<FirstSync> => {
  const to = await page.evaluate(() => probe.catalogWhole());
  const from = await page.evaluate(() => probe.firstPullAt());
  const longestTask = await page.evaluate(([a, b]) => probe.longestTask(a, b), [from, to] as const);
  return { taken: to - from, longestTask };
};

/** Opens the till's page on an empty disk; resolves when it has the whole catalog. */
export const openBenchTill = async (
  url: string,
  tillId: string,
  script: string,
): Promise<BenchTill> => {
  const profile = await mkdtemp(path.join(tmpdir(), 'omnitill-bench-'));
  const browser = await ownChromium(profile);
  await browser.context.addInitScript({ content: script });
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.goto(url);
  await enrol(page, tillId);
  return {
    page,
    url,
    firstSync: await syncFirst(page),
    openBlank: async () => {
      await page.goto(`${url}/icon.svg`);
    },
    openSelling: async () => {
      await page.goto(url);
      await page.evaluate((pin) => probe.signIn(pin), PIN);
      await page.evaluate(() => probe.whenFilled());
    },
    close: async () => {
      await browser.kill();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};
