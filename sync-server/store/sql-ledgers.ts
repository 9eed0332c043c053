import { type QueryResult, sql } from 'kysely';
import type { Reservation } from '#shared/domain/stock/reservations.ts';
import { column, type Run } from './sql-run.ts';
import { fromStoredText, toStoredText } from './stored-text.ts';
import type { JournalRow, OperationRow, StoreTransaction } from './store.ts';

type Ledgers = Pick<
  StoreTransaction,
  | 'journal'
  | 'putJournal'
  | 'operations'
  | 'putOperations'
  | 'insertForks'
  | 'insertMovements'
  | 'putReservations'
  | 'insertSaleLines'
  | 'insertMoney'
>;

const inserted = ({ numAffectedRows }: QueryResult<unknown>): number =>
  Number(numAffectedRows ?? 0);

const texts = (rows: readonly Pick<OperationRow, 'text'>[]) =>
  sql.val(rows.map(({ text }) => toStoredText(text)));

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

/** Journals, operations and the ledgers, one statement for any number of rows. */
export const createSqlLedgers = (run: Run): Ledgers => ({
  journal: async (journalId) => {
    const { rows } = await run(sql<JournalRow>`
      select id as "journalId", till_id as "tillId", store_id as "storeId",
        link_hash as "linkHash", head_seq as "headSeq", head_hash as "headHash"
      from journals where id = ${journalId}`);
    return rows[0] ?? null;
  },
  putJournal: async ({ journalId, tillId, storeId, linkHash, headSeq, headHash }) => {
    await run(sql`
      insert into journals (id, till_id, store_id, link_hash, head_seq, head_hash)
      values (${journalId}, ${tillId}, ${storeId}, ${linkHash}, ${headSeq}, ${headHash})
      on conflict (id) do update
        set head_seq = excluded.head_seq, head_hash = excluded.head_hash`);
  },
  operations: async (journalId, firstSeq, lastSeq) => {
    const { rows } = await run(sql<OperationRow>`
      select journal_id as "journalId", seq, hash, text, received_at as "receivedAt", status, reason
      from operations where journal_id = ${journalId} and seq between ${firstSeq} and ${lastSeq}
      order by seq`);
    return rows.map((row) => ({ ...row, text: fromStoredText(row.text) }));
  },
  putOperations: async (rows) => {
    await run(sql`
      insert into operations (journal_id, seq, hash, text, received_at, status, reason)
      select * from unnest(
        ${column(rows, 'journalId')}::text[], ${column(rows, 'seq')}::int8[],
        ${column(rows, 'hash')}::text[], ${texts(rows)}::text[],
        ${column(rows, 'receivedAt')}::text[], ${column(rows, 'status')}::text[],
        ${column(rows, 'reason')}::text[]
      )
      on conflict (journal_id, seq) do update
        set status = excluded.status, reason = excluded.reason`);
  },
  insertForks: async (rows) =>
    inserted(
      await run(sql`
        insert into forks (journal_id, seq, hash, text, received_at)
        select * from unnest(
          ${column(rows, 'journalId')}::text[], ${column(rows, 'seq')}::int8[],
          ${column(rows, 'hash')}::text[], ${texts(rows)}::text[],
          ${column(rows, 'receivedAt')}::text[]
        )
        on conflict do nothing`),
    ),
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
});
