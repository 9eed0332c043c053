import { ok } from '#shared/kernel/result.ts';
import type { OperationContent } from '#shared/operations/operation.ts';
import { readIdentity } from '../store/identity.ts';
import type { TillStore } from '../store/till-store.ts';

type Refusal = Extract<OperationContent, { type: 'staff.refused' }>['payload'];

/** Puts on record that all tries to pass for somebody were wrong (rule T4). */
export const noteRefusal = async (
  { ledger, journal }: TillStore,
  payload: Refusal,
): Promise<void> => {
  const identity = await readIdentity(ledger);
  if (!identity) return;
  const staffId = payload.signedIn ?? identity.tillId;
  const actor = { staffId, shiftId: null, approvedBy: null };
  await journal.write(actor, async () => ok({ type: 'staff.refused', payload }));
};
