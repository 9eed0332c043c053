import { Type, type Static } from 'typebox';

/** What people are at the tills; what each may do is policy (`Roles`). */
export const Role = Type.Enum(['cashier', 'senior', 'manager']);
export type Role = Static<typeof Role>;
