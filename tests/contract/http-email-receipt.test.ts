import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULT_RECEIPT_LAYOUT } from '#shared/domain/settings/receipt-layout.ts';
import { StoreSettings } from '#shared/domain/settings/schema.ts';
import { CanEmailReply, EmailReceiptReply } from '#shared/protocol/email-receipt.ts';
import { receiptLink } from '#shared/tokens/receipt-link.ts';
import { furnish, HEAD_OFFICE, signIn } from './chain.ts';
import { createClient, expectBody } from './http-client.ts';
import { enrolTill, type HttpTill } from './http-till.ts';
import { type MailServer, REFUSED, startMailServer } from '../fixtures/mail-server.ts';
import { OPENING, type OpenServer, serverKinds } from './open-server.ts';
import { certificateOf, claimOfSale, SOLD_AT, soldAs, tokenOf } from './receipt-tokens.ts';

const WEB_ADDRESS = 'https://receipts.example.com';

/** Of a letter of several parts, each in base64 or quoted-printable, all that it says. */
const saidIn = (data: string): string =>
  data
    .split(/\r\n--[^\r\n]+/)
    .map((part) => {
      const [head = '', ...body] = part.split('\r\n\r\n');
      const text = body.join('\r\n\r\n');
      if (/base64/i.test(head)) return Buffer.from(text, 'base64').toString('utf8');
      const bytes = text
        .replaceAll('=\r\n', '')
        .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) =>
          String.fromCharCode(Number.parseInt(hex, 16)),
        );
      return Buffer.from(bytes, 'latin1').toString('utf8');
    })
    .join('\n');

