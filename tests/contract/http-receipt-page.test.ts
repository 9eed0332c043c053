import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { minor } from '#shared/kernel/money.ts';
import {
  DEFAULT_RECEIPT_LAYOUT,
  type ReceiptLayout,
} from '#shared/domain/settings/receipt-layout.ts';
import { StoreSettings } from '#shared/domain/settings/schema.ts';
import { LOCALES } from '#shared/kernel/text.ts';
import { paperWords } from '#shared/receipt/paper-words.ts';
import type { ReceiptClaim } from '#shared/tokens/receipt-token.ts';
import { furnish, HEAD_OFFICE, signIn } from './chain.ts';
import { expectBody } from './http-client.ts';
import { createTillKeys, enrolTill, type HttpTill } from './http-till.ts';
import { OPENING, type OpenServer, serverKinds } from './open-server.ts';
import { certificateOf, claimOfSale, SOLD_AT, soldAs, tokenOf } from './receipt-tokens.ts';

const LEGAL = '<script>alert("1")</script> & ТОО «Абай»';

const WITHOUT_PAGES: ReceiptLayout = { ...DEFAULT_RECEIPT_LAYOUT, legal: [LEGAL] };
const WITH_PAGES: ReceiptLayout = { ...WITHOUT_PAGES, webAddress: 'https://receipts.example.com' };

type Page = { readonly status: number; readonly text: string; readonly headers: Headers };

