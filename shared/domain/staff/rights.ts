import { Type, type Static } from 'typebox';
import { Exact, Nullable } from '#shared/kernel/schema.ts';
import type { Role } from './role.ts';

/** What a member of staff may do at a till without anybody's leave. Selling and closing a shift need none. */
export const Right = Type.Enum([
  /** Take lines out of a basket, or give one up. */
  'void',
  /** Open the drawer and sell nothing. */
  'no_sale',
  /** Take cash out of the drawer for good. */
  'cash_out',
  /** See what the drawer should hold, or settle its difference. */
  'drawer',
  /** Adjust stock and write goods off. */
  'stock',
  /** Keep pickups longer, and hand over or pay back beyond what policy lets a till do. */
  'pickups',
  /** Settle what needs a decision. */
  'decisions',
  /** Allow others, by PIN or badge, what their role does not, and arrange the store's quick keys. */
  'approve',
]);
export type Right = Static<typeof Right>;

const RoleRights = Exact({
  rights: Type.Array(Right, { uniqueItems: true }),
  /** Basis points that may be taken off a basket; null = what the store says. */
  discountLimit: Nullable(Type.Integer({ minimum: 0, maximum: 10_000 })),
});
export type RoleRights = Static<typeof RoleRights>;

/** What each role may do. */
export const Roles = Exact({ cashier: RoleRights, senior: RoleRights, manager: RoleRights });
export type Roles = Static<typeof Roles>;

const SENIOR_LIMIT = 2000;
const WHOLE = 10_000;

/** Until head office says otherwise. */
export const DEFAULT_ROLES: Roles = {
  cashier: { rights: ['void', 'no_sale'], discountLimit: null },
  senior: { rights: ['void', 'no_sale', 'cash_out', 'stock'], discountLimit: SENIOR_LIMIT },
  manager: { rights: [...Right.enum], discountLimit: WHOLE },
};

/** A till that was out of contact for longer than policy says trusts nobody with more than a cashier's rights. */
const rightsOf = (role: Role, roles: Roles, isStale: boolean): RoleRights =>
  roles[isStale ? 'cashier' : role];

/** Basis points that a role may take off a basket without anybody's leave; `ofStore` where policy says nothing of the role. */
export const discountLimitOf = (
  role: Role,
  { roles, isStale, ofStore }: Pick<Asking, 'roles' | 'isStale'> & { readonly ofStore: number },
): number => rightsOf(role, roles, isStale).discountLimit ?? ofStore;

export type Asking = {
  /** Role of who acts; null = nobody who is known. */
  readonly actor: Role | null;
  /** Of whoever approved, who is somebody else (rule R6); null = nobody did. */
  readonly approver: Role | null;
  readonly roles: Roles;
  readonly isStale: boolean;
};

/** Whether it may be done: by the own right, or with the leave of somebody who has it and may approve. */
export const isPermitted = (right: Right, { actor, approver, roles, isStale }: Asking): boolean => {
  const has = (role: Role | null, wanted: Right): boolean =>
    role !== null && rightsOf(role, roles, isStale).rights.includes(wanted);
  return has(actor, right) || (has(approver, right) && has(approver, 'approve'));
};
