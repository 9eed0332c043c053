import type { StoreTransaction } from '../store/store.ts';

/**
 * Keeps what a reference is before it becomes something else: a till that has not heard of the change goes by it, and is not
 * doubted for that (rule R11).
 */
export const keepReplaced = async (tx: StoreTransaction, id: string): Promise<void> => {
  const held = await tx.document('references', id);
  if (held !== null) await tx.keepReplaced(id, held);
};
