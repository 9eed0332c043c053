import { sql } from 'kysely';
import { exceptionId } from '#shared/domain/exception/contradictions.ts';
import { sumsOfShift } from '#shared/domain/exception/of-operation.ts';
import type { Contradiction } from '#shared/domain/exception/schema.ts';
import { operationId } from '#shared/kernel/ids.ts';
import { readShifts } from '../projections/shifts.ts';
import { unexplainedOf } from '../projections/unexplained.ts';
import type { Store } from '../store/store.ts';
import type { Tables } from '../tables.ts';
import { openOfKind, reconcileFound } from './reconcile-found.ts';

const KIND = 'shift_sums_differ';

const HOUR = 3_600_000;
/** So far back a look goes: a server that stood still for days misses nothing. */
const LOOKED_BACK = 14 * 24 * HOUR;

/** Z reports that are read at once. */
const PAGE = 200;

type Closed = {
  readonly shiftId: string;
  readonly storeId: string;
  readonly journalId: string;
  readonly seq: number;
};

/** Closed shifts of which something came lately, and those that are told of already. */
const closedShifts = async (
  db: Tables,
  told: readonly string[],
  now: string,
): Promise<readonly Closed[]> => {
  const since = new Date(Date.parse(now) - LOOKED_BACK).toISOString();
  const { rows } = await sql<Closed>`
    select
      id as "shiftId", store_id as "storeId",
      closing_journal_id as "journalId", closing_seq as seq
    from shifts
    where closing_seq is not null and (
      id = any(${[...told]}::text[])
      or id in (
        select shift_of(text) from operations
        where shift_of(text) is not null and received_at > ${since}
      )
    )
    order by id`.execute(db);
  return rows;
};

/** What Z reports and their operations differ by; while some are missing it stays as it was told. */
const foundIn = async (
  db: Tables,
  closed: readonly Closed[],
  told: ReadonlyMap<string, Contradiction>,
): Promise<Contradiction[]> => {
  const ids = closed.map(({ shiftId }) => shiftId);
  const shifts = await readShifts(db, sql`shifts.id = any(${ids}::text[])`, ids.length);
  const unexplained = await unexplainedOf(db, shifts);
  return closed.flatMap(({ shiftId, storeId, journalId, seq }) => {
    const difference = unexplained.get(shiftId);
    if (difference === undefined) return told.get(exceptionId(KIND, shiftId)) ?? [];
    const closingId = operationId(journalId, seq);
    return sumsOfShift(shiftId, difference, { operationId: closingId, storeId });
  });
};

/**
 * A Z report of which everything has come, and whose cash is not what that comes to, is somebody's to look into until it is
 * (rules R2, R3). To be called now and then; called again it changes nothing.
 */
export const noticeUnexplained = async (
  { db, store }: { readonly db: Tables; readonly store: Store },
  now: string,
): Promise<void> => {
  const told = new Map((await openOfKind(db, KIND)).map((one) => [one.id, one]));
  const shiftIds = [...told.keys()].map((id) => id.slice(exceptionId(KIND, '').length));
  const closed = await closedShifts(db, shiftIds, now);
  const found: Contradiction[] = [];
  for (let start = 0; start < closed.length; start += PAGE)
    found.push(...(await foundIn(db, closed.slice(start, start + PAGE), told)));
  await reconcileFound({ db, store }, KIND, found, now);
};
