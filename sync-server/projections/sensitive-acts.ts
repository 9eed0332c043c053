import { sql } from 'kysely';
import { isWithinLimit, manualDiscounts } from '#shared/domain/pricing/manual-discounts.ts';
import type { PricedLine } from '#shared/domain/pricing/schema.ts';
import { policyIn, rolesOf } from '#shared/domain/settings/default-policy.ts';
import type { PolicySetting } from '#shared/domain/settings/policy.ts';
import type { StoreSettings } from '#shared/domain/settings/schema.ts';
import { isOfStore } from '#shared/domain/staff/is-of-store.ts';
import { discountLimitOf, isPermitted, type Right } from '#shared/domain/staff/rights.ts';
import type { Role } from '#shared/domain/staff/role.ts';
import type { StaffMember } from '#shared/domain/staff/schema.ts';
import { add, type Minor } from '#shared/kernel/money.ts';
import { happenedAt } from '#shared/operations/happened-at.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { SensitiveAct, SensitiveKind } from '#shared/protocol/sensitive-acts.ts';
import { type LeftAt, readLeavings } from '../chain/staff-leavings.ts';
import { storedOperation } from '../store/stored-operation.ts';
import type { Tables } from '../tables.ts';
import { policiesOf, staffOf, storesOf } from './references.ts';
import { patternOfJson } from './text-pattern.ts';

type Told = {
  readonly kind: SensitiveKind;
  readonly amount: Minor | null;
  readonly reason: string | null;
  readonly note?: string;
  /** What it takes to do it; left out = nothing that a role gives. */
  readonly right?: Right;
};

/** What people took off the price, without promotions. */
const givenIn = (lines: readonly PricedLine[]): Told => {
  const given = lines.flatMap(manualDiscounts);
  return {
    kind: 'price_given',
    amount: add(...given.map(({ amount }) => amount)),
    reason: given.find(({ reason }) => reason !== undefined)?.reason ?? null,
  };
};

const approved = (operation: Operation): Told | null =>
  operation.approvedBy === null ? null : { kind: 'approved', amount: null, reason: operation.type };

type Void = Extract<Operation, { type: 'line.voided' | 'basket.voided' | 'basket.discarded' }>;

const VOIDS: Readonly<Record<Void['type'], SensitiveKind>> = {
  'line.voided': 'line_voided',
  'basket.voided': 'basket_voided',
  'basket.discarded': 'basket_discarded',
};

type NameOf = (staffId: string) => string;

/** What of an operation somebody may want to look into; null = nothing. */
const toldOf = (operation: Operation, nameOf: NameOf): Told | null => {
  const { type, payload } = operation;
  if (type === 'line.voided' || type === 'basket.voided' || type === 'basket.discarded') {
    const { amount, reason } = payload;
    return { kind: VOIDS[type], amount, reason, right: 'void' };
  }
  if (type === 'drawer.opened') {
    const { reason, note } = payload;
    return { kind: 'no_sale', amount: null, reason, note, right: 'no_sale' };
  }
  if (type === 'cash.moved' && payload.kind === 'out') {
    const { amount, reason, note } = payload;
    return { kind: 'cash_out', amount, reason, note, right: 'cash_out' };
  }
  if (type === 'return.completed' && payload.proof === 'none') {
    const { total: amount, customer } = payload;
    return { kind: 'blind_return', amount, reason: null, note: customer ?? '' };
  }
  if (type === 'receipt.reprinted') {
    const { number, copy } = payload;
    const reason = copy === null ? null : String(copy);
    return { kind: 'reprinted', amount: null, reason, note: number };
  }
  if (type === 'staff.refused') {
    const { kind, whose } = payload;
    const note = whose === null ? '' : nameOf(whose);
    const told = kind === 'pin' ? 'pin_locked' : 'badge_unknown';
    return { kind: told, amount: null, reason: null, note };
  }
  if (type !== 'sale.completed') return approved(operation);
  const given = givenIn(payload.lines);
  return given.amount === 0 ? approved(operation) : given;
};

