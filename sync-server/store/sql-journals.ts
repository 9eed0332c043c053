import { type RawBuilder, sql } from 'kysely';
import { blanked, orderMark, RETURN_MARKS } from '#shared/operations/blanked.ts';
import { column, inserted, type Run } from './sql-run.ts';
import { fromStoredText, toStoredText } from './stored-text.ts';
import type { JournalRow, OperationRow, StoreTransaction } from './store.ts';

type Journals = Pick<
  StoreTransaction,
  'journal' | 'putJournal' | 'operations' | 'putOperations' | 'insertForks' | 'blankCustomer'
>;

const texts = (rows: readonly Pick<OperationRow, 'text'>[]) =>
  sql.val(rows.map(({ text }) => toStoredText(text)));

type Written = Pick<OperationRow, 'journalId' | 'seq' | 'hash' | 'text'>;

/** What a text of canonical JSON has of a customer: inside a string the quotes would be escaped. */
const wroteDown = (customerId: string) => sql`
  text like '%"type":"customer.saved"%'
    and strpos(text, ${`"customerId":${JSON.stringify(customerId)}`}) > 0`;

/** Of goods of these orders that came back. */
const cameBack = (orderIds: readonly string[]) => sql`
  (strpos(text, ${RETURN_MARKS[0]}) > 0 or strpos(text, ${RETURN_MARKS[1]}) > 0)
    and exists (
      select from unnest(${sql.val(orderIds.map(orderMark))}::text[]) as said (mark)
      where strpos(text, said.mark) > 0
    )`;

const blankIn = async (run: Run, table: 'operations' | 'forks', where: RawBuilder<unknown>) => {
  const { rows } = await run(sql<Written>`
    select journal_id as "journalId", seq, hash, text from ${sql.table(table)}
    where ${where}`);
  const blank = rows.map((row) => ({ ...row, text: blanked(fromStoredText(row.text)) }));
  await run(sql`
    update ${sql.table(table)} as written set text = row.text
    from unnest(
      ${column(blank, 'journalId')}::text[], ${column(blank, 'seq')}::int8[],
      ${column(blank, 'hash')}::text[], ${texts(blank)}::text[]
    ) as row (journal_id, seq, hash, text)
    where written.journal_id = row.journal_id and written.seq = row.seq and written.hash = row.hash`);
};

/** Journals and what they hold, one statement for any number of operations. */
export const createSqlJournals = (run: Run): Journals => ({
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
  blankCustomer: async (customerId, orderIds) => {
    for (const table of ['operations', 'forks'] as const) {
      await blankIn(run, table, wroteDown(customerId));
      if (orderIds.length > 0) await blankIn(run, table, cameBack(orderIds));
    }
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
});