describe.each(serverKinds)('a receipt as a web page on $name', ({ open }) => {
  let server: OpenServer;
  let till: HttpTill;
  let proof: string;

  beforeAll(async () => {
    server = await open();
    await furnish(server);
    await layOut(WITH_PAGES);
    till = await enrolTill(server, 'ONE');
    proof = await certificateOf(till);
  }, OPENING);
  afterAll(() => server.close());

  const layOut = async (body: ReceiptLayout): Promise<void> => {
    const office = await signIn(server, HEAD_OFFICE);
    expectBody(
      await office('dashboard/settings/ONE/receipt', { method: 'PUT', body }),
      StoreSettings,
    );
  };

  const tokenBy = (claim: ReceiptClaim, sign = till.keys.sign): Promise<string> =>
    tokenOf(claim, proof, sign);

  const get = async (path: string, headers: Record<string, string> = {}): Promise<Page> => {
    const response = await fetch(`${server.url}${path}`, { headers, redirect: 'manual' });
    return { status: response.status, text: await response.text(), headers: response.headers };
  };

  const pageOf = (token: string, lang = 'en'): Promise<Page> => get(`/R/${token}?lang=${lang}`);

  test('says that it is not here yet until the till has sent the sale, and is there from then on', async () => {
    const content = soldAs('page-sale', 'ONE-01-000007');
    const token = await tokenBy(claimOfSale(content));
    const before = await pageOf(token);
    expect(before.status).toBe(202);
    expect(before.text).toContain('The receipt is not here yet');
    expect(before.text).toContain('ONE-01-000007');
    expect(before.text).toContain('http-equiv="refresh"');
    expect(before.text).not.toContain('TEA');
    await till.write(content, SOLD_AT);
    await till.push();
    const after = await pageOf(token);
    expect(after.status).toBe(200);
    expect(after.text).toContain('Receipt № ONE-01-000007');
    expect(after.text).toContain('TEA');
    expect(after.text).not.toContain('http-equiv="refresh"');
    expect(await get(`/r/${token.toLowerCase()}?lang=en`)).toMatchObject({
      status: 200,
      text: after.text,
    });
  });

  test('nothing runs on it, nothing keeps or indexes it, and it tells nobody where it was', async () => {
    const { headers, text } = await pageOf(
      await tokenBy(claimOfSale(soldAs('page-sale', 'ONE-01-000007'))),
    );
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; /);
    expect(policy).not.toMatch(/unsafe|script-src/);
    expect(headers.get('x-robots-tag')).toContain('noindex');
    expect(headers.get('cache-control')).toContain('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(text).not.toMatch(/<script|style=|src=|https?:\/\//);
    expect(text).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; ТОО «Абай»');
  });

  test.each(LOCALES)('is in the language that was chosen: %s', async (locale) => {
    const token = await tokenBy(claimOfSale(soldAs('page-sale', 'ONE-01-000007')));
    const { say } = paperWords(locale, 'Asia/Almaty');
    const chosen = await pageOf(token, locale);
    expect(chosen.text).toContain(`<html lang="${locale}">`);
    expect(chosen.text).toContain(say.receipt.total);
    const accepted = await get(`/R/${token}`, {
      'accept-language': `xx, ${locale}-KZ;q=0.9, en;q=0.1`,
    });
    expect(accepted.text).toBe(chosen.text);
    expect((await pageOf('RAWRONG', locale)).text).toContain(say.receiptLink.unknown);
  });

  test('has one face for every code that is wrong, and tells nothing by it', async () => {
    const claim = claimOfSale(soldAs('page-sale', 'ONE-01-000007'));
    const token = await tokenBy(claim);
    const wrong = [
      'RAWRONG',
      'page-sale',
      'ONE-01-000007',
      `P${token.slice(1)}`,
      proof,
      `${token.slice(0, -8)}AAAAAAAA`,
      token.replace(/^RA./, 'RAB'),
      // By a key that the certificate does not name.
      await tokenBy(claim, createTillKeys().sign),
      // An address within the address, which the page's own code would hold.
      `https://evil.example/R/${token}`,
      `HTTPS://RECEIPTS.EXAMPLE.COM/R/${token}`,
      // A till that lies about which order a number belongs to.
      await tokenBy({ ...claim, number: 'ONE-01-000008' }),
    ];
    const faces = await Promise.all(wrong.map((code) => pageOf(encodeURIComponent(code))));
    expect(new Set(faces.map(({ status }) => status))).toEqual(new Set([404]));
    expect(new Set(faces.map(({ text }) => text)).size).toBe(1);
    expect(faces[0]?.text).toContain('There is no receipt here');
  });

  test('says what was paid with the rounding of cash, as the paper does', async () => {
    const claim = claimOfSale(soldAs('rounded', 'ONE-01-000009'));
    const [payment] = claim.payments;
    if (!payment) throw new Error('a payment was expected');
    const paid = { ...payment, amount: minor(123_500) };
    const { text, status } = await pageOf(
      await tokenBy({ ...claim, total: minor(123_456), payments: [paid] }),
    );
    expect(status).toBe(202);
    const { money } = paperWords('en', 'Asia/Almaty');
    expect(text).toContain(money(123_500, claim.currency));
    expect(text).not.toContain(money(123_456, claim.currency));
  });

  test('a store without a web address has no pages, of sales that are here and that are not', async () => {
    const codes = await Promise.all([
      tokenBy(claimOfSale(soldAs('page-sale', 'ONE-01-000007'))),
      tokenBy(claimOfSale(soldAs('not-here', 'ONE-01-000008'))),
    ]);
    const statuses = async () =>
      (await Promise.all(codes.map((code) => pageOf(code)))).map(({ status }) => status);
    expect(await statuses()).toEqual([200, 202]);
    await layOut(WITHOUT_PAGES);
    expect(await statuses()).toEqual([404, 404]);
    await layOut(WITH_PAGES);
    expect(await statuses()).toEqual([200, 202]);
  });

  test('the key of a till that was withdrawn opens what is here, and nothing that it made up', async () => {
    const office = await signIn(server, HEAD_OFFICE);
    const { status } = await office(`dashboard/tills/${till.tillId}/revoke`, {
      method: 'POST',
      body: {},
    });
    expect(status).toBeLessThan(300);
    const invented = await pageOf(await tokenBy(claimOfSale(soldAs('made-up', 'ONE-01-999999'))));
    expect(invented).toMatchObject({ status: 404, text: (await pageOf('RAWRONG')).text });
    const known = await pageOf(await tokenBy(claimOfSale(soldAs('page-sale', 'ONE-01-000007'))));
    expect(known.status).toBe(200);
  });

  test.each(LOCALES)('what is no address at all is answered in words: %s', async (locale) => {
    const { say } = paperWords(locale, 'UTC');
    for (const path of ['%zz', 'A'.repeat(5000)]) {
      const { status, text, headers } = await get(`/R/${path}`, { 'accept-language': locale });
      expect(status).toBeGreaterThanOrEqual(400);
      expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(text).toContain(say.receiptLink.unknown);
    }
  });

  test('who asks for page after page is stopped, in words', async () => {
    const answers = await Promise.all(Array.from({ length: 80 }, () => pageOf('RAWRONG')));
    const stopped = answers.find(({ status }) => status === 429);
    expect(stopped?.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(stopped?.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(stopped?.text).toContain('The receipt cannot be shown now');
    expect(stopped?.text).toContain('http-equiv="refresh"');
  });
});
