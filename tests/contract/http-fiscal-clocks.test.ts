import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULT_FISCAL } from '#shared/domain/fiscal/schema.ts';
import type { StoreSettings } from '#shared/domain/settings/schema.ts';
import { minor } from '#shared/kernel/money.ts';
import type { Operation, OperationContent } from '#shared/operations/operation.ts';
import { SettingsReply } from '#shared/protocol/administration.ts';
import { type TillFiscal, TillsReply } from '#shared/protocol/dashboard.ts';
import { storeReferences } from '#server/chain/store-references.ts';
import { furnish, HEAD_OFFICE, MANAGER, signIn } from './chain.ts';
import { type Client, expectBody } from './http-client.ts';
import { enrolTill, type HttpTill } from './http-till.ts';
import { OPENING, type OpenServer, serverKinds } from './open-server.ts';
import { sale } from './shop.ts';

const HOUR = 3_600_000;

describe.each(serverKinds)('J8 fiscal clocks in head office on $name', ({ open }) => {
  let server: OpenServer;
  let office: Client;
  let till: HttpTill;
  const started = Date.now();
  const ago = (hours: number): string => new Date(started - hours * HOUR).toISOString();

  beforeAll(async () => {
    server = await open();
    await furnish(server);
    office = await signIn(server, HEAD_OFFICE);
    till = await enrolTill(server, 'ONE');
    const { stores } = expectBody(await office('dashboard/settings'), SettingsReply);
    const one = stores.find(({ storeId }) => storeId === 'ONE');
    if (!one) throw new Error('no store ONE');
    const fiscal = { ...DEFAULT_FISCAL, driver: 'simulated', offlineHours: 72 } as const;
    const value: StoreSettings = { ...one, fiscal };
    await server.ingest.store.transaction((tx) =>
      tx.putDocuments('references', storeReferences(value)),
    );
  }, OPENING);
  afterAll(() => server.close());

  const seen = async (client = office): Promise<readonly TillFiscal[]> =>
    expectBody(await client('dashboard/tills'), TillsReply).fiscal;

  const push = async (content: OperationContent, at: string): Promise<Operation> => {
    const operation = await till.write(content, at);
    await till.push([operation]);
    return operation;
  };

  const opening = (number: number, fiscal?: 'simulated'): OperationContent => ({
    type: 'shift.opened',
    payload: {
      shiftId: `shift-${number}`,
      number,
      currency: 'KZT',
      float: minor(0),
      ...(fiscal === undefined ? {} : { fiscal }),
    },
  });

  const subject = ({ id }: Operation, kind: 'sale' | 'shift_opened') => ({
    documentId: `${id}-${kind}`,
    operationId: id,
    kind,
    orderId: null,
    currency: 'KZT' as const,
    total: minor(10_000),
    driver: 'simulated' as const,
  });
  const registered = (
    of: Operation,
    kind: 'sale' | 'shift_opened',
    mode: 'online' | 'offline',
  ): OperationContent => ({
    type: 'fiscal.registered',
    payload: { ...subject(of, kind), number: `N-${of.seq}`, sign: '', code: null, mode },
  });

  test('show no till that nobody registers for', async () => {
    await push(opening(1), ago(60));
    await push(sale(), ago(59));
    expect(await seen()).toEqual([]);
  });

  let sold: Operation;

  test('say what waits, and run from the oldest document on that did not reach the authority', async () => {
    const opened = await push(opening(2, 'simulated'), ago(50));
    expect(await seen()).toMatchObject([
      { tillId: till.tillId, waiting: 1, unsent: 0, clock: null },
    ]);
    await push(registered(opened, 'shift_opened', 'online'), ago(50));
    sold = await push(sale(), ago(48));
    await push(registered(sold, 'sale', 'offline'), ago(48));
    await push(sale(), ago(1));
    const [state] = await seen();
    expect(state).toMatchObject({
      waiting: 1,
      unsent: 1,
      clock: { since: ago(48), until: ago(48 - 72), level: 'calm' },
    });
    expect(Math.abs((state?.clock?.left ?? 0) - 24 * HOUR)).toBeLessThan(HOUR / 2);
  });

  test('are the same when what was read before is gone, and to a store’s own manager', async () => {
    const before = (await seen()).map(({ clock, ...rest }) => ({ ...rest, until: clock?.until }));
    await sql`delete from fiscal_books`.execute(server.db);
    const after = async (client: Client) =>
      (await seen(client)).map(({ clock, ...rest }) => ({ ...rest, until: clock?.until }));
    expect(await after(office)).toEqual(before);
    expect(await after(await signIn(server, MANAGER))).toEqual(before);
  });

  test('stop when all was sent on', async () => {
    await push(
      { type: 'fiscal.sent', payload: { driver: 'simulated', documentIds: [`${sold.id}-sale`] } },
      ago(0.5),
    );
    expect(await seen()).toMatchObject([{ waiting: 1, unsent: 0, clock: null }]);
  });
});
