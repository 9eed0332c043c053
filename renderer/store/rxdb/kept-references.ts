import { countRow } from './document-count.ts';
import type { StateRow, StateRows } from './state-rows.ts';

/**
 * The list of references that were known before a reset: a till sells by them until every stream that may bring them
 * again has come down whole (rule P6).
 */
export const KEPT = 'kept';

/** The list of streams that have not. */
const AWAITED = 'awaited';

const idOf = (position: string): string => `${AWAITED} ${position}`;

/** Marks all references as known from before, and forgets how far they were pulled. `positions`: their rows. */
export const keepReferences = async (
  rows: StateRows,
  positions: readonly StateRow[],
): Promise<void> => {
  const known = await rows.inList('references', '');
  const kept = known.map(({ id, place, text }): StateRow => ({ id, list: KEPT, place, text }));
  const marks = positions.map(({ id }): StateRow => ({
    id: idOf(id),
    list: AWAITED,
    place: '',
    text: '',
  }));
  const before = await rows.inList('references', KEPT);
  const count = countRow(known.length + before.length);
  await rows.put('references', [...kept, ...marks, count]);
  await rows.remove(
    'references',
    positions.map(({ id }) => id),
  );
};

export const isAwaited = async (rows: StateRows, position: string): Promise<boolean> =>
  (await rows.byIds('references', [idOf(position)])).length > 0;

/** A stream has come down whole; after the last of them, what none of them brought is gone. Gives how many that were. */
export const endWaiting = async (rows: StateRows, position: string): Promise<number> => {
  const others = (await rows.inList('references', AWAITED)).filter(
    ({ id }) => id !== idOf(position),
  );
  const replaced = others.length > 0 ? [] : await rows.inList('references', KEPT);
  await rows.remove('references', [...replaced.map(({ id }) => id), idOf(position)]);
  return replaced.length;
};
