import { sql } from 'kysely';
import type { Reservation } from '#shared/domain/stock/reservations.ts';
import { column, inserted, type Run } from './sql-run.ts';
import { insertShiftMoney } from './sql-shift-money.ts';
import type {
  MovementRow,
  PointsRow,
  ShiftRow,
  StoredValueRow,
  StoreTransaction,
} from './store.ts';

type Ledgers = Pick<
  StoreTransaction,
  | 'movementsSince'
  | 'insertMovements'
  | 'putReservations'
  | 'insertSaleLines'
  | 'insertMoney'
  | 'insertStoredValue'
  | 'insertPoints'
  | 'insertShiftMoney'
  | 'storedValue'
  | 'points'
  | 'putShift'
  | 'noteForChannel'
>;

/** Class of advisory locks beside those of `sql-transaction.ts`. */
const STORED_VALUES = 5;
const POINTS = 6;

const putReservations = async (
  run: Run,
  rowsByOrder: ReadonlyMap<string, readonly Reservation[]>,
): Promise<void> => {
  const rows = [...rowsByOrder.values()].flat();
  await run(sql`delete from reservations where order_id = any(${[...rowsByOrder.keys()]}::text[])`);
  await run(sql`
    insert into reservations (order_id, line_id, store_id, sku, quantity)
    select * from unnest(
      ${column(rows, 'orderId')}::text[], ${column(rows, 'lineId')}::text[],
      ${column(rows, 'storeId')}::text[], ${column(rows, 'sku')}::text[],
      ${column(rows, 'quantity')}::int8[]
    )`);
};

const putShift = async (run: Run, row: ShiftRow): Promise<void> => {
  const { shiftId, tillId, storeId, number, currency, openedAt, openedBy, closing } = row;
  await run(sql`
    insert into shifts (
      id, till_id, store_id, number, currency, opened_at, opened_by,
      closing_journal_id, closing_seq, closed_at, difference
    )
    values (
      ${shiftId}, ${tillId}, ${storeId}, ${number}, ${currency}, ${openedAt}, ${openedBy},
      ${closing?.journalId ?? null}, ${closing?.seq ?? null}, ${closing?.at ?? null},
      ${closing?.difference ?? null}
    )
    on conflict (id) do update
      set closing_journal_id = excluded.closing_journal_id, closing_seq = excluded.closing_seq,
        closed_at = excluded.closed_at, difference = excluded.difference
      where shifts.till_id = excluded.till_id and shifts.closing_seq is null`);
};

