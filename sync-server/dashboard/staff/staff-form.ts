import type { NewStaff, StaffChange, StaffRow } from '#shared/protocol/administration.ts';

/** A person as they are typed; an empty PIN = the one they have. */
export type StaffForm = Pick<StaffRow, 'name' | 'role' | 'storeIds' | 'active'> & {
  readonly pin: string;
};

/** `storeId` = where a new person works unless somebody says otherwise. */
export const formOf = (member: StaffRow | null, storeId: string | undefined): StaffForm => ({
  name: member?.name ?? '',
  role: member?.role ?? 'cashier',
  storeIds: member?.storeIds ?? (storeId === undefined ? [] : [storeId]),
  active: member?.active ?? true,
  pin: '',
});

export const newStaffOf = ({ name, role, storeIds, pin }: StaffForm): NewStaff => ({
  name: name.trim(),
  role,
  storeIds,
  pin,
});

export const changeOf = ({ name, role, storeIds, active, pin }: StaffForm): StaffChange => ({
  name: name.trim(),
  role,
  storeIds,
  active,
  pin: pin === '' ? null : pin,
});
