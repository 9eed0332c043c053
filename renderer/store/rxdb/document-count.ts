import type { StateCollection, StateRow, StateRows } from './state-rows.ts';

/** The list of the one row of a collection that says how many documents are in it, written together with them. */
const COUNT = 'count';

/** Lists of what is no document of the server, beside their count. */
const MARKS = ['position', 'awaited'];

/** What it says; null = an earlier build counted nothing. */
const countIn = (rows: readonly StateRow[]): number | null => {
  const noted = rows.find(({ id }) => id === COUNT);
  return noted ? Number(noted.text) : null;
};

const documentsIn = async (rows: StateRows, target: StateCollection): Promise<number> => {
  const marks = await Promise.all([COUNT, ...MARKS].map((list) => rows.inList(target, list)));
  return (await rows.count(target)) - marks.flat().length;
};

export const countRow = (count: number): StateRow => ({
  id: COUNT,
  list: COUNT,
  place: '',
  text: String(count),
});

/** How many documents there are after these were put and those removed, as far as they are not there or are. */
export const countAfter = async (
  rows: StateRows,
  target: StateCollection,
  { put, removed }: { readonly put: readonly StateRow[]; readonly removed: readonly string[] },
): Promise<number> => {
  const ids = [...put.map(({ id }) => id), ...removed];
  const known = await rows.byIds(target, [COUNT, ...ids]);
  const held = new Set(known.map(({ id }) => id));
  const added = put.filter(({ id }) => !held.has(id)).length;
  const before = countIn(known) ?? (await documentsIn(rows, target));
  return before + added - removed.filter((id) => held.has(id)).length;
};

/** Whether there are as many as it says. */
export const isCounted = async (rows: StateRows, target: StateCollection): Promise<boolean> => {
  const noted = countIn(await rows.inList(target, COUNT));
  return noted === null || noted === (await documentsIn(rows, target));
};
