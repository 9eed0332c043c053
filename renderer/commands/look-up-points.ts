import type { Customer } from '#shared/domain/customer/schema.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { accountOf } from '#shared/domain/points/of-order.ts';
import type { PickupTerms } from '#shared/domain/points/of-pickup.ts';
import type { KnownPoints } from '#shared/domain/points/schema.ts';
import {
  type PointsHere,
  type PointsProblem,
  spendablePoints,
} from '#shared/domain/points/spendable.ts';
import type { PointsTerms } from '#shared/domain/sale/decide.ts';
import type { Minor } from '#shared/kernel/money.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { TillStore } from '../store/till-store.ts';
import { rememberPoints, toldPoints } from '../store/told-points.ts';
import { trustedTime } from '../store/trusted-time.ts';

/** The customer as the server knows them now; null = it could not be asked, or knows none of that id. */
type AskCustomer = (customerId: string) => Promise<Customer | null>;

/** What is on a customer's account, and when the server last said so. */
export type PointsBalance = PointsHere & KnownPoints;

/** As far as this till knows without asking, with what it did itself since; null = it never heard of the customer. */
export const knownPoints = async (
  till: Pick<TillStore, 'ledger' | 'view' | 'now' | 'time'>,
  customerId: string,
): Promise<PointsBalance | null> => {
  const { at, lastContactAt } = await trustedTime(till);
  const pulled = till.view.points(customerId, null);
  if (pulled !== null) return { ...pulled, isAsked: false, at: lastContactAt ?? at };
  const told = await toldPoints(till, customerId);
  const here = told && till.view.points(customerId, told.points);
  return told && here && { ...here, isAsked: false, at: told.at };
};

/** What a sale to this customer goes by; an exchange adds the points that its goods had been paid with. */
export const pointsTerms = async (
  till: Pick<TillStore, 'ledger' | 'view' | 'now' | 'time'>,
  customerId: string | null,
): Promise<PointsTerms> => {
  const rule = till.view.references().policy.points ?? null;
  const found = rule && customerId !== null ? await knownPoints(till, customerId) : null;
  return { rule, known: found && { balance: found.balance, at: found.at }, paid: 0 };
};

/** What a web order goes by; null = it names no customer of the chain, or the store has no points. */
export const pickupTerms = async (
  till: Pick<TillStore, 'ledger' | 'view' | 'now' | 'time'>,
  order: Order,
): Promise<PickupTerms | null> => {
  const customerId = accountOf(order);
  const { rule, known } = await pointsTerms(till, customerId);
  return rule === null || customerId === null ? null : { customerId, rule, known };
};

/** What is on a customer's account: the server is asked where it can be. */
export const lookUpPoints = async (
  till: TillStore,
  ask: AskCustomer,
  customerId: string,
): Promise<PointsBalance | null> => {
  const told = await ask(customerId);
  if (told === null) return knownPoints(till, customerId);
  const points = told.points ?? { balance: 0, seen: {} };
  await rememberPoints(till, customerId, points);
  const here = till.view.points(customerId, points);
  return here && { ...here, isAsked: true, at: (await trustedTime(till)).at };
};

export type SpendablePoints = {
  readonly balance: PointsBalance;
  /** The most that may be spent now. */
  readonly most: number;
};

/** Policy may have changed meanwhile, so that there are no points any more. */
export type PointsPartProblem = PointsProblem | { readonly type: 'points_not_taken' };

/** How many points may pay what is left: nothing has moved for it yet. */
export const pointsToSpend = async (
  till: TillStore,
  ask: AskCustomer,
  { customerId, left }: { readonly customerId: string; readonly left: Minor },
): Promise<Result<SpendablePoints, PointsPartProblem>> => {
  const rule = till.view.references().policy.points ?? null;
  if (rule === null) return fail({ type: 'points_not_taken' });
  const balance = await lookUpPoints(till, ask, customerId);
  const most = spendablePoints(rule, balance, left);
  if (!most.ok) return most;
  return balance === null ? fail({ type: 'points_not_known' }) : ok({ balance, most: most.value });
};
