import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { mirrorLine, textOfLine } from '#main/journal-mirror/mirror-line.ts';
import { webCrypto } from '#renderer/host/web-crypto.ts';
import { parseEnvelope } from '#shared/operations/parse-operation.ts';
import { encodeOperation, hashOf } from '#shared/operations/seal.ts';
import type { EnrolmentCodeReply, ReceiptsReply } from '#shared/protocol/dashboard.ts';
import { type OwnChromium, ownChromium } from '../browser/own-chromium.ts';
import { hasSpareJournal, mirroredOperations, mirrorFiles } from './mirrored-operations.ts';
import { type HeadOffice, signInToHeadOffice } from './head-office.ts';
import { type Product, startProduct } from './product.ts';
import { openTill, type TillPage } from './till-page.ts';

// What a power cut can do to a browser's profile: Chromium deletes a database that it cannot read.

const TILL = 'ALM1-01';

let product: Product;
let profile: string;
let browser: OwnChromium;

test.describe.configure({ mode: 'serial', timeout: 300_000 });

test.beforeAll(async () => {
  product = await startProduct({ hasMirror: true });
  profile = await mkdtemp(path.join(tmpdir(), 'omnitill-profile-'));
});

test.afterAll(async () => {
  await browser?.kill();
  await product?.stop();
  await rm(profile, { recursive: true, force: true });
});

const openBrowser = async (): Promise<TillPage> => {
  browser = await ownChromium(profile);
  return openTill(browser.context, product.tillUrl);
};

/** Kills the browser, and everything that its pages kept is gone. */
const loseProfile = async (): Promise<void> => {
  await browser.kill();
  await rm(path.join(profile, 'Default', 'IndexedDB'), { recursive: true });
};

/** Sales that lie in the mirror. */
const mirroredSales = async (): Promise<number> => {
  const texts = await mirroredOperations(product.mirrorFolder, TILL);
  return texts.filter((text) => text.includes('"type":"sale.completed"')).length;
};

/** The line of an operation that stands at the same place and says something else. */
const otherOperation = async (line: string): Promise<string> => {
  const parsed = parseEnvelope(textOfLine(line) ?? '');
  if (!parsed.ok) throw new Error('no operation in the mirror');
  const other = { ...parsed.value, staffId: 'somebody' };
  const hash = await hashOf(other, webCrypto);
  return mirrorLine(encodeOperation({ ...other, hash })).trimEnd();
};

/** Numbers of this till's receipts, newest first. */
const receipts = async ({ page }: TillPage): Promise<string[]> => {
  await page.keyboard.press('Control+4');
  const rows = page.getByRole('list', { name: 'Receipts' }).getByRole('listitem');
  await expect(rows.first()).toBeVisible();
  const texts = await rows.allInnerTexts();
  await page.keyboard.press('Control+1');
  return texts.flatMap((text) => /ALM1-01-[\d-]+/.exec(text)?.[0] ?? []);
};

/** Head office has all of these receipts, each once. */
const expectOnce = async (office: HeadOffice, numbers: readonly string[]): Promise<void> => {
  for (const number of numbers)
    await expect
      .poll(async () => {
        const { receipts: found } = await office.get<ReceiptsReply>(`receipts?text=${number}`);
        return found.filter((receipt) => receipt.number === number).length;
      })
      .toBe(1);
  const exceptions = await office.get<object>('exceptions');
  expect(JSON.stringify(exceptions)).not.toMatch(/journal_forked|chain_broken/);
};

test('J1 J4: a browser that lost everything while the server was away takes its till back, sells on in the next journal, and all arrives once', async ({
  request,
}) => {
  let till = await openBrowser();
  await till.signIn();
  await till.sell('Loaf, white');
  await expect(till.pill()).toHaveText(/Synced/);
  await expect.poll(() => hasSpareJournal(product.mirrorFolder, TILL)).toBe(true);
  await product.killServer();
  await till.sell('Butter 82.5%');
  await till.sell('Loaf, white', 'Butter 82.5%');
  const before = await receipts(till);
  expect(before).toHaveLength(3);
  await expect.poll(mirroredSales).toBe(3);
  await loseProfile();

  // Before the page asks for the first time: it waits longer after each try.
  await product.startServer();
  const aside = `${product.mirrorFolder}-aside`;
  await rename(product.mirrorFolder, aside);
  await writeFile(product.mirrorFolder, 'no folder');
  till = await openBrowser();
  await expect(till.page.getByText('This computer does not say')).toBeVisible();
  await rm(product.mirrorFolder);
  await rename(aside, product.mirrorFolder);
  await till.page.getByRole('button', { name: 'Try again' }).click();
  await till.page.getByRole('button', { name: /Take back ALM1-01/ }).click();
  await till.signIn();
  expect(await receipts(till)).toEqual(before);
  await till.sell('Loaf, white');
  const after = await receipts(till);
  expect(after).toHaveLength(4);
  expect(new Set(after).size).toBe(4);
  await expect(till.pill()).toHaveText(/Synced/);
  await expectOnce(await signInToHeadOffice(request, product.serverUrl), after);
});

