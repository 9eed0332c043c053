import type { PricedLine } from '#shared/domain/pricing/schema.ts';
import type { Minor } from '#shared/kernel/money.ts';

/** What lies over the pickups: one thing at a time. */
export type PanelDialog =
  | { readonly type: 'pay'; readonly due: Minor }
  | { readonly type: 'line'; readonly line: PricedLine }
  | { readonly type: 'payNow' | 'proof' | 'more' | 'decline' | 'release' };
