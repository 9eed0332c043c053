import type { ExerciseId } from '#shared/domain/training/exercise-id.ts';
import { ok } from '#shared/kernel/result.ts';
import type { TillStore } from '../store/till-store.ts';

const doneKey = (staffId: string): string => `training:${staffId}`;

/** Exercises that this person did on this till. */
export const completedExercises = async (
  { ledger }: TillStore,
  staffId: string,
): Promise<readonly ExerciseId[]> =>
  (await ledger.readLocal<readonly ExerciseId[]>(doneKey(staffId))) ?? [];

/**
 * That an exercise was done is all that training leaves behind: one operation in the till's real journal, however often
 * it is done again. Resolves with whether it is there.
 */
export const completeExercise = async (
  till: TillStore,
  staffId: string,
  exercise: ExerciseId,
): Promise<boolean> => {
  const done = await completedExercises(till, staffId);
  if (done.includes(exercise)) return true;
  const actor = { staffId, shiftId: null, approvedBy: null };
  const written = await till.journal.write(actor, async () =>
    ok({ type: 'training.completed', payload: { exercise } }),
  );
  if (written.ok) await till.ledger.writeLocal(doneKey(staffId), [...done, exercise]);
  return written.ok;
};
