import { decidePick, decidePrepare, type LinePart } from '#shared/domain/pickup/decide.ts';
import type { PickupProblem } from '#shared/domain/pickup/problems.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { Actor, JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import { onOrder } from './on-order.ts';
import type { TillProblem } from './problems.ts';

type Done = Promise<Result<Operation, PickupProblem | TillProblem | JournalProblem>>;

/** So much of these lines was found on the shelves. */
export const pickLines = (
  till: TillStore,
  actor: Actor,
  { orderId, found }: { readonly orderId: string; readonly found: readonly LinePart[] },
): Done =>
  onOrder(till, actor, orderId, (order) => {
    const picked = decidePick(order, found);
    return picked.ok ? ok({ type: 'pickup.picked', payload: picked.value }) : picked;
  });

/** The goods of a web order stand ready on a shelf. */
export const preparePickup = (
  till: TillStore,
  actor: Actor,
  { orderId, shelf }: { readonly orderId: string; readonly shelf: string },
): Done =>
  onOrder(till, actor, orderId, (order) => {
    const prepared = decidePrepare(order, shelf);
    return prepared.ok ? ok({ type: 'pickup.prepared', payload: prepared.value }) : prepared;
  });
