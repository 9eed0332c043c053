import { decidePrepare } from '#shared/domain/pickup/decide.ts';
import type { PickupProblem } from '#shared/domain/pickup/problems.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { Actor, Decided, JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import type { TillProblem } from './problems.ts';

type Problem = PickupProblem | TillProblem;

/** The goods of a web order stand ready on a shelf. */
export const preparePickup = (
  { journal, view }: TillStore,
  actor: Actor,
  { orderId, shelf }: { readonly orderId: string; readonly shelf: string },
): Promise<Result<Operation, Problem | JournalProblem>> =>
  journal.write(actor, async (): Promise<Decided<Problem>> => {
    const order = await view.order(orderId);
    if (!order) return fail({ type: 'order_unknown' });
    const prepared = decidePrepare(order, shelf);
    return prepared.ok ? ok({ type: 'pickup.prepared', payload: prepared.value }) : prepared;
  });
