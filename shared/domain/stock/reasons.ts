import { Type, type Static } from 'typebox';

/** Why the books are put right. */
export const AdjustmentReason = Type.Enum(['found', 'lost', 'miscounted', 'mixed_up', 'other']);
export type AdjustmentReason = Static<typeof AdjustmentReason>;

/** Why goods cannot be sold any more. */
export const WriteOffReason = Type.Enum([
  'damaged',
  'expired',
  'stolen',
  'own_use',
  'sample',
  'other',
]);
export type WriteOffReason = Static<typeof WriteOffReason>;
