import { decidePutBack } from '#shared/domain/pickup/close.ts';
import { decideArrival, decideExtension, decideMove } from '#shared/domain/pickup/keep.ts';
import type { PickupProblem } from '#shared/domain/pickup/problems.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { readIdentity } from '../store/identity.ts';
import type { Actor, JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import { trustedNow } from '../store/trusted-time.ts';
import { may } from './may.ts';
import { onOrder } from './on-order.ts';
import type { TillProblem } from './problems.ts';

type Done = Promise<Result<Operation, PickupProblem | TillProblem | JournalProblem>>;

/** The goods are kept longer: a manager's to allow. */
export const extendPickup = (
  till: TillStore,
  actor: Actor,
  { orderId, days }: { readonly orderId: string; readonly days: number },
): Done =>
  onOrder(till, actor, orderId, async (order) => {
    const references = till.view.references();
    if (!(await may(till, actor, 'pickups'))) return fail({ type: 'manager_needed' });
    const { extensionDays: longest } = references.policy;
    const at = await trustedNow(till);
    const extended = decideExtension(order, { days, longest, at });
    return extended.ok ? ok({ type: 'pickup.extended', payload: extended.value }) : extended;
  });

export type MoveInput = {
  readonly orderId: string;
  readonly toStoreId: string;
  readonly isShipped: boolean;
};

/** The order is collected in another store. */
export const movePickup = (till: TillStore, actor: Actor, { orderId, ...to }: MoveInput): Done =>
  onOrder(till, actor, orderId, (order) => {
    const { stores } = till.view.references();
    const moved = decideMove(order, { ...to, stores });
    return moved.ok ? ok({ type: 'pickup.moved', payload: moved.value }) : moved;
  });

/** Goods that were sent to this store came. */
export const receivePickup = (
  till: TillStore,
  actor: Actor,
  { orderId }: { readonly orderId: string },
): Done =>
  onOrder(till, actor, orderId, (order) => {
    const arrived = decideArrival(order);
    return arrived.ok ? ok({ type: 'pickup.arrived', payload: arrived.value }) : arrived;
  });

/** Goods that stood ready for nobody are back where they are sold from. */
export const putBackGoods = (
  till: TillStore,
  actor: Actor,
  { orderId }: { readonly orderId: string },
): Done =>
  onOrder(till, actor, orderId, async (order) => {
    const identity = await readIdentity(till.ledger);
    const putBack = decidePutBack(order, identity?.storeId ?? '');
    return putBack.ok ? ok({ type: 'pickup.putBack', payload: putBack.value }) : putBack;
  });
