import type { StaffMember } from './schema.ts';

/** Whether somebody may sign in in a store. */
export const isOfStore = (
  { active, storeIds }: Pick<StaffMember, 'active' | 'storeIds'>,
  storeId: string,
): boolean => active && storeIds.includes(storeId);
