import type { Minor } from '#shared/kernel/money.ts';
import type { Tender } from '../payment/schema.ts';

export type ReturnProblem =
  | { readonly type: 'nothing_to_return' }
  | { readonly type: 'line_unknown'; readonly lineId: string }
  | { readonly type: 'quantity_above_returnable'; readonly lineId: string; readonly left: number }
  | { readonly type: 'refunds_differ_from_total'; readonly total: Minor }
  | { readonly type: 'refund_above_tender'; readonly tender: Tender; readonly cap: Minor };
