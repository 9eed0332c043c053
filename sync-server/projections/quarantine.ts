import { sql } from 'kysely';
import type { QuarantinedOperation, QuarantineReply } from '#shared/protocol/dashboard.ts';
import type { OperationRow } from '../store/store.ts';
import type { Tables } from '../tables.ts';

/** Characters of a text that a list shows; it may have millions. */
const EXCERPT = 4_000;

const SEPARATOR = ' ';

/** What was kept whole instead of applied: quarantined operations, and forks (rules P2, P4). */
const kept = (storeIds: readonly string[]) => sql`
  (
    select journal_id, seq, hash, text, received_at, reason from operations
    where status = 'quarantined'
    union all
    select journal_id, seq, hash, text, received_at, null from forks
  ) as kept
  join journals on journals.id = kept.journal_id
    and journals.store_id = any(${[...storeIds]}::text[])`;

export const countQuarantined = async (
  db: Tables,
  storeIds: readonly string[],
): Promise<number> => {
  const { rows } = await sql<{ kept: number }>`
    select count(*) as kept from ${kept(storeIds)}`.execute(db);
  return rows[0]?.kept ?? 0;
};

/** The latest received first. */
export const listQuarantine = async (
  db: Tables,
  storeIds: readonly string[],
  cursor: string | null,
  limit: number,
): Promise<QuarantineReply> => {
  const { rows } = await sql<QuarantinedOperation>`
    select
      kept.journal_id as "journalId",
      kept.seq,
      journals.till_id as "tillId",
      journals.store_id as "storeId",
      kept.received_at as "receivedAt",
      kept.reason,
      kept.hash,
      left(kept.text, ${EXCERPT}) as text,
      char_length(kept.text) as characters
    from ${kept(storeIds)}
    where ${cursor}::text is null
      or concat_ws(${SEPARATOR}, kept.received_at, kept.journal_id, kept.seq, kept.hash)
        collate "C" < ${cursor}
    order by concat_ws(${SEPARATOR}, kept.received_at, kept.journal_id, kept.seq, kept.hash)
      collate "C" desc
    limit ${limit + 1}`.execute(db);
  const operations = rows.slice(0, limit);
  const last = rows.length > limit ? operations.at(-1) : undefined;
  const next = last && [last.receivedAt, last.journalId, last.seq, last.hash].join(SEPARATOR);
  return { operations, next: next ?? null };
};

/** The whole text of one of them, or null. */
export const readQuarantined = async (
  db: Tables,
  storeIds: readonly string[],
  { journalId, seq, hash }: Pick<OperationRow, 'journalId' | 'seq' | 'hash'>,
): Promise<string | null> => {
  const { rows } = await sql<{ text: string }>`
    select kept.text from ${kept(storeIds)}
    where kept.journal_id = ${journalId} and kept.seq = ${seq} and kept.hash = ${hash}`.execute(db);
  return rows[0]?.text ?? null;
};

/** Operations the server holds, by status. */
export const countOperations = async (
  db: Tables,
): Promise<Record<OperationRow['status'], number>> => {
  const { rows } = await sql<{ quarantined: number; all: number }>`
    select
      (select count(*) from operations where status = 'quarantined') as quarantined,
      (select coalesce(sum(head_seq), 0)::int8 from journals) as all`.execute(db);
  const [{ quarantined, all } = { quarantined: 0, all: 0 }] = rows;
  return { applied: all - quarantined, quarantined };
};
