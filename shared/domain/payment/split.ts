import { add, type Minor, minor, subtract } from '#shared/kernel/money.ts';
import { worthOf } from '../points/earn.ts';
import type { PointsRule } from '../points/schema.ts';
import type { MachineTender } from './machine.ts';
import type { Offer } from './settle.ts';

/** How what is due is paid: what was given, and what a machine is asked for besides; null = nothing is. */
export type Paying = {
  readonly offers: readonly Offer[];
  readonly byMachine: { readonly tender: MachineTender; readonly amount: Minor } | null;
};

/** What is still to be paid once these have paid, minor units. */
export const leftToPay = (due: Minor, offers: readonly Offer[]): Minor =>
  minor(Math.max(0, subtract(due, add(...offers.map(({ tendered }) => tendered)))));

/**
 * Whether so much cash may pay a part, so that something else pays the rest: less than the rest, in coins that there
 * are (rule R1).
 */
export const mayBePart = (amount: Minor, left: Minor, cashIncrement: number): boolean =>
  amount > 0 && amount < left && amount % cashIncrement === 0;

export const cashOffer = (id: string, tendered: Minor): Offer => ({
  id,
  tender: 'cash',
  tendered,
  reference: null,
});

/** So many points as a part of what is paid. */
export const pointsOffer = (
  id: string,
  points: number,
  rule: Pick<PointsRule, 'worth'>,
): Offer => ({ id, tender: 'points', tendered: worthOf(rule, points), reference: null });
