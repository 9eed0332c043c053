import type { Order } from '#shared/domain/order/schema.ts';
import type { StoreSettings } from '#shared/domain/settings/schema.ts';
import { fail, type Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { Actor, Decided, JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import type { TillProblem } from './problems.ts';

/** What an act on an order is decided by. */
export type OrderTerms = { readonly settings: StoreSettings; readonly at: string };

/** One act on an order as the till shows it now, decided and written under the journal's lock (rules J2, J3). */
export const onOrder = <Problem>(
  { journal, view, now }: TillStore,
  actor: Actor,
  orderId: string,
  decide: (
    order: Order,
    terms: OrderTerms,
  ) => Decided<Problem | TillProblem> | Promise<Decided<Problem | TillProblem>>,
): Promise<Result<Operation, Problem | TillProblem | JournalProblem>> =>
  journal.write<Problem | TillProblem>(actor, async () => {
    const { settings } = view.references();
    if (!settings) return fail({ type: 'settings_missing' });
    const order = await view.order(orderId);
    return order ? decide(order, { settings, at: now() }) : fail({ type: 'order_unknown' });
  });
