import { sql } from 'kysely';
import { happenedAt } from '#shared/operations/happened-at.ts';
import type { Training } from '#shared/protocol/training.ts';
import { storedOperation } from '../store/stored-operation.ts';
import type { Tables } from '../tables.ts';

const trainingIn = (text: string): Training[] => {
  const operation = storedOperation(text);
  if (operation?.type !== 'training.completed') return [];
  const { staffId, tillId, payload } = operation;
  return [{ staffId, exercise: payload.exercise, at: happenedAt(operation), tillId }];
};

/** Who did which exercise of training: the first time of each counts, however often it was done since. */
export const readTraining = async (db: Tables): Promise<Training[]> => {
  // As the index has it, to the letter.
  const { rows } = await sql<{ text: string }>`
    select text from operations
    where text like '%"type":"training.completed"%' and status = 'applied'`.execute(db);
  const first = new Map<string, Training>();
  for (const done of rows.flatMap(({ text }) => trainingIn(text))) {
    const key = `${done.staffId} ${done.exercise}`;
    const known = first.get(key);
    if (known === undefined || done.at < known.at) first.set(key, done);
  }
  return [...first.values()].toSorted((left, right) => (left.at < right.at ? -1 : 1));
};
