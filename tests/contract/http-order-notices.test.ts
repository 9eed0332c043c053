import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Value } from 'typebox/value';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { hashSecret } from '#server/auth/secrets.ts';
import { signNotice, tellChannels } from '#server/channels/tell-channels.ts';
import { ChannelsReply, NewChannelReply } from '#shared/protocol/administration.ts';
import type { OperationContent } from '#shared/operations/operation.ts';
import { OrderNotice, OrderReply } from '#shared/protocol/channel.ts';
import { furnish, HEAD_OFFICE, signIn } from './chain.ts';
import { bearer, type Client, createClient, expectBody } from './http-client.ts';
import { enrolTill } from './http-till.ts';
import { OPENING, type OpenServer, serverKinds } from './open-server.ts';

/** The callback of a channel: what it was told, and how it answers. */
type Told = { readonly notice: OrderNotice; readonly id: string; readonly isSigned: boolean };
type Behaviour = (told: Told, reply: ServerResponse) => void;

const answering: Behaviour = (_, reply) => {
  reply.writeHead(204).end();
};

const textOf = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
};

describe.each(serverKinds)('what channels are told of their orders on $name', ({ open }) => {
  let server: OpenServer;
  let receiver: Server;
  let key: string;
  let channel: Client;
  let behave: Behaviour = answering;
  const told: Told[] = [];

  const listen = async (): Promise<string> => {
    receiver = createServer((request, reply) => {
      void (async () => {
        const text = await textOf(request);
        const notice: unknown = JSON.parse(text);
        if (!Value.Check(OrderNotice, notice)) throw new Error(text);
        const isSigned =
          request.headers['omnitill-signature'] === signNotice(hashSecret(key), text);
        const one = { notice, id: String(request.headers['omnitill-notice']), isSigned };
        told.push(one);
        behave(one, reply);
      })();
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/refunds`;
  };

  const newChannel = async (callbackUrl: string | null): Promise<string> => {
    const headOffice = await signIn(server, HEAD_OFFICE);
    const body = { name: 'Shop', channel: 'web', callbackUrl };
    const made = expectBody(await headOffice('dashboard/channels', { body }), NewChannelReply);
    const { channels } = expectBody(await headOffice('dashboard/channels'), ChannelsReply);
    expect(channels).toContainEqual(
      expect.objectContaining({ channelId: made.channelId, callbackUrl }),
    );
    return made.key;
  };

  beforeAll(async () => {
    server = await open();
    await furnish(server);
    key = await newChannel(await listen());
    channel = createClient(server.url, bearer(key));
  }, OPENING);
  afterAll(async () => {
    await server.close();
    await new Promise((resolve) => receiver.close(resolve));
  });
  beforeEach(() => {
    told.length = 0;
  });
  afterEach(() => {
    behave = answering;
    receiver.closeAllConnections();
  });

  const placed = async (by = channel): Promise<OrderReply> => {
    const body = {
      storeId: 'ONE',
      currency: 'KZT',
      customer: { name: 'Dana', phone: '' },
      lines: [{ sku: 'TEA', quantity: 1000 }],
      total: 9_000,
      payment: { amount: 9_000, reference: 'provider' },
    };
    const headers = { 'idempotency-key': randomUUID() };
    return expectBody(await by('orders', { body, headers }), OrderReply);
  };

  const canceled = async (by = channel): Promise<OrderReply> => {
    const { id } = await placed(by);
    return expectBody(await by(`orders/${id}/cancel`, { method: 'POST' }), OrderReply);
  };

  const giveBack = async ({ id, refundsDue }: OrderReply, idempotencyKey: string) => {
    const body = { ...refundsDue[0], state: 'refunded', reference: 'r' };
    const headers = { 'idempotency-key': idempotencyKey };
    return expectBody(await channel(`orders/${id}/refunds`, { body, headers }), OrderReply);
  };

  const toldOf = (id: string): Told[] => told.filter(({ notice }) => notice.orderId === id);
  const rowOf = (id: string) =>
    server.db.selectFrom('order_notices').selectAll().where('order_id', '=', id).executeTakeFirst();
  const untilAnswered = (id: string, version: number) =>
    vi.waitFor(async () => expect((await rowOf(id))?.told).toBe(version), { timeout: 50_000 });
  const bringForward = (id: string) =>
    server.db
      .updateTable('order_notices')
      .set({ next_at: '2000-01-01T00:00:00.000Z' })
      .where('order_id', '=', id)
      .execute();

  test('a channel is told that the goods stand ready, are kept longer, and went', async () => {
    const { id, number, expiresAt, lines } = await placed();
    expect(await rowOf(id)).toBeUndefined();
    const till = await enrolTill(server, 'ONE');
    const at = new Date().toISOString();
    const ofOrder = { orderId: id, currency: 'KZT' } as const;
    const lineIds = lines.map((line) => line.id);
    const longer = new Date(Date.parse(expiresAt) + 86_400_000).toISOString();
    const facts: readonly OperationContent[] = [
      { type: 'pickup.prepared', payload: { ...ofOrder, shelf: 'A1', lineIds } },
      { type: 'pickup.extended', payload: { ...ofOrder, expiresAt: longer } },
    ];
    for (const [index, content] of facts.entries()) {
      const written = await till.write(content, at);
      expect(await till.push([written])).toMatchObject({ status: 200 });
      await untilAnswered(id, index + 1);
    }
    expect(toldOf(id)).toMatchObject([
      {
        isSigned: true,
        id: `${id}.1`,
        notice: { number, storeId: 'ONE', pickupState: 'prepared', readyAt: at, expiresAt },
      },
      { id: `${id}.2`, notice: { pickupState: 'prepared', expiresAt: longer, refundsDue: [] } },
    ]);
  });

  test('R16 a channel is told at once, signed, and again when nothing is due any more', async () => {
    const order = await canceled();
    await untilAnswered(order.id, 1);
    expect(toldOf(order.id)).toMatchObject([
      {
        isSigned: true,
        id: `${order.id}.1`,
        notice: {
          number: order.number,
          refundsDue: [{ refundId: `${order.id}-owed0`, amount: 9_000 }],
        },
      },
    ]);
    const given = await giveBack(order, 'given');
    expect(given).toMatchObject({ paymentState: 'refunded', refundsDue: [] });
    expect(await giveBack({ ...given, refundsDue: order.refundsDue }, 'given')).toEqual(given);
    await untilAnswered(order.id, 2);
    expect(toldOf(order.id).at(-1)?.notice.refundsDue).toEqual([]);
  });

  test('R16 one that fails is told again, later each time, until it answers', async () => {
    behave = (_, reply) => {
      reply.writeHead(500).end();
    };
    const order = await canceled();
    const waits: number[] = [];
    for (const attempts of [1, 2, 3]) {
      await vi.waitFor(
        async () =>
          expect(await rowOf(order.id)).toMatchObject({ attempts, held_until: null, told: 0 }),
        { timeout: 50_000 },
      );
      const row = await rowOf(order.id);
      waits.push(Date.parse(row?.next_at ?? '') - Date.now());
      if (attempts === 3) behave = answering;
      await bringForward(order.id);
    }
    await untilAnswered(order.id, 1);
    expect(toldOf(order.id)).toHaveLength(4);
    expect(waits[1]).toBeGreaterThan(waits[0] ?? 0);
    expect(waits[2]).toBeGreaterThan(waits[1] ?? 0);
  });

  test('R16 one that hangs is given up and told again, and never told twice at once', async () => {
    let open = 0;
    let most = 0;
    behave = (_, reply) => {
      open += 1;
      most = Math.max(most, open);
      reply.on('close', () => {
        open -= 1;
      });
    };
    const order = await canceled();
    const terms = {
      demo: false,
      now: () => new Date().toISOString(),
      patience: 300,
      signal: new AbortController().signal,
    };
    await vi.waitFor(() => expect(toldOf(order.id).length).toBeGreaterThan(0), { timeout: 50_000 });
    await bringForward(order.id);
    // Another server process looks while this one waits for the answer.
    expect(
      await Promise.all([tellChannels(server.db, terms), tellChannels(server.db, terms)]),
    ).toEqual([0, 0]);
    expect(most).toBe(1);
    // This one dies: what it held comes free by itself.
    const later = () => new Date(Date.now() + 61_000).toISOString();
    expect(await tellChannels(server.db, { ...terms, now: later })).toBe(1);
    expect(await rowOf(order.id)).toMatchObject({ told: 0, held_until: null, attempts: 2 });
    behave = answering;
    await bringForward(order.id);
    await untilAnswered(order.id, 1);
  });

  test('R16 a channel that answers twice gives back once, and one without a callback asks', async () => {
    const order = await canceled();
    const both = await Promise.all([giveBack(order, 'once'), giveBack(order, 'again')]);
    expect(both.map(({ paymentState }) => paymentState)).toEqual(['refunded', 'refunded']);
    const { body } = await server.db
      .selectFrom('documents')
      .select('body')
      .where('collection', '=', 'orders')
      .where('id', '=', order.id)
      .executeTakeFirstOrThrow();
    const { refunds } = JSON.parse(body) as { refunds: unknown[] };
    expect(refunds).toHaveLength(1);
    const silent = createClient(server.url, bearer(await newChannel(null)));
    const asking = await canceled(silent);
    expect(asking.refundsDue).toEqual([{ refundId: `${asking.id}-owed0`, amount: 9_000 }]);
    await untilAnswered((await canceled()).id, 1);
    expect(await rowOf(asking.id)).toMatchObject({ told: 0, attempts: 0 });
  });
});
