import { findSensitiveAnew } from './find-sensitive-anew.ts';

/** Copies of receipts are among what somebody may want to look into. */
export const reprintsMigration = findSensitiveAnew([
  'line.voided',
  'basket.voided',
  'basket.discarded',
  'drawer.opened',
  'receipt.reprinted',
]);
