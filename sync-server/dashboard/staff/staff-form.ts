import type { NewStaff, StaffChange, StaffRow } from '#shared/protocol/administration.ts';

/** A person as they are typed; an empty PIN = the one they have. */
export type StaffForm = Pick<StaffRow, 'name' | 'role' | 'storeIds' | 'active'> & {
  readonly pin: string;
  /** What their badge says when it is scanned; empty = the one they have, or none. */
  readonly badge: string;
  readonly isBadgeTaken: boolean;
};

/** `storeId` = where a new person works unless somebody says otherwise. */
export const formOf = (member: StaffRow | null, storeId: string | undefined): StaffForm => ({
  name: member?.name ?? '',
  role: member?.role ?? 'cashier',
  storeIds: member?.storeIds ?? (storeId === undefined ? [] : [storeId]),
  active: member?.active ?? true,
  pin: '',
  badge: '',
  isBadgeTaken: false,
});

export const newStaffOf = ({ name, role, storeIds, pin, badge }: StaffForm): NewStaff => ({
  name: name.trim(),
  role,
  storeIds,
  pin,
  badge: badge.trim() || null,
});

export const changeOf = (form: StaffForm): StaffChange => {
  const { name, role, storeIds, active, pin, badge, isBadgeTaken } = form;
  return {
    name: name.trim(),
    role,
    storeIds,
    active,
    pin: pin === '' ? null : pin,
    badge: isBadgeTaken ? '' : badge.trim() || null,
  };
};
