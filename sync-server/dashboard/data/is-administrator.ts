import type { Me } from '#shared/protocol/dashboard.ts';

/** Whether this person looks after the whole chain; the server asks the same. */
export const isAdministrator = ({ role, storeIds }: Me): boolean =>
  role === 'head_office' && storeIds === null;
