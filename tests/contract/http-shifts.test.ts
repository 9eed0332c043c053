import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noticeUnexplained } from '#server/ingest/notice-unexplained.ts';
import { applyToOrder } from '#shared/operations/effects.ts';
import type { Operation, OperationContent } from '#shared/operations/operation.ts';
import { DEFAULT_POLICY } from '#shared/domain/settings/default-policy.ts';
import { ExceptionsReply } from '#shared/protocol/exceptions.ts';
import { shiftEntryOf } from '#shared/operations/shift-entry.ts';
import { reportOf } from '#shared/domain/shift/report.ts';
import type { ShiftClosing } from '#shared/domain/shift/schema.ts';
import { minor, subtract } from '#shared/kernel/money.ts';
import { ShiftDetail, ShiftsReply } from '#shared/protocol/shifts.ts';
import { furnish, HEAD_OFFICE, MANAGER, signIn } from './chain.ts';
import { type Client, expectBody } from './http-client.ts';
import { enrolTill, type HttpTill } from './http-till.ts';
import { OPENING, type OpenServer, serverKinds } from './open-server.ts';
import { line, returned, sale } from './shop.ts';

const FLOAT = minor(500_000);

describe.each(serverKinds)('shifts on $name', ({ open }) => {
  let server: OpenServer;
  let office: Client;
  let till: HttpTill;
  let number = 0;
  let shiftId: string;
  let own: Operation[];

  beforeAll(async () => {
    server = await open();
    await furnish(server);
    office = await signIn(server, HEAD_OFFICE);
    till = await enrolTill(server, 'ONE');
  }, OPENING);
  afterAll(() => server.close());

  const soon = (minutes: number): string =>
    new Date(Date.parse(server.ingest.now()) + minutes * 60_000).toISOString();

  const write = async (content: OperationContent, at = soon(-1)): Promise<Operation> => {
    const operation = await till.write(content, at, shiftId);
    own.push(operation);
    return operation;
  };

  const openAt = (at: string) => {
    number += 1;
    shiftId = randomUUID();
    own = [];
    const payload = { shiftId, number, currency: 'KZT' as const, float: FLOAT };
    return write({ type: 'shift.opened', payload }, at);
  };

  beforeEach(async () => {
    await openAt(soon(-60));
  });

  /** The Z report of what was written so far. */
  const closing = (over = 0, more: Partial<ShiftClosing> = {}): OperationContent => {
    const report = reportOf(FLOAT, own.map(shiftEntryOf), () => null);
    const { expected } = report.drawer;
    const counted = minor(expected + over);
    return {
      type: 'shift.closed',
      payload: {
        shiftId,
        number,
        currency: 'KZT',
        openedAt: own[0]?.at ?? '',
        openedBy: 'aigerim',
        counts: [{ at: soon(0), staffId: 'aigerim', isBlind: true, pieces: [], counted, expected }],
        counted,
        expected,
        difference: subtract(counted, expected),
        note: over === 0 ? '' : 'why',
        report,
        operations: [{ journalId: till.journalId, count: own.length }],
        ...more,
      },
    };
  };

  const detail = async (id = shiftId): Promise<ShiftDetail> =>
    expectBody(await office(`dashboard/shifts/${id}`), ShiftDetail);

  const list = async (query = ''): Promise<ShiftsReply> =>
    expectBody(await office(`dashboard/shifts?${query}`), ShiftsReply);

  test('R3 a shift is open until its Z report arrives, and then complete', async () => {
    await write(sale([line('TEA', 2)]));
    await till.push();
    expect((await list()).shifts[0]).toMatchObject({
      shiftId,
      tillId: till.tillId,
      state: 'open',
      closed: null,
    });
    await write(closing());
    await till.push();
    expect(await detail()).toMatchObject({
      shift: {
        state: 'complete',
        missing: 0,
        closed: { netSales: 20_000, expected: 520_000, difference: 0 },
      },
      unexplained: 0,
      adjustments: [],
    });
  });

  test('R3 a shift that is open for over 24 hours is flagged', async () => {
    await openAt(soon(-25 * 60));
    await till.push();
    expect((await detail()).shift.state).toBe('overdue');
  });

  test('R3 what was not taken in makes the Z report incomplete, by its number; the report stays as it is', async () => {
    await write(sale([line('TEA', 1)]));
    const foreign = sale([line('TEA', 1)]);
    await write({ ...foreign, payload: { ...foreign.payload, currency: 'EUR' } });
    await write(closing());
    await till.push();
    const { shift, closing: kept, unexplained } = await detail();
    expect(shift).toMatchObject({ state: 'incomplete', missing: 1, unprocessed: 1 });
    expect(kept?.report.sales.count).toBe(2);
    expect(unexplained).toBeNull();
  });

  test('R3 operations of another journal of the till are missing until they arrive', async () => {
    const operations = [
      { journalId: `${till.tillId}_99`, count: 3 },
      { journalId: till.journalId, count: 1 },
    ];
    await write(closing(0, { operations }));
    await till.push();
    expect((await detail()).shift).toMatchObject({ state: 'incomplete', missing: 3 });
  });

  test('P4 a journal that is pushed again counts nothing twice', async () => {
    await write(sale([line('TEA', 1)]));
    await write(closing(-100));
    await till.push();
    await till.push();
    expect((await detail()).shift).toMatchObject({ state: 'complete', missing: 0 });
    const different = await list('only=different');
    expect(different.shifts.map((shift) => shift.shiftId)).toContain(shiftId);
    expect(different.shifts.every(({ closed }) => closed?.difference !== 0)).toBe(true);
  });

  test('R3 a drawer that differs by more than the policy lets pass is its manager’s to look into', async () => {
    const { cashDifferenceLimit } = DEFAULT_POLICY;
    const exceptions = async () =>
      expectBody(
        await office('dashboard/exceptions?storeId=ONE&state=open'),
        ExceptionsReply,
      ).exceptions.filter(({ kind }) => kind === 'cash_difference');
    const before = (await exceptions()).length;
    await write(closing(0 - cashDifferenceLimit));
    await till.push();
    expect(await exceptions()).toHaveLength(before);
    await openAt(soon(-30));
    const closed = await write(closing(0 - cashDifferenceLimit - 1));
    await till.push();
    await till.push();
    const [found] = await exceptions();
    expect(await exceptions()).toHaveLength(before + 1);
    expect(found).toMatchObject({
      id: `cash_difference:${closed.id}`,
      owner: 'store_manager',
      task: 'look_into',
      evidence: [closed.id],
      amount: 0 - cashDifferenceLimit - 1,
    });
    expect((await detail()).closing?.difference).toBe(0 - cashDifferenceLimit - 1);
  });

  const exceptionsOf = async (...operations: readonly Operation[]) => {
    const { exceptions } = expectBody(
      await office('dashboard/exceptions?storeId=ONE&state=open'),
      ExceptionsReply,
    );
    return exceptions.filter(({ subject }) => operations.some(({ id }) => id === subject.id));
  };

  test('R2 a Z report that hides its difference is found out by its own sums', async () => {
    const closed = await write(closing(-400_000, { difference: minor(0), note: '' }));
    await till.push();
    expect(await exceptionsOf(closed)).toMatchObject([
      { kind: 'cash_difference', amount: -400_000, evidence: [closed.id] },
    ]);
  });

  test('R3 a number that a till gives twice, and one that it leaves out, is looked into', async () => {
    const right = own[0];
    if (!right) throw new Error('an opening was expected');
    number -= 1;
    const twice = await openAt(soon(-40));
    number += 1;
    const leaving = await openAt(soon(-30));
    await till.push();
    await till.push();
    expect(await exceptionsOf(right, twice, leaving)).toMatchObject(
      [leaving, twice].map(({ id }) => ({
        kind: 'shift_number_broken',
        owner: 'store_manager',
        evidence: [`${id}/number`],
      })),
    );
    await openAt(soon(-20));
    await till.push();
    expect(await exceptionsOf(...own)).toEqual([]);
  });

  test('R3 a second closing rewrites nothing', async () => {
    await write(closing(-100));
    await write(closing(-900));
    await till.push();
    expect((await detail()).shift.closed?.difference).toBe(-100);
  });

  test('R3 what settles after closing is an adjustment, dated when it happened', async () => {
    const sold = await write(sale([line('TEA', 1)]));
    await write(closing());
    const order = applyToOrder(null, sold);
    if (!order) throw new Error('an order was expected');
    const at = soon(5);
    await write(returned(order), at);
    await till.push();
    expect(await detail()).toMatchObject({
      shift: { state: 'complete', missing: 0 },
      closing: { report: { returns: { count: 0 } } },
      adjustments: [{ type: 'operation', operationType: 'return.completed', amount: -10_000, at }],
    });
  });

  test('R2 a Z report whose cash does not follow from its operations says by how much, and is looked into until it does', async () => {
    await write(sale([line('TEA', 1)]));
    const content = closing();
    if (content.type !== 'shift.closed') throw new Error('a closing was expected');
    const { payload } = content;
    const expected = minor(payload.expected + 700);
    const closed = await write({ ...content, payload: { ...payload, expected } });
    await till.push();
    expect((await detail()).unexplained).toBe(700);
    // The server stood still for two days after it came.
    const at = soon(2 * 24 * 60);
    const look = (): Promise<void> =>
      noticeUnexplained({ db: server.db, store: server.ingest.store }, at);
    await look();
    await look();
    expect(await exceptionsOf(closed)).toMatchObject([
      {
        id: `shift_sums_differ:${shiftId}`,
        owner: 'store_manager',
        task: 'look_into',
        evidence: [closed.id],
        amount: 700,
      },
    ]);
    const move = (amount: number) =>
      sql`update shift_money set drawer = drawer + ${amount} where shift_id = ${shiftId}`.execute(
        server.db,
      );
    await move(700);
    await look();
    expect(await exceptionsOf(closed)).toEqual([]);
    await move(-700);
    await look();
    expect(await exceptionsOf(closed)).toMatchObject([{ amount: 700, state: 'open' }]);
  });

  test('R3 a Z report that agrees, or that something is missing of, is nobody’s to look into', async () => {
    const agreeing = await write(closing());
    await openAt(soon(-30));
    const content = closing(0, {
      operations: [
        { journalId: `${till.tillId}_99`, count: 3 },
        { journalId: till.journalId, count: 1 },
      ],
    });
    if (content.type !== 'shift.closed') throw new Error('a closing was expected');
    const expected = minor(content.payload.expected + 700);
    const missing = await write({ ...content, payload: { ...content.payload, expected } });
    await till.push();
    await noticeUnexplained({ db: server.db, store: server.ingest.store }, server.ingest.now());
    expect(await exceptionsOf(agreeing, missing)).toEqual([]);
  });

  test('a till hears how far its shifts are counted', async () => {
    await till.push();
    const page = await till.pullStream('references:ONE');
    expect(page?.changes.find(({ id }) => id === `lastShift:${till.tillId}`)?.document).toEqual({
      type: 'lastShift',
      value: { tillId: till.tillId, number },
    });
  });

  test('people see the shifts of their own stores', async () => {
    const other = await enrolTill(server, 'TWO');
    const id = randomUUID();
    const payload = { shiftId: id, number: 1, currency: 'KZT' as const, float: FLOAT };
    await other.write({ type: 'shift.opened', payload }, soon(-1), id);
    await other.push();
    expect((await detail(id)).shift.storeId).toBe('TWO');
    const manager = await signIn(server, MANAGER);
    expect((await manager(`dashboard/shifts/${id}`)).status).toBe(404);
    const seen = expectBody(await manager('dashboard/shifts'), ShiftsReply);
    expect(new Set(seen.shifts.map(({ storeId }) => storeId))).toEqual(new Set(['ONE']));
  });
});
