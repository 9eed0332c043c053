import { Type, type Static } from 'typebox';
import { ExerciseId } from '../domain/training/exercise-id.ts';
import { IdSchema, TimeSchema } from '../kernel/ids.ts';
import { Exact } from '../kernel/schema.ts';

/** That a person did an exercise, and when they first had. */
export const Training = Exact({
  staffId: IdSchema,
  exercise: ExerciseId,
  at: TimeSchema,
  tillId: IdSchema,
});
export type Training = Static<typeof Training>;

/** Of each person each exercise once. */
export const TrainingReply = Exact({ done: Type.Array(Training) });
