import type { Order } from '#shared/domain/order/schema.ts';
import type { Offer } from '#shared/domain/payment/settle.ts';
import type { Basket } from '#shared/domain/pricing/basket.ts';
import type { PromotionBook } from '#shared/domain/pricing/promotion-book.ts';
import type { ReturnRequest } from '#shared/domain/return/decide.ts';
import type { RefundPart } from '#shared/domain/return/refunds.ts';

export type ReturnInput = {
  readonly returnId: string;
  /** As the till, the server or the receipt told it; what this till knows besides is added. */
  readonly told: Order;
  readonly proof: 'order' | 'receipt';
  readonly requests: readonly ReturnRequest[];
  readonly refunds: readonly (RefundPart & { readonly reference: string | null })[];
  readonly customer: string | null;
  /** The customer agreed to store credit or a gift card (rule R14). */
  readonly creditConsent: boolean;
  /** Nobody could be asked what came back elsewhere. */
  readonly isOffline: boolean;
  /** The card machine has given its part: what happened is not judged any more. */
  readonly isGiven: boolean;
};

export type ExchangeInput = ReturnInput & {
  /** The order that the new goods will be. */
  readonly orderId: string;
  readonly basket: Basket;
  /** When the difference was told to the customer. */
  readonly pricedAt: string;
  /** Those of then, where the money is taken already; left out = those that the till knows now. */
  readonly promotions?: PromotionBook;
  /** What the customer pays, where the new goods cost more. */
  readonly offers: readonly Offer[];
};
