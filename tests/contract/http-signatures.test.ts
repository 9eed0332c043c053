import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { Value } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chainSigner } from '#server/auth/signing-keys.ts';
import { keepTrust } from '#server/auth/till-certificates.ts';
import { nodeCrypto } from '#server/node-crypto.ts';
import { OrderReply } from '#shared/protocol/channel.ts';
import { Reference } from '#shared/protocol/documents.ts';
import { readPickupCode } from '#shared/tokens/pickup-code.ts';
import { arePickupDigits } from '#shared/tokens/pickup-digits.ts';
import { type ReceiptTrust, readReceipt, signReceipt } from '#shared/tokens/receipt-token.ts';
import { receiptClaim } from '#shared/tokens/tokens.fixture.ts';
import { CHANNEL_KEY, furnish, HEAD_OFFICE, signIn } from './chain.ts';
import { bearer, type Client, createClient, expectBody } from './http-client.ts';
import { enrolTill, type HttpTill } from './http-till.ts';
import { OPENING, type OpenServer, serverKinds } from './open-server.ts';

const YEAR = 365 * 86_400_000;

const later = (years: number): string => new Date(Date.now() + years * YEAR).toISOString();

describe.each(serverKinds)('what the server on $name signs', ({ open }) => {
  let server: OpenServer;
  let channel: Client;
  let till: HttpTill;

  beforeAll(async () => {
    server = await open();
    await furnish(server);
    channel = createClient(server.url, bearer(CHANNEL_KEY));
    till = await enrolTill(server, 'ONE');
  }, OPENING);
  afterAll(() => server.close());

  /** What that till knows by heart. */
  const referencesOf = async (one: HttpTill): Promise<Reference[]> => {
    const { pages } = await one.pull();
    const changes = pages
      .filter(({ stream }) => stream.startsWith('references'))
      .flatMap((page) => page.changes);
    return changes.flatMap(({ document }) => (Value.Check(Reference, document) ? [document] : []));
  };

  const trustOf = async (one: HttpTill): Promise<ReceiptTrust> => {
    const references = await referencesOf(one);
    return {
      keys: references.flatMap((reference) =>
        reference.type === 'signingKey' ? [reference.value] : [],
      ),
      revoked: references.flatMap((reference) =>
        reference.type === 'revokedTill' ? [reference.value] : [],
      ),
      now: server.ingest.now(),
    };
  };

  const place = async (): Promise<OrderReply> => {
    const body = {
      storeId: 'ONE',
      currency: 'KZT',
      customer: { name: 'Дана', phone: '+7 700 000 00 00' },
      lines: [{ sku: 'TEA', quantity: 2000 }],
      total: 18_000,
      payment: { amount: 8_000, reference: null },
    };
    const key = randomUUID();
    const call = () => channel('orders', { body, headers: { 'idempotency-key': key } });
    const placed = expectBody(await call(), OrderReply);
    expect(expectBody(await call(), OrderReply)).toEqual(placed);
    return placed;
  };

  const digitsOf = async (orderId: string) =>
    (await referencesOf(till)).flatMap((one) =>
      one.type === 'pickupDigits' && one.value.orderId === orderId ? [one.value] : [],
    );

  test('R20: a pickup code that says the order, and reads at any till with no network', async () => {
    const { id, number, proof, expiresAt, placedAt } = await place();
    const read = await readPickupCode(proof?.code ?? '', await trustOf(till), nodeCrypto);
    expect(read).toMatchObject({
      ok: true,
      value: {
        orderId: id,
        number,
        storeId: 'ONE',
        currency: 'KZT',
        lines: {
          type: 'listed',
          lines: [{ lineId: '1', sku: 'TEA', quantity: 2000, total: 18_000 }],
        },
        due: 10_000,
        paid: 8_000,
        placedAt,
        expiresAt,
      },
    });
    const again = expectBody(await channel(`orders/${id}`), OrderReply);
    expect(again.proof).toEqual(proof);
  });

  test('T4: six digits that the store’s tills can check and not read, as long as there is something to collect', async () => {
    const order = await place();
    const [known] = await digitsOf(order.id);
    if (!known || order.proof === null) throw new Error('no digits');
    const { digits } = order.proof;
    expect(await arePickupDigits(known, digits, nodeCrypto)).toBe(true);
    const wrong = String((Number(digits) + 1) % 1_000_000).padStart(6, '0');
    expect(await arePickupDigits(known, wrong, nodeCrypto)).toBe(false);
    expect(JSON.stringify(known)).not.toContain(digits);

    const canceled = await channel(`orders/${order.id}/cancel`, { method: 'POST' });
    expect(expectBody(canceled, OrderReply).proof).toBeNull();
    expect(await digitsOf(order.id)).toEqual([]);
  });

  test('T3: a certificate with which a till’s receipts read at every till, until it is revoked', async () => {
    const seller = await enrolTill(server, 'TWO');
    const certificate = (await referencesOf(seller)).find(
      (one) => one.type === 'certificate' && one.value.tillId === seller.tillId,
    );
    if (certificate?.type !== 'certificate') throw new Error('no certificate');
    const sign = async (text: string) => seller.keys.sign(text);
    const claim = { ...receiptClaim(3), soldAt: server.ingest.now() };
    const text = await signReceipt(claim, certificate.value.text, sign, nodeCrypto);
    expect(await readReceipt(text, await trustOf(till), nodeCrypto)).toMatchObject({
      ok: true,
      value: { certificate: { tillId: seller.tillId, storeId: 'TWO' } },
    });

    const headOffice = await signIn(server, HEAD_OFFICE);
    await headOffice(`dashboard/tills/${seller.tillId}/revoke`, { method: 'POST' });
    expect(await readReceipt(text, await trustOf(till), nodeCrypto)).toMatchObject({
      ok: false,
      problem: { type: 'till_revoked' },
    });
  });

  test('keys that follow each other: the next is known before it is in use, the last is still trusted', async () => {
    const parts = { db: server.db, store: server.ingest.store };
    const before = await trustOf(till);
    expect(before.keys).toHaveLength(2);
    const next = await chainSigner(server.db, later(1.1));
    expect(before.keys.map(({ id }) => id)).toContain(next.keyId);

    const { proof } = await place();
    await keepTrust(parts, later(1.1));
    await keepTrust(parts, later(1.1));
    const after = await trustOf(till);
    expect(after.keys).toHaveLength(3);
    const trust = { ...after, now: later(0.001) };
    expect(await readPickupCode(proof?.code ?? '', trust, nodeCrypto)).toMatchObject({ ok: true });
    const certificates = (await referencesOf(till)).flatMap((one) =>
      one.type === 'certificate' && one.value.tillId === till.tillId ? [one.value] : [],
    );
    expect(certificates).toHaveLength(1);
    expect(certificates[0]?.expiresAt).toBe(
      (
        await sql<{ until: string }>`
        select certified_until as until from till_keys
        where till_id = ${till.tillId} and certified_by = ${next.keyId}`.execute(server.db)
      ).rows[0]?.until,
    );
  });

  test('nothing that was said to anybody holds a private key', async () => {
    const { rows } = await sql<{ secret: string }>`
      select private_key as secret from signing_keys
      union all select pickup_secret from chain`.execute(server.db);
    const said = JSON.stringify([await till.pull(), await place()]);
    expect(rows.length).toBeGreaterThan(2);
    for (const { secret } of rows) expect(said).not.toContain(secret);
  });
});
