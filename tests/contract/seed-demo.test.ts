import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { addUser } from '#server/auth/dashboard-users.ts';
import { enrolByCode, enrolFreeTill, issueEnrolmentCode } from '#server/auth/enrolment.ts';
import { tillByToken } from '#server/auth/tills.ts';
import { retireDemo } from '#server/cli/demo/retire-demo.ts';
import { seedDemo } from '#server/cli/demo/seed-demo.ts';
import { staffOf } from '#server/projections/references.ts';
import { DEMO_STORES } from '#server/cli/demo/demo-stores.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { paymentStateOf } from '#shared/domain/order/balance.ts';
import { type OpenServer, serverKinds } from './open-server.ts';

describe.each(serverKinds)('the demo on $name', ({ open }) => {
  let server: OpenServer;

  beforeAll(async () => {
    server = await open({ demo: true });
    await seedDemo(server);
  }, 120_000);
  afterAll(() => server.close());

  /** Rows of every table by its name. */
  const counts = async (): Promise<Record<string, number>> => {
    const names = [
      'documents',
      'changes',
      'operations',
      'movements',
      'sale_lines',
      'money',
    ] as const;
    const found = names.map(async (name) => {
      const { rows } = await sql<{ count: number }>`
        select count(*)::int4 as count from ${sql.table(name)}`.execute(server.db);
      return [name, rows[0]?.count ?? 0] as const;
    });
    return Object.fromEntries(await Promise.all(found));
  };

  const documentsOf = async <Document>(collection: string): Promise<Document[]> => {
    const { rows } = await sql<{ body: string }>`
      select body from documents where collection = ${collection}`.execute(server.db);
    return rows.map(({ body }) => JSON.parse(body) as Document);
  };

  test('is there once: a second start adds nothing', async () => {
    const before = await counts();
    expect(await seedDemo(server)).toBe(false);
    expect(await counts()).toEqual(before);
  });

  test('went through the journals whole, and contradicts nothing', async () => {
    const { rows } = await sql<{ status: string }>`
      select distinct status from operations`.execute(server.db);
    expect(rows).toEqual([{ status: 'applied' }]);
    expect(await documentsOf('exceptions')).toEqual([]);
  });

  test('has online orders in every state in every store, of every channel', async () => {
    const orders = await documentsOf<Order>('orders');
    const online = orders.filter(({ pickup }) => pickup !== null);
    const now = new Date().toISOString();
    for (const { storeId } of DEMO_STORES) {
      const here = online.filter((order) => order.storeId === storeId);
      const states = new Set(here.map(({ pickup }) => pickup?.state));
      expect(states).toEqual(new Set(['reserved', 'prepared', 'completed', 'canceled']));
      const waiting = here.filter(({ pickup }) => pickup?.state === 'prepared');
      expect(waiting.some(({ pickup }) => pickup !== null && pickup.expiresAt < now)).toBe(true);
      expect(new Set(waiting.map(paymentStateOf))).toEqual(new Set(['paid', 'unpaid']));
    }
    const channels = new Set(orders.map(({ channel }) => channel));
    expect([...channels].toSorted()).toEqual(
      ['app', 'marketplace', 'phone', 'social', 'store', 'web'].toSorted(),
    );
  });

  test('T5 leaves tills for browsers, the first of them ALM1-01', async () => {
    const { rows } = await sql<{ id: string }>`
      select id from tills
      where not exists (select from till_keys where till_id = tills.id)
      order by id`.execute(server.db);
    expect(rows.map(({ id }) => id)).toEqual(['ALM1-01', 'ALM1-03', 'ALM2-02', 'AST1-02']);
  });

  test('outlives no server that is none: its tills, codes and staff are refused, what a real chain adds is not', async () => {
    const { db, ingest } = server;
    const now = ingest.now();
    const till = await enrolFreeTill(db, 'ALM1-03', 'a public key', now);
    const code = await issueEnrolmentCode(db, 'ALM1', null, now);
    expect(await staffOf(db)).not.toEqual([]);
    expect(await retireDemo(server)).toBe(true);
    expect(await tillByToken(db, till?.token ?? '')).toMatchObject({ revoked: true });
    expect(
      await enrolByCode(db, { code: code?.code ?? '', publicKey: 'another key' }, now),
    ).toBeNull();
    expect(await staffOf(db)).toEqual([]);
    const { changes } = await ingest.store.pull('references:ALM1', 0, 1000);
    expect(changes).toContain('{"id":"staff:dinara","document":null}');

    const person = { email: 'owner@chain.example', name: 'Owner', password: 'a long password' };
    await addUser(db, { ...person, role: 'head_office', storeIds: null, demo: false });
    const real = await enrolFreeTill(db, 'ALM2-02', 'a real key', now);
    expect(await retireDemo(server)).toBe(false);
    expect(await tillByToken(db, real?.token ?? '')).toMatchObject({ revoked: false });
  });
});
