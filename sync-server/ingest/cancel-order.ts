import { applyCancellation } from '#shared/domain/order/apply.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { changeWebOrder } from './change-web-order.ts';
import type { IngestEnvironment } from './environment.ts';
import { recordOrder } from './record-order.ts';

export type CancelProblem = { readonly type: 'not_found' } | { readonly type: 'order_closed' };

/**
 * The channel or the customer gives a web order up; its goods are free again. Done twice it changes nothing. Goods
 * that were handed over meanwhile at a till that is cut off become an exception when that is heard of.
 */
export const cancelWebOrder = (
  { store, now }: Pick<IngestEnvironment, 'store' | 'now'>,
  orderId: string,
): Promise<Result<Order, CancelProblem>> =>
  changeWebOrder({ store }, orderId, null, async (before, workspace) => {
    if (before === null || before.pickup === null || before.provisional)
      return fail({ type: 'not_found' });
    if (before.canceledAt !== null) return ok(before);
    if (before.pickup.state === 'completed') return fail({ type: 'order_closed' });
    const at = now();
    const after = applyCancellation(before, { actId: before.id, at });
    await recordOrder(workspace, { before, after, movements: [], origin: null }, at);
    return ok(after);
  });