test('P4: a mirror that was deleted is written anew from the journal, and nothing changes at the till', async ({
  request,
}) => {
  await expect.poll(mirroredSales).toBe(4);
  const before = await mirroredOperations(product.mirrorFolder, TILL);
  await browser.kill();
  await rm(product.mirrorFolder, { recursive: true });

  const till = await openBrowser();
  await till.signIn();
  await till.sell('Loaf, white');
  await expect.poll(mirroredSales).toBe(5);
  const after = new Set(await mirroredOperations(product.mirrorFolder, TILL));
  expect(before.filter((text) => !after.has(text))).toEqual([]);
  const numbers = await receipts(till);
  expect(numbers).toHaveLength(5);
  await expect(till.pill()).toHaveText(/Synced/);
  await expectOnce(await signInToHeadOffice(request, product.serverUrl), numbers);
});

test('P4: journal and mirror that hold different operations stop the till before it writes; both are kept, and it goes on in a journal of its own', async ({
  request,
}) => {
  await expect.poll(mirroredSales).toBe(5);
  await browser.kill();
  // As after a copy of this computer sold on its own: the last operation is another, sound in itself.
  const files = await mirrorFiles(product.mirrorFolder, TILL);
  const last = files.at(-1) ?? '';
  const lines = (await readFile(last, 'utf8')).trimEnd().split('\n');
  const other = await otherOperation(lines.at(-1) ?? '');
  await writeFile(last, `${[...lines.slice(0, -1), other].join('\n')}\n`);

  const till = await openBrowser();
  await expect(till.page.getByText('The journal of ALM1-01 and its copy differ')).toBeVisible();
  await till.page.getByRole('button', { name: 'Go on in a new journal' }).click();
  await till.signIn();
  await till.sell('Loaf, white');
  const numbers = await receipts(till);
  expect(numbers).toHaveLength(6);
  expect(new Set(numbers).size).toBe(6);
  const kept = await readdir(path.join(product.mirrorFolder, TILL, 'set-aside'));
  expect(kept).toHaveLength(1);
  await expect(till.pill()).toHaveText(/Synced/);
  await expectOnce(await signInToHeadOffice(request, product.serverUrl), numbers);
});

test('J1: a till whose key the system cannot open any more is enrolled again, takes back what it wrote and goes on in a journal of its own', async ({
  request,
}) => {
  await browser.kill();
  let till = await openBrowser();
  await till.signIn();
  const before = await receipts(till);
  await expect(till.pill()).toHaveText(/Synced/);
  await loseProfile();
  // As another user of the system finds it, or the same one whose keyring is gone.
  await writeFile(
    path.join(product.mirrorFolder, TILL, 'till.json'),
    'sealed:c29tZWJvZHkgZWxzZQ==',
  );

  till = await openBrowser();
  const { page } = till;
  await page.getByRole('button', { name: /Take back ALM1-01/ }).click();
  await expect(page.getByText('The key of ALM1-01 cannot be read on this computer')).toBeVisible();
  await page.getByRole('button', { name: 'Enrol again' }).click();
  const office = await signInToHeadOffice(request, product.serverUrl);
  const made = await request.post(`${product.serverUrl}/api/v1/dashboard/enrolment-codes`, {
    data: { storeId: 'ALM1', tillId: TILL },
  });
  await page
    .getByRole('textbox', { name: 'Enrolment code' })
    .fill(((await made.json()) as EnrolmentCodeReply).code);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await till.signIn();
  expect(await receipts(till)).toEqual(before);
  await till.sell('Loaf, white');
  const after = await receipts(till);
  expect(new Set(after).size).toBe(before.length + 1);
  await expect(till.pill()).toHaveText(/Synced/);
  await expectOnce(office, after);
});

test('J1: of a copy with a line that nobody can read all others come back; the till says so, and what was not sent goes up', async ({
  request,
}) => {
  await browser.kill();
  let till = await openBrowser();
  await till.signIn();
  await expect(till.pill()).toHaveText(/Synced/);
  await expect.poll(() => hasSpareJournal(product.mirrorFolder, TILL)).toBe(true);
  await till.sell('Loaf, white');
  await expect(till.pill()).toHaveText(/Synced/);
  await product.killServer();
  const sales = await mirroredSales();
  await till.sell('Butter 82.5%');
  const before = await receipts(till);
  await expect.poll(mirroredSales).toBe(sales + 1);
  await loseProfile();
  const files = await mirrorFiles(product.mirrorFolder, TILL);
  const last = files.at(-1) ?? '';
  const lines = (await readFile(last, 'utf8')).split('\n');
  const at = lines.findIndex((line) => line.includes('"sale.completed"'));
  const altered = lines.with(at, lines[at]?.replace('sale.completed', 'sale.complexed') ?? '');
  await writeFile(last, altered.join('\n'));

  await product.startServer();
  till = await openBrowser();
  const { page } = till;
  await page.getByRole('button', { name: /Take back ALM1-01/ }).click();
  await expect(page.getByText('Part of the data of ALM1-01 cannot be read')).toBeVisible();
  await page.getByRole('button', { name: 'Go on', exact: true }).click();
  await till.signIn();
  await expect(till.pill()).toHaveText(/Synced/);
  await till.sell('Loaf, white');
  await expect(till.pill()).toHaveText(/Synced/);
  const office = await signInToHeadOffice(request, product.serverUrl);
  await expectOnce(office, [...before, ...(await receipts(till))]);
});
