import type { ShownProblem } from '#renderer/session/use-problem-text.ts';
import type { Product } from '#shared/domain/catalog/schema.ts';
import type { StockLevel } from '#shared/domain/stock/schema.ts';

/** What lies over the sell screen. */
export type SellDialog =
  | { readonly type: 'reserved'; readonly product: Product; readonly level: StockLevel }
  | {
      readonly type:
        | 'quantity'
        | 'discount'
        | 'cash'
        | 'card'
        | 'mixed'
        | 'customer'
        | 'balance'
        | 'gift_card'
        | 'code'
        | 'tax_number';
    }
  | { readonly type: 'line' | 'void_line' | 'void_basket' }
  | { readonly type: 'parked'; readonly problem: ShownProblem | null }
  | {
      readonly type: 'sold';
      readonly orderId: string;
      /** Cash was offered that pays nothing of it. */
      readonly isCashLeft?: boolean;
    };

/** The customer has been told what they pay. */
export const isPaying = (dialog: SellDialog | null): boolean =>
  dialog?.type === 'cash' || dialog?.type === 'card' || dialog?.type === 'mixed';
