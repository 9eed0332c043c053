import type { PricedLine } from '#shared/domain/pricing/schema.ts';
import type { Quantity } from '#shared/kernel/quantity.ts';

/** What lies over the pickups: one thing at a time. */
export type PanelDialog =
  | { readonly type: 'line'; readonly line: PricedLine; readonly count: Quantity }
  | { readonly type: 'pay' | 'payNow' | 'proof' | 'more' | 'decline' | 'release' };