/** The ledgers of stock, sales and money, one statement for any number of rows. */
export const createSqlLedgers = (run: Run): Ledgers => ({
  movementsSince: async (storeId, skus, { at, operationId }) => {
    const journal = operationId.slice(0, operationId.lastIndexOf('.') + 1);
    const { rows } = await run(sql<MovementRow>`
      select operation_id as "operationId", line_id as "lineId", store_id as "storeId", sku, kind,
        quantity, at
      from movements
      where store_id = ${storeId} and sku = any(${skus}::text[]) and kind <> 'stocktake'
        and (
          at collate "C" >= ${at}
          or (operation_id > ${operationId} and starts_with(operation_id, ${journal}))
        )`);
    return rows;
  },
  insertMovements: async (rows) =>
    inserted(
      await run(sql`
        insert into movements (operation_id, line_id, store_id, sku, kind, quantity, at)
        select * from unnest(
          ${column(rows, 'operationId')}::text[], ${column(rows, 'lineId')}::text[],
          ${column(rows, 'storeId')}::text[], ${column(rows, 'sku')}::text[],
          ${column(rows, 'kind')}::text[], ${column(rows, 'quantity')}::int8[],
          ${column(rows, 'at')}::text[]
        )
        on conflict do nothing`),
    ),
  putReservations: (rowsByOrder) => putReservations(run, rowsByOrder),
  insertSaleLines: async (rows) =>
    inserted(
      await run(sql`
        insert into sale_lines (
          operation_id, line_id, order_id, store_id, till_id, channel, at, sku, quantity, total, tax
        )
        select * from unnest(
          ${column(rows, 'operationId')}::text[], ${column(rows, 'lineId')}::text[],
          ${column(rows, 'orderId')}::text[], ${column(rows, 'storeId')}::text[],
          ${column(rows, 'tillId')}::text[], ${column(rows, 'channel')}::text[],
          ${column(rows, 'at')}::text[], ${column(rows, 'sku')}::text[],
          ${column(rows, 'quantity')}::int8[], ${column(rows, 'total')}::int8[],
          ${column(rows, 'tax')}::int8[]
        )
        on conflict do nothing`),
    ),
  insertMoney: async (rows) =>
    inserted(
      await run(sql`
        insert into money (operation_id, line_id, order_id, store_id, at, tender, amount)
        select * from unnest(
          ${column(rows, 'operationId')}::text[], ${column(rows, 'lineId')}::text[],
          ${column(rows, 'orderId')}::text[], ${column(rows, 'storeId')}::text[],
          ${column(rows, 'at')}::text[], ${column(rows, 'tender')}::text[],
          ${column(rows, 'amount')}::int8[]
        )
        on conflict do nothing`),
    ),
  insertStoredValue: async (rows) =>
    inserted(
      await run(sql`
        insert into stored_value (
          operation_id, line_id, code, order_id, store_id, at, currency, amount
        )
        select * from unnest(
          ${column(rows, 'operationId')}::text[], ${column(rows, 'lineId')}::text[],
          ${column(rows, 'code')}::text[], ${column(rows, 'orderId')}::text[],
          ${column(rows, 'storeId')}::text[], ${column(rows, 'at')}::text[],
          ${column(rows, 'currency')}::text[], ${column(rows, 'amount')}::int8[]
        )
        on conflict do nothing`),
    ),
  insertPoints: async (rows) =>
    inserted(
      await run(sql`
        insert into points (
          operation_id, order_id, customer_id, store_id, at, earned, taken_back, spent, restored,
          value
        )
        select * from unnest(
          ${column(rows, 'operationId')}::text[], ${column(rows, 'orderId')}::text[],
          ${column(rows, 'customerId')}::text[], ${column(rows, 'storeId')}::text[],
          ${column(rows, 'at')}::text[], ${column(rows, 'earned')}::int8[],
          ${column(rows, 'takenBack')}::int8[], ${column(rows, 'spent')}::int8[],
          ${column(rows, 'restored')}::int8[], ${column(rows, 'value')}::int8[]
        )
        on conflict do nothing`),
    ),
  insertShiftMoney: (rows) => insertShiftMoney(run, rows),
  storedValue: async (codes) => {
    // Two tills of two stores may spend one code at once, and neither would see what the other spends.
    await run(sql`
      select pg_advisory_xact_lock(${STORED_VALUES}::int4, key) from (
        select distinct hashtext(code) as key from unnest(${codes}::text[]) as code order by key
      ) as locks`);
    const { rows } = await run(sql<StoredValueRow>`
      select operation_id as "operationId", line_id as "lineId", code, order_id as "orderId",
        store_id as "storeId", at, currency, amount
      from stored_value
      where code = any(${codes}::text[])`);
    return rows;
  },
  points: async (customerId) => {
    // Two stores may serve one customer at once, and neither would see what the other earns and spends.
    await run(sql`select pg_advisory_xact_lock(${POINTS}::int4, hashtext(${customerId}))`);
    const { rows } = await run(sql<PointsRow>`
      select operation_id as "operationId", order_id as "orderId", customer_id as "customerId",
        store_id as "storeId", at, earned, taken_back as "takenBack", spent, restored, value
      from points
      where customer_id = ${customerId}`);
    return rows;
  },
  putShift: (row) => putShift(run, row),
  noteForChannel: async (orderId, at) => {
    await run(sql`
      insert into order_notices (order_id, version, told, attempts, next_at)
      values (${orderId}, 1, 0, 0, ${at})
      on conflict (order_id) do update
        set version = order_notices.version + 1, attempts = 0, next_at = excluded.next_at`);
  },
});
