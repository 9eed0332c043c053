import { sql } from 'kysely';
import type { Tables } from '../tables.ts';

type Held = { readonly held: number; readonly unprocessed: number };

/** By journal, how many operations of a shift are in effect here, and how many wait for a person. */
export type Holdings = ReadonlyMap<string, Held>;

type Row = {
  readonly shiftId: string;
  readonly journalId: string;
  readonly held: number;
  readonly unprocessed: number;
};

/** What the server holds of each of these shifts up to its closing. */
export const holdingsOf = async (
  db: Tables,
  shiftIds: readonly string[],
): Promise<ReadonlyMap<string, Holdings>> => {
  const { rows } = await sql<Row>`
    select
      shifts.id as "shiftId",
      operations.journal_id as "journalId",
      count(*) filter (where operations.status = 'applied') as held,
      count(*) filter (where operations.status = 'quarantined') as unprocessed
    from shifts
    join operations on shift_of(operations.text) = shifts.id
    where shifts.id = any(${[...shiftIds]}::text[])
      and shift_of(operations.text) is not null
      and (
        shifts.closing_seq is null
        or operations.journal_id <> shifts.closing_journal_id
        or operations.seq < shifts.closing_seq
      )
    group by shifts.id, operations.journal_id`.execute(db);
  const holdings = new Map<string, Map<string, Held>>();
  for (const { shiftId, journalId, held, unprocessed } of rows) {
    const of = holdings.get(shiftId) ?? new Map<string, Held>();
    holdings.set(shiftId, of.set(journalId, { held, unprocessed }));
  }
  return holdings;
};