describe.each(serverKinds)('a receipt by e-mail on $name', ({ open }) => {
  let mail: MailServer;
  let server: OpenServer;
  let till: HttpTill;
  let other: HttpTill;
  let code: string;

  beforeAll(async () => {
    mail = await startMailServer();
    server = await open({ mail: { url: mail.url, from: 'Shop <receipts@example.com>' } });
    await furnish(server);
    const office = await signIn(server, HEAD_OFFICE);
    const body = { ...DEFAULT_RECEIPT_LAYOUT, legal: ['<b>LLP</b>'], webAddress: WEB_ADDRESS };
    expectBody(
      await office('dashboard/settings/ONE/receipt', { method: 'PUT', body }),
      StoreSettings,
    );
    till = await enrolTill(server, 'ONE');
    other = await enrolTill(server, 'TWO');
    const claim = claimOfSale(soldAs('mailed', 'ONE-01-000009'));
    code = receiptLink(
      WEB_ADDRESS,
      await tokenOf(claim, await certificateOf(till), till.keys.sign),
    );
  }, OPENING);
  afterAll(async () => {
    await server.close();
    await mail.close();
  });

  const send = (body: Readonly<Record<string, unknown>> = {}, from = till) =>
    from.call('till/email-receipt', {
      body: { code, address: 'dana@example.com', locale: 'kk', ...body },
    });

  const outcome = async (body: Readonly<Record<string, unknown>> = {}): Promise<string> =>
    expectBody(await send(body), EmailReceiptReply).outcome;

  test('is offered by a server that sends letters', async () => {
    const asked = await till.call('till/can-email', { body: {} });
    expect(expectBody(asked, CanEmailReply)).toEqual({ canEmail: true });
  });

  test('waits for the sale; then one letter goes to one address, in the customer’s language, with the page’s address', async () => {
    expect(await outcome()).toBe('awaited');
    expect(mail.delivered).toEqual([]);
    await till.write(soldAs('mailed', 'ONE-01-000009'), SOLD_AT);
    await till.push();
    expect(await outcome()).toBe('sent');
    expect(mail.delivered).toHaveLength(1);
    const [letter] = mail.delivered;
    expect(letter).toMatchObject({ from: 'receipts@example.com', to: ['dana@example.com'] });
    const said = saidIn(letter?.data ?? '');
    for (const text of ['ONE-01-000009', 'TEA', 'ЖИЫНЫ', '&lt;b&gt;LLP&lt;/b&gt;', code])
      expect(said).toContain(text);
    expect(said).not.toContain('<b>LLP</b></td>');
  });

  test('a link leads to the store’s own address, whatever stood before the code', async () => {
    const false_ = receiptLink('https://evil.example', code.slice(code.lastIndexOf('/') + 1));
    expect(await outcome({ code: false_ })).toBe('sent');
    const said = saidIn(mail.delivered.at(-1)?.data ?? '');
    expect(said).toContain(code);
    expect(said.toLowerCase()).not.toContain('evil');
  });

  test('says when the mail server takes none for that address', async () => {
    expect(await outcome({ address: REFUSED })).toBe('address_refused');
  });

  test.each([
    'dana',
    'dana@example.com, all@example.com',
    'Dana <dana@example.com>',
    'dana@example.com\r\nBcc: all@example.com',
    '"dana"@example.com',
    'dana@localhost',
    '',
  ])('%j is no address, and nothing is sent', async (address) => {
    const before = mail.delivered.length;
    expect(await send({ address })).toMatchObject({ status: 400, body: { code: 'malformed' } });
    expect(mail.delivered).toHaveLength(before);
  });

  test('a till sends receipts of its own store, and nobody else sends any', async () => {
    expect((await send({}, other)).status).toBe(404);
    expect((await send({ code: 'RAWRONG' })).status).toBe(404);
    const nobody = createClient(server.url);
    const body = { code, address: 'dana@example.com', locale: 'kk' };
    expect((await nobody('till/email-receipt', { body })).status).toBe(401);
  });

  test('a receipt goes out so often a day, to whatever addresses, and what became of letters is counted', async () => {
    const before = mail.delivered.length;
    const tries = [];
    for (const name of ['a', 'b', 'c', 'd', 'e'])
      tries.push(await outcome({ address: `${name}@example.com` }));
    // Two went out before, and the mail server was asked about a third.
    expect(tries).toEqual(['sent', 'sent', 'too_often', 'too_often', 'too_often']);
    expect(await outcome({ code: code.toLowerCase() })).toBe('too_often');
    expect(mail.delivered).toHaveLength(before + 2);
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    expect(metrics).toMatch(/^omnitill_receipt_letters_total\{outcome="too_often"\} 4$/m);
    expect(metrics).toMatch(/^omnitill_receipt_letters_total\{outcome="sent"\} 4$/m);
    expect(metrics).not.toContain('example.com');
  });

  test('keeps the address nowhere', async () => {
    const { rows } = await sql<{ held: number }>`
      select (select count(*)::int from operations where text like '%dana@example%')
        + (select count(*)::int from documents where body like '%dana@example%') as held
    `.execute(server.db);
    expect(rows).toEqual([{ held: 0 }]);
  });

  test('says that a mail server which is gone did not take it', async () => {
    await mail.close();
    const sold = soldAs('mailed-later', 'ONE-01-000010');
    await till.write(sold, SOLD_AT);
    await till.push();
    const later = await tokenOf(claimOfSale(sold), await certificateOf(till), till.keys.sign);
    for (let tries = 0; tries < 6; tries++)
      expect(await outcome({ code: later })).toBe('mail_failed');
  });
});

describe.each(serverKinds)('a server without mail on $name', ({ open }) => {
  test(
    'offers no e-mail and sends none',
    async () => {
      const server = await open();
      await furnish(server);
      const till = await enrolTill(server, 'ONE');
      const asked = await till.call('till/can-email', { body: {} });
      expect(expectBody(asked, CanEmailReply)).toEqual({ canEmail: false });
      const body = { code: 'RAWRONG', address: 'dana@example.com', locale: 'en' };
      expect((await till.call('till/email-receipt', { body })).status).toBe(503);
      await server.close();
    },
    OPENING,
  );
});
