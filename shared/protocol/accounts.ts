import { Type, type Static } from 'typebox';
import { IdSchema, TimeSchema } from '../kernel/ids.ts';
import { Exact, Nullable } from '../kernel/schema.ts';
import { Email, Me, NewPassword, UserRole } from './dashboard.ts';

// Who may sign in to the dashboard.

/** A person who is to have an account. */
export const Invitation = Exact({
  name: Type.String({ minLength: 1, maxLength: 200, pattern: String.raw`\S` }),
  email: Email,
  role: UserRole,
  /** Stores of a store's manager; null = all, of an administrator. */
  storeIds: Nullable(Type.Array(IdSchema, { minItems: 1, maxItems: 500, uniqueItems: true })),
});
export type Invitation = Static<typeof Invitation>;

export const AccountRow = Exact({
  userId: Me.properties.userId,
  name: Me.properties.name,
  email: Me.properties.email,
  role: UserRole,
  storeIds: Me.properties.storeIds,
  /** `invited` = has chosen no password yet. */
  state: Type.Enum(['active', 'invited']),
});
export type AccountRow = Static<typeof AccountRow>;

export const AccountsReply = Exact({ accounts: Type.Array(AccountRow) });
export type AccountsReply = Static<typeof AccountsReply>;

/** With it this person chooses a password, once; it is shown once, as the server keeps its hash alone. */
export const PasswordLinkReply = Exact({ token: Type.String(), expiresAt: TimeSchema });
export type PasswordLinkReply = Static<typeof PasswordLinkReply>;

/** By the link that an administrator made. */
export const PasswordRequest = Exact({
  token: Type.String({ minLength: 20, maxLength: 200 }),
  password: NewPassword,
});
export type PasswordRequest = Static<typeof PasswordRequest>;
