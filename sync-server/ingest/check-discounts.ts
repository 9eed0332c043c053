import { checkPointsOff } from '#shared/domain/points/check-points-off.ts';
import { checkPromotions } from '#shared/domain/pricing/check-promotions.ts';
import type { Promotion } from '#shared/domain/pricing/promotion.ts';
import type { Discount } from '#shared/domain/pricing/schema.ts';
import type { Sale } from '#shared/domain/sale/schema.ts';
import { happenedAt } from '#shared/operations/happened-at.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { type Reference, referenceId } from '#shared/protocol/documents.ts';
import { policyId } from '../chain/policy-id.ts';
import { soldBy } from './sold-by.ts';
import type { Workspace } from './workspace.ts';

type Known = Pick<Workspace, 'load' | 'document' | 'replaced' | 'categories'>;

/**
 * So long before it is written down a sale may have been priced: one whose money was asked for is written when its till runs
 * again, at the price that was agreed. ms
 */
const LATE = 30 * 24 * 3_600_000;

const discountsOf = ({ lines }: Pick<Sale, 'lines'>): Discount[] =>
  lines.flatMap(({ discounts }) => discounts);

const promotionIdsOf = (sale: Sale): string[] => [
  ...new Set(
    discountsOf(sale).flatMap(({ kind, promotionId }) =>
      kind === 'promotion' && promotionId !== null ? [referenceId('promotion', promotionId)] : [],
    ),
  ),
];

const takesPromotions = (sale: Sale): boolean =>
  discountsOf(sale).some(({ kind }) => kind === 'promotion');
const takesPoints = (sale: Sale): boolean =>
  discountsOf(sale).some(({ kind }) => kind === 'points');

const policiesOf = (storeId: string): string[] => [policyId(storeId), policyId(null)];

/** What each of these ever was, the latest last. */
const everOf = async (known: Known, ids: readonly string[]): Promise<Reference[]> => {
  const before = await known.replaced(ids);
  const now = await Promise.all(ids.map((id) => known.document('references', id)));
  return [...ids.flatMap((id) => before.get(id) ?? []), ...now.filter((one) => one !== null)];
};

/** Reads ahead what discounts of these operations are checked against. */
export const loadDiscounts = async (
  known: Known,
  operations: readonly Operation[],
): Promise<void> => {
  const sales = operations.flatMap((operation) => {
    const sale = soldBy(operation);
    return sale === null ? [] : [{ sale, storeId: operation.storeId }];
  });
  const ids = [
    ...sales.flatMap(({ sale }) => promotionIdsOf(sale)),
    ...sales.flatMap(({ sale, storeId }) => (takesPoints(sale) ? policiesOf(storeId) : [])),
  ];
  await known.load('references', ids);
  await known.replaced(ids);
  await known.categories(
    sales
      .filter(({ sale }) => takesPromotions(sale))
      .flatMap(({ sale }) => sale.lines.map(({ sku }) => sku)),
  );
};

const wrongPromotions = async (
  known: Known,
  sale: Sale,
  operation: Operation,
  now: string,
): Promise<string[]> => {
  if (!takesPromotions(sale)) return [];
  const at = happenedAt(operation);
  const promotions = new Map<string, Promotion[]>();
  for (const reference of await everOf(known, promotionIdsOf(sale))) {
    if (reference.type !== 'promotion') continue;
    const { value } = reference;
    promotions.set(value.id, [...(promotions.get(value.id) ?? []), value]);
  }
  return checkPromotions(sale, {
    storeId: operation.storeId,
    from: new Date(Date.parse(at) - LATE).toISOString(),
    // A clock that was set back goes on from the time that the till had seen (rule J7).
    to: at < now ? now : at,
    promotions,
    categories: await known.categories(sale.lines.map(({ sku }) => sku)),
  });
};

const wrongPoints = async (known: Known, sale: Sale, storeId: string): Promise<string[]> => {
  if (!takesPoints(sale)) return [];
  const policies = await everOf(known, policiesOf(storeId));
  const worths = policies.flatMap((reference) =>
    reference.type === 'policy' && reference.value.policy.points
      ? [reference.value.policy.points.worth]
      : [],
  );
  return checkPointsOff(sale, worths);
};

/**
 * What promotions and points took off a sale that they cannot have taken at any till that is stale (rules R11, R13), as
 * `lines/0/discounts/0`. `now` is the server's.
 */
export const checkDiscounts = async (
  known: Known,
  sale: Sale,
  operation: Operation,
  now: string,
): Promise<string[]> => [
  ...(await wrongPromotions(known, sale, operation, now)),
  ...(await wrongPoints(known, sale, operation.storeId)),
];
