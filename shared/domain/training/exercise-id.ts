import { Type, type Static } from 'typebox';

/** The exercises of training, in the order in which they are learnt. */
export const ExerciseId = Type.Enum([
  'first_sale',
  'split_payment',
  'discount',
  'weighed',
  'park',
  'pickup',
  'return_offline',
  'exchange',
  'conflict',
  'shift_close',
]);
export type ExerciseId = Static<typeof ExerciseId>;
