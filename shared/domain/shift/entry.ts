import type { Minor } from '#shared/kernel/money.ts';
import type { Payment, Refund } from '../payment/schema.ts';
import type { PricedLine } from '../pricing/schema.ts';
import type { ReturnLine } from '../return/schema.ts';
import type { CashMove } from './cash-move.ts';

/** What the report counts of a line that was sold. */
export type SoldLine = Pick<PricedLine, 'sku' | 'kind' | 'taxRate' | 'total' | 'tax' | 'discounts'>;

/** What one operation adds to the report of its shift. */
export type ShiftEntry = {
  readonly at: string;
  readonly staffId: string;
  /** Null = nothing was sold by it. */
  readonly sold: { readonly lines: readonly SoldLine[] } | null;
  readonly returned: { readonly lines: readonly ReturnLine[] } | null;
  readonly isHandOver: boolean;
  readonly rounding: Minor;
  /** What moved money: of an exchange not what was set off. */
  readonly payments: readonly Payment[];
  readonly refunds: readonly (Refund & { readonly orderId: string | null })[];
  readonly move: CashMove | null;
  readonly isDrawerOpening: boolean;
  readonly voided: { readonly what: 'line' | 'basket'; readonly amount: Minor } | null;
};
