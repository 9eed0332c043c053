import { randomUUID } from 'node:crypto';
import type { StaffMember } from '#shared/domain/staff/schema.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { NewStaff, StaffChange } from '#shared/protocol/administration.ts';
import { referenceId } from '#shared/protocol/documents.ts';
import { streamName } from '#shared/protocol/pull.ts';
import type { Store, StoreTransaction } from '../store/store.ts';
import { hashPin } from './hash-pin.ts';

/** To the tills of their stores, and no others. */
const putStaff = (tx: StoreTransaction, value: StaffMember): Promise<void> =>
  tx.putDocuments('references', [
    {
      id: referenceId('staff', value.id),
      document: { type: 'staff', value },
      streams: value.storeIds.map((storeId) => streamName('references', storeId)),
    },
  ]);

/** A new person, who may sign in at once wherever their store's tills have heard of it. */
export const createStaff = async (store: Store, draft: NewStaff): Promise<StaffMember> => {
  const { badge: code = null, ...known } = draft;
  const member: StaffMember = {
    ...known,
    id: randomUUID(),
    pin: await hashPin(draft.pin),
    active: true,
    ...(code === null ? {} : { badge: await hashPin(code) }),
  };
  await store.transaction((tx) => putStaff(tx, member));
  return member;
};

/** A person as they are from now on; without a PIN in the change they keep theirs. */
export const changeStaff = async (
  store: Store,
  id: string,
  { pin, badge: code = null, ...change }: StaffChange,
): Promise<Result<StaffMember, { readonly type: 'not_found' }>> => {
  const hash = pin === null ? null : await hashPin(pin);
  const badge = code === null || code === '' ? null : await hashPin(code);
  return store.transaction(async (tx) => {
    const held = await tx.document('references', referenceId('staff', id));
    if (held?.type !== 'staff') return fail({ type: 'not_found' });
    const { badge: before, ...value } = held.value;
    const kept = badge ?? (code === '' ? undefined : before);
    const member: StaffMember = {
      ...value,
      ...change,
      pin: hash ?? value.pin,
      ...(kept === undefined ? {} : { badge: kept }),
    };
    await putStaff(tx, member);
    return ok(member);
  });
};
