import type { Offer, PaymentProblem } from '#shared/domain/payment/settle.ts';
import { decideHandOver } from '#shared/domain/pickup/decide.ts';
import type { PickupProblem } from '#shared/domain/pickup/problems.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { Actor, Decided, JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import type { TillProblem } from './problems.ts';

type Problem = PickupProblem | PaymentProblem | TillProblem;

/** A web order goes to its customer, and what is still due is paid: one operation. */
export const handOver = (
  { journal, view, now }: TillStore,
  actor: Actor,
  { orderId, offers }: { readonly orderId: string; readonly offers: readonly Offer[] },
): Promise<Result<Operation, Problem | JournalProblem>> =>
  journal.write(actor, async (): Promise<Decided<Problem>> => {
    const { settings } = view.references();
    if (!settings) return fail({ type: 'settings_missing' });
    const order = await view.order(orderId);
    if (!order) return fail({ type: 'order_unknown' });
    const handedOver = decideHandOver(order, offers, settings.cashIncrement, now());
    return handedOver.ok
      ? ok({ type: 'pickup.handedOver', payload: handedOver.value })
      : handedOver;
  });
