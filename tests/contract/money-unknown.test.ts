import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noticeUnended } from '#server/ingest/notice-unended.ts';
import { exceptionId } from '#shared/domain/exception/contradictions.ts';
import type { Exception } from '#shared/domain/exception/schema.ts';
import { minor } from '#shared/kernel/money.ts';
import type { OperationContent } from '#shared/operations/operation.ts';
import { furnish } from './chain.ts';
import { enrolTill, type HttpTill } from './http-till.ts';
import { OPENING, type OpenServer, serverKinds } from './open-server.ts';
import { sale } from './shop.ts';

const HOUR = 3_600_000;

const requested = (paymentId: string): OperationContent => ({
  type: 'payment.requested',
  payload: { paymentId, orderId: 'asked', tender: 'card', currency: 'KZT', amount: minor(10_000) },
});

const refundRequested = (refundId: string, orderId: string | null = null): OperationContent => ({
  type: 'refund.requested',
  payload: { refundId, orderId, tender: 'qr', currency: 'KZT', amount: minor(10_000) },
});

const resolved = (paymentId: string): OperationContent => ({
  type: 'payment.resolved',
  payload: { paymentId, orderId: 'asked', outcome: 'declined', reference: null },
});

describe.each(serverKinds)('money that a machine was asked for on $name', ({ open }) => {
  let server: OpenServer;
  let till: HttpTill;
  let id: string;

  beforeAll(async () => {
    server = await open();
    await furnish(server);
    till = await enrolTill(server, 'ONE');
  }, OPENING);
  afterAll(() => server.close());
  beforeEach(() => {
    id = randomUUID();
  });

  const push = async (content: OperationContent): Promise<void> => {
    await till.push([await till.write(content, server.ingest.now(), null)]);
  };
  const lookAfter = (milliseconds: number): Promise<void> => {
    const { db, ingest } = server;
    const now = new Date(Date.parse(ingest.now()) + milliseconds).toISOString();
    return noticeUnended({ db, store: ingest.store }, now);
  };
  const unknown = async (moneyId: string): Promise<Exception | null> => {
    const exception = exceptionId('money_unknown', moneyId);
    const known = await server.ingest.store.transaction((tx) =>
      tx.documents('exceptions', [exception]),
    );
    return known.get(exception) ?? null;
  };
  const stateOf = async (moneyId: string): Promise<string | null> =>
    (await unknown(moneyId))?.state ?? null;

  test('J3: and that nothing was heard of for an hour is told to a person, once', async () => {
    await push(requested(id));
    await lookAfter(HOUR / 2);
    expect(await stateOf(id)).toBeNull();
    await lookAfter(2 * HOUR);
    await lookAfter(3 * HOUR);
    expect(await stateOf(id)).toBe('open');
  });

  test('J3: closes by itself when the till says after all how it ended', async () => {
    await push(requested(id));
    await lookAfter(2 * HOUR);
    await push(resolved(id));
    expect(await stateOf(id)).toBe('closed');
    await lookAfter(3 * HOUR);
    expect(await stateOf(id)).toBe('closed');
  });

  test('J3: is nobody’s task when its end was heard of, though the till goes on', async () => {
    await push(requested(id));
    const sold = sale();
    const [paid] = sold.payload.payments;
    if (!paid) throw new Error('a payment was expected');
    await push({ ...sold, payload: { ...sold.payload, payments: [{ ...paid, id }] } });
    await lookAfter(2 * HOUR);
    expect(await stateOf(id)).toBeNull();
  });

  test('J3 R15: the same of money that is given back', async () => {
    await push(refundRequested(id));
    await lookAfter(2 * HOUR);
    expect(await stateOf(id)).toBe('open');
    expect((await unknown(id))?.refund).toBeUndefined();
  });

  test('J3 R15: which refund of which order it is comes down with it, so that no other till gives it', async () => {
    await push(refundRequested(id, 'sold'));
    await lookAfter(2 * HOUR);
    expect((await unknown(id))?.refund).toEqual({
      refundId: id,
      orderId: 'sold',
      tender: 'qr',
      amount: 10_000,
    });
  });
});
