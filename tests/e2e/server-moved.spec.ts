import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { type OwnChromium, ownChromium } from '../browser/own-chromium.ts';
import { type Product, startProduct } from './product.ts';
import { openTill } from './till-page.ts';

// A till in a browser whose web host is started for another server.

const ELSEWHERE = 'https://new.example';

let product: Product;
let profile: string;
let browser: OwnChromium;

test.beforeAll(async () => {
  product = await startProduct();
  profile = await mkdtemp(path.join(tmpdir(), 'omnitill-profile-'));
});

test.afterAll(async () => {
  await browser?.kill();
  await product?.stop();
  await rm(profile, { recursive: true, force: true });
});

/** The servers that the page would ask, and those that its policy lets it ask. */
const serversOf = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    const named = document.querySelector<HTMLMetaElement>('meta[name="omnitill-server"]')?.content;
    const refused = new Promise<string>((resolve) => {
      document.addEventListener('securitypolicyviolation', ({ originalPolicy }) =>
        resolve(/connect-src 'self' (\S+);/.exec(originalPolicy)?.[1] ?? ''),
      );
    });
    await fetch('https://nobody.example').catch(() => undefined);
    return { named, allowed: await refused };
  });

const reopened = async (): Promise<Page> => {
  await browser.kill();
  browser = await ownChromium(profile);
  return (await openTill(browser.context, product.tillUrl)).page;
};

test('T2: a till that was here before follows its web host to another server, at the next page and then with no host as well', async () => {
  browser = await ownChromium(profile);
  const till = await openTill(browser.context, product.tillUrl);
  await till.signIn();
  await till.page.evaluate(async () => navigator.serviceWorker.ready);
  const before = { named: product.serverUrl, allowed: product.serverUrl };
  expect(await serversOf(till.page)).toEqual(before);

  await product.stopWebHost();
  expect(await serversOf(await reopened())).toEqual(before);

  await product.startWebHost(ELSEWHERE);
  const page = await reopened();
  const after = { named: ELSEWHERE, allowed: ELSEWHERE };
  expect(await serversOf(page)).toEqual(after);
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null))
    .toBe(true);

  await product.stopWebHost();
  // In the browser that stayed open, under the worker of before, and then under the new one.
  await page.reload();
  expect(await serversOf(page)).toEqual(after);
  expect(await serversOf(await reopened())).toEqual(after);
});
