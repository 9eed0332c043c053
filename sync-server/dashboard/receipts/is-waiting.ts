import type { PickupState } from '#shared/domain/pickup/schema.ts';

/** Whether goods are kept for the customer. */
export const isWaiting = (state: PickupState | null): boolean =>
  state === 'proposed' || state === 'reserved' || state === 'prepared';