type Known = {
  readonly staff: readonly StaffMember[];
  readonly leftAt: LeftAt;
  readonly policies: readonly PolicySetting[];
  readonly stores: readonly StoreSettings[];
};

/** Who did it, by id; null = nobody was signed in. */
const actorOf = ({ type, payload, staffId }: Operation): string | null =>
  type === 'staff.refused' ? payload.signedIn : staffId;

/**
 * What somebody was in a store at that time, null = nobody of it. Whoever may not sign in there any more could until they left.
 */
const roleIn = (
  staffId: string | null,
  { storeId, at }: { readonly storeId: string; readonly at: string },
  { staff, leftAt }: Known,
): Role | null => {
  const person = staff.find(({ id }) => id === staffId);
  if (!person) return null;
  return isOfStore(person, storeId) || at <= (leftAt(person.id, storeId) ?? '')
    ? person.role
    : null;
};

/** By what policy says now. That a PIN or badge was tried is no act of whoever was signed in. */
const isAllowed = (operation: Operation, { right }: Told, known: Known): boolean => {
  if (operation.type === 'staff.refused') return true;
  const { staffId, approvedBy, storeId } = operation;
  const at = happenedAt(operation);
  const roleOf = (id: string | null): Role | null => roleIn(id, { storeId, at }, known);
  const actor = roleOf(staffId);
  if (actor === null) return false;
  const approver = approvedBy === staffId ? null : roleOf(approvedBy);
  const roles = rolesOf(policyIn(storeId, known.policies));
  if (approvedBy !== null && (approver === null || !roles[approver].rights.includes('approve')))
    return false;
  if (operation.type === 'sale.completed') {
    const ofStore = known.stores.find((one) => one.storeId === storeId)?.discountLimit ?? 0;
    // Nobody gives leave for more than they may give themselves.
    return [actor, ...(approver === null ? [] : [approver])].some((role) => {
      const limit = discountLimitOf(role, { roles, isStale: false, ofStore });
      return isWithinLimit(operation.payload.lines, limit);
    });
  }
  return right === undefined || isPermitted(right, { actor, approver, roles, isStale: false });
};

/** The latest sensitive acts in these stores, newest first. */
export const readSensitiveActs = async (
  db: Tables,
  storeIds: readonly string[],
  limit: number,
): Promise<SensitiveAct[]> => {
  if (storeIds.length === 0) return [];
  const ofStores = sql.join(
    storeIds.map(
      (storeId) => sql`text like ${patternOfJson(`"storeId":${JSON.stringify(storeId)}`)}`,
    ),
    sql` or `,
  );
  const { rows } = await sql<{ text: string }>`
    select text from operations
    where is_sensitive(text) and status = 'applied' and (${ofStores})
    order by received_at desc, journal_id desc, seq desc
    limit ${limit}`.execute(db);
  const known = {
    staff: await staffOf(db),
    leftAt: await readLeavings(db),
    policies: await policiesOf(db),
    stores: await storesOf(db),
  };
  const names = new Map(known.staff.map(({ id, name }) => [id, name]));
  const nameOf: NameOf = (id) => names.get(id) ?? id;
  return rows.flatMap(({ text }) => {
    const operation = storedOperation(text);
    const told = operation && toldOf(operation, nameOf);
    if (!operation || !told) return [];
    const { id: operationId, storeId, tillId, approvedBy, payload } = operation;
    const by = actorOf(operation);
    const { kind, amount, reason, note = '' } = told;
    const currency = 'currency' in payload ? payload.currency : null;
    return [
      {
        operationId,
        at: happenedAt(operation),
        storeId,
        tillId,
        kind,
        by: by === null ? null : nameOf(by),
        approvedBy: approvedBy === null ? null : nameOf(approvedBy),
        isAllowed: isAllowed(operation, told, known),
        amount: amount === null || currency === null ? null : { amount, currency },
        reason,
        note,
      },
    ];
  });
};
