import { compareSerials } from './serials.ts';
import { add, type Minor } from '#shared/kernel/money.ts';
import type { Order } from '../order/schema.ts';
import { isStoredValue, type Refund, type Tender } from '../payment/schema.ts';
import type { PricedLine } from '../pricing/schema.ts';
import type { Policy } from '../settings/policy.ts';
import type { ManagerReason, PermitProblem } from './problems.ts';
import { refundCap } from './refunds.ts';
import { returnableUntil, takenAt } from './returnable.ts';
import type { Return } from './schema.ts';

/** Who does it where, and what the till knows then. */
export type ReturnTerms = {
  readonly policy: Policy;
  readonly actorId: string;
  /** The manager who approved; null = nobody did. */
  readonly approverId: string | null;
  readonly storeId: string;
  readonly isOffline: boolean;
  /** When the server was last heard; null = never. */
  readonly lastContactAt: string | null;
  /** The latest trusted time (rule J7). */
  readonly at: string;
  /** Categories of the products concerned, as far as they are known here. */
  readonly categoryBySku: ReadonlyMap<string, string>;
};

const HOUR = 3_600_000;

/** What without the network is not given back so, or not so much of it. */
export type OfflineProblem = Extract<
  PermitProblem,
  { readonly type: 'tender_not_offline' | 'above_offline_limit' }
>;

export type Restriction = Extract<
  PermitProblem,
  { readonly type: 'window_over' | 'not_returnable' }
>;

/** Goods that the chain takes back with a defect only, whoever brings them and however (rule R17). */
export const isNotReturnable = (
  { notReturnable: { skus, categoryIds } }: Policy,
  { sku, categoryId }: { readonly sku: string; readonly categoryId: string | undefined },
): boolean => skus.includes(sku) || (categoryId !== undefined && categoryIds.includes(categoryId));

/** Why a line is taken back with a defect only (rule R17); null = it is taken back for any reason. */
export const restrictionOf = (
  order: Order,
  { id: lineId, sku }: Pick<PricedLine, 'id' | 'sku'>,
  { policy, at, categoryBySku }: Pick<ReturnTerms, 'policy' | 'at' | 'categoryBySku'>,
): Restriction | null => {
  if (isNotReturnable(policy, { sku, categoryId: categoryBySku.get(sku) }))
    return { type: 'not_returnable', lineId };
  const until = returnableUntil(order, policy.returnDays);
  return at > until ? { type: 'window_over', until } : null;
};

const restricted = (order: Order, returned: Return, terms: ReturnTerms): Restriction | null => {
  for (const { orderLineId, sku, reason } of returned.lines) {
    if (reason === 'defect') continue;
    const restriction = restrictionOf(order, { id: orderLineId ?? '', sku }, terms);
    if (restriction) return restriction;
  }
  return null;
};

type Moved = Pick<Refund, 'tender' | 'amount'>;

const sumOf = (refunds: readonly Moved[]): Minor => add(...refunds.map(({ amount }) => amount));

/**
 * Money of the order that counters gave back before: a limit is for a purchase, and several returns do not get round it.
 * What paid for something else instead did not move.
 */
const givenBefore = ({ refunds }: Pick<Order, 'refunds'>): Minor =>
  sumOf(refunds.filter(({ id, tender }) => tender !== 'online' && !/-off\d+$/.test(id)));

/** Tenders that get more than they paid: given instead of what paid. */
const insteadIn = (order: Order, refunds: readonly Refund[]): Tender[] =>
  [...new Set(refunds.map(({ tender }) => tender))].filter(
    (tender) =>
      sumOf(refunds.filter((refund) => refund.tender === tender)) > refundCap(order, tender),
  );

const creditProblem = (
  { creditConsent }: Return,
  instead: readonly Tender[],
  { policy }: ReturnTerms,
): PermitProblem | null => {
  if (!instead.some(isStoredValue)) return null;
  if (!policy.storeCredit) return { type: 'store_credit_not_allowed' };
  return creditConsent ? null : { type: 'consent_missing' };
};

/** Without the network what came back elsewhere is not known: the policy bounds what that may cost (design §6). */
export const offlineProblem = (
  order: Pick<Order, 'storeId' | 'refunds'>,
  { proof }: Pick<Return, 'proof'>,
  moved: readonly Moved[],
  {
    policy: { offline },
    isOffline,
    storeId,
  }: Pick<ReturnTerms, 'policy' | 'isOffline' | 'storeId'>,
): OfflineProblem | null => {
  if (!isOffline) return null;
  const allowed = offline.refundTenders;
  const wrong = moved.find(({ tender }) => !allowed.includes(tender));
  if (wrong) return { type: 'tender_not_offline', tender: wrong.tender, allowed };
  const isOthers = proof === 'receipt' || order.storeId !== storeId;
  const limit = offline.refundLimit;
  return isOthers && limit !== null && add(givenBefore(order), sumOf(moved)) > limit
    ? { type: 'above_offline_limit', limit }
    : null;
};

/** Nothing was heard for longer than policy trusts. */
export const isOld = ({
  isOffline,
  lastContactAt,
  at,
  policy,
}: Pick<ReturnTerms, 'isOffline' | 'lastContactAt' | 'at' | 'policy'>): boolean =>
  isOffline &&
  (lastContactAt === null ||
    Date.parse(at) - Date.parse(lastContactAt) > policy.offline.dataHours * HOUR);

/** Whoever may approve did not, or is the one who acts (rule R6); null = nobody need, or somebody did. */
export const approvalProblem = (
  reasons: readonly ManagerReason[],
  { actorId, approverId }: Pick<ReturnTerms, 'actorId' | 'approverId'>,
): PermitProblem | null => {
  if (reasons.length === 0) return null;
  if (approverId === null) return { type: 'manager_needed', reasons };
  return approverId === actorId ? { type: 'approver_is_actor' } : null;
};

/**
 * What the chain's policy says against a return that could be done; null = nothing. `setOff`: refunds for which no
 * money moves, because they pay what is taken instead (rule R8).
 */
export const permitReturn = (
  order: Order,
  returned: Return,
  terms: ReturnTerms,
  setOff: ReadonlySet<string> = new Set(),
): PermitProblem | null => {
  const moved = returned.refunds.filter(({ id }) => !setOff.has(id));
  const instead = insteadIn(order, returned.refunds);
  const serials = compareSerials(
    order,
    returned.lines.map(({ orderLineId, serial }) => ({ lineId: orderLineId, serial })),
  );
  const [unread] = serials.missing;
  if (unread !== undefined) return { type: 'serial_missing', lineId: unread };
  const refused =
    restricted(order, returned, terms) ??
    creditProblem(returned, instead, terms) ??
    offlineProblem(order, returned, moved, terms);
  if (refused) return refused;
  const { refundLimit } = terms.policy;
  const reasons: ManagerReason[] = [];
  if (refundLimit !== null && add(givenBefore(order), sumOf(moved)) > refundLimit)
    reasons.push('refund_limit');
  if (instead.length > 0) reasons.push('other_tender');
  if (serials.other.length > 0) reasons.push('other_serial');
  if (isOld(terms)) reasons.push('old_data');
  return approvalProblem(reasons, terms);
};

/** Whole days since the customer had the goods: the window is counted in them (rule R17). */
export const daysSinceTaken = (order: Order, at: string): number =>
  Math.max(0, Math.floor((Date.parse(at) - Date.parse(takenAt(order))) / (24 * HOUR)));
