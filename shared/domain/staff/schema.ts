import { Type, type Static } from 'typebox';
import { IdSchema } from '#shared/kernel/ids.ts';
import { Exact } from '#shared/kernel/schema.ts';
import { Role } from './role.ts';

/** A PIN as a salted slow hash (PBKDF2-SHA-256), so that it can be checked with no network. */
export const PinHash = Exact({
  /** base64url */
  salt: Type.String({ minLength: 16, maxLength: 64 }),
  iterations: Type.Integer({ minimum: 1 }),
  /** base64url of 32 bytes */
  hash: Type.String({ minLength: 16, maxLength: 64 }),
});
export type PinHash = Static<typeof PinHash>;

export const StaffMember = Exact({
  id: IdSchema,
  name: Type.String({ minLength: 1, maxLength: 200 }),
  role: Role,
  /** Stores where this person may sign in. */
  storeIds: Type.Array(IdSchema),
  pin: PinHash,
  /** Of the code on their badge; left out: they have none. */
  badge: Type.Optional(PinHash),
  active: Type.Boolean(),
});
export type StaffMember = Static<typeof StaffMember>;
