import { Type, type Static } from 'typebox';
import { Exact } from '#shared/kernel/schema.ts';
import type { Quantity } from '#shared/kernel/quantity.ts';
import type { TaxRate } from '../settings/schema.ts';
import { taxRateOf } from '../settings/tax-rate-of.ts';
import type { Particulars } from '../pricing/particulars.ts';

const MAX_AGE = 99;

/** What must be known before a product is sold; left out = nothing of it. */
export const Asks = Exact({
  /** Years that whoever buys it must have lived. */
  minimumAge: Type.Optional(Type.Integer({ minimum: 1, maximum: MAX_AGE })),
  /** Each piece has a number of its own, which comes back with it. */
  serial: Type.Optional(Type.Literal(true)),
  batch: Type.Optional(Type.Literal(true)),
  /** Marked goods: each piece bears a code of its own, which is registered with its sale. */
  mark: Type.Optional(Type.Literal(true)),
});
export type Asks = Static<typeof Asks>;

/** What is asked of goods on their way into a basket, one after the other. */
export type Ask =
  /** The store does not know their tax rate: nothing can be answered. */
  | { readonly type: 'untaxed' }
  /** They are not to be sold any more: nothing can be answered. */
  | { readonly type: 'expired'; readonly on: string }
  /** Whoever buys must be born on this day or before. */
  | { readonly type: 'age'; readonly years: number; readonly bornBy: string }
  | { readonly type: 'serial' }
  | { readonly type: 'batch' }
  | { readonly type: 'mark' }
  | { readonly type: 'weight' };

/** Goods on their way into a basket, with what is known of them already. */
export type Wanted = {
  readonly product: {
    readonly unit: 'piece' | 'kilogram';
    readonly taxRateId: string;
    readonly asks?: Asks;
  };
  readonly particulars: Particulars;
  /** null = not weighed yet. */
  readonly quantity: Quantity | null;
};

export type AskTerms = {
  /** Today in the store, `2026-01-31`. */
  readonly today: string;
  /** Whether policy lets goods be sold after their last day. */
  readonly sellsExpired: boolean;
  /** Of the store. */
  readonly taxRates: readonly TaxRate[];
};

const yearsBefore = (day: string, years: number): string =>
  `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${day.slice(4)}`;

/** The last day of goods that policy does not let be sold any more; null = they may be. */
export const expiredOn = (
  { expires }: Pick<Particulars, 'expires'>,
  { today, sellsExpired }: Pick<AskTerms, 'today' | 'sellsExpired'>,
): string | null => (expires !== undefined && expires < today && !sellsExpired ? expires : null);

type Leaving = Omit<Wanted, 'product'> & {
  readonly product: Omit<Wanted['product'], 'taxRateId'>;
};

/** What has to be answered next before goods that have their tax already leave the store; null = nothing. */
export const nextAnswer = (
  { product: { unit, asks = {} }, particulars, quantity }: Leaving,
  terms: Pick<AskTerms, 'today' | 'sellsExpired'>,
): Ask | null => {
  const { minimumAge } = asks;
  const expired = expiredOn(particulars, terms);
  if (expired !== null) return { type: 'expired', on: expired };
  if (minimumAge !== undefined && (particulars.ageChecked ?? 0) < minimumAge)
    return { type: 'age', years: minimumAge, bornBy: yearsBefore(terms.today, minimumAge) };
  if (asks.mark && particulars.mark === undefined) return { type: 'mark' };
  if (asks.serial && particulars.serial === undefined) return { type: 'serial' };
  if (asks.batch && particulars.batch === undefined) return { type: 'batch' };
  return unit === 'kilogram' && quantity === null ? { type: 'weight' } : null;
};

/** What has to be answered next; null = nothing, they may go into the basket. */
export const nextAsk = (wanted: Wanted, terms: AskTerms): Ask | null =>
  taxRateOf(terms.taxRates, wanted.product.taxRateId) === null
    ? { type: 'untaxed' }
    : nextAnswer(wanted, terms);
