import type { Amend } from '#shared/domain/pickup/amend.ts';
import type { RejectionReason } from '#shared/domain/pickup/close.ts';
import type { CounterRefund } from '#shared/domain/pickup/refunds.ts';

/** Lines that are not wanted, or a pickup that came to nothing; `refunds`: what the counter gave back for it. */
export type Lessening =
  | { readonly type: 'amend'; readonly amend: Amend }
  | { readonly type: 'reject'; readonly reason: RejectionReason };

export type LessenInput = {
  readonly orderId: string;
  readonly lessening: Lessening;
  readonly refunds: readonly CounterRefund[];
  /** Nobody could be asked what came back elsewhere. */
  readonly isOffline: boolean;
  /** The card machine has given its part: what happened is not judged any more. */
  readonly isGiven: boolean;
};
