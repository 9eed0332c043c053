import type { StateCollection, StateRow, StateRows } from './state-rows.ts';

/** The list of the one row of a collection that says how many documents are in it, written together with them. */
const COUNT = 'count';

const countIn = (rows: readonly StateRow[]): number =>
  Number(rows.find(({ id }) => id === COUNT)?.text ?? 0);

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
  return countIn(known) + added - removed.filter((id) => held.has(id)).length;
};

/** Whether there are as many as it says, beside the rows of these lists, which are no documents. */
export const isCounted = async (
  rows: StateRows,
  target: StateCollection,
  marks: readonly string[],
): Promise<boolean> => {
  const found = await Promise.all([COUNT, ...marks].map((list) => rows.inList(target, list)));
  const beside = found.flat();
  return (await rows.count(target)) - beside.length === countIn(beside);
};
