import { findSensitiveAnew } from './find-sensitive-anew.ts';

/** PINs and badges that were tried in vain are among what somebody may want to look into. */
export const refusalsMigration = findSensitiveAnew([
  'line.voided',
  'basket.voided',
  'basket.discarded',
  'drawer.opened',
  'receipt.reprinted',
  'staff.refused',
]);
