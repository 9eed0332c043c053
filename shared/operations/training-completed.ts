import { ExerciseId } from '../domain/training/exercise-id.ts';
import { Exact } from '../kernel/schema.ts';
import { defineOperation } from './define-operation.ts';

/** Somebody did an exercise of training to its end: all that is kept of a training (rule J6). */
export const trainingCompleted = defineOperation(
  'training.completed',
  1,
  Exact({ exercise: ExerciseId }),
);
