import type { PricedLine } from '#shared/domain/pricing/schema.ts';
import type { Minor } from '#shared/kernel/money.ts';
import type { Quantity } from '#shared/kernel/quantity.ts';

/** What lies over the pickups: one thing at a time. */
export type PanelDialog =
  | { readonly type: 'pay'; readonly due: Minor }
  | { readonly type: 'line'; readonly line: PricedLine; readonly count: Quantity }
  | { readonly type: 'payNow' | 'proof' | 'more' | 'decline' | 'release' };
