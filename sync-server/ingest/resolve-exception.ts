import type { Exception, ExceptionResolution } from '#shared/domain/exception/schema.ts';
import {
  obstacleTo,
  refundableOnline,
  settle,
  type SettleProblem,
} from '#shared/domain/exception/settle.ts';
import { applyChannelAct, type ChannelAct } from '#shared/domain/order/channel-act.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { storesOfOrder } from '#shared/domain/order/stores-of-order.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { happenedAt } from '#shared/operations/happened-at.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { referenceId } from '#shared/protocol/documents.ts';
import type { IngestEnvironment } from './environment.ts';
import { putException, storesOfException } from './reconcile-exceptions.ts';
import { recordChannelActs } from './take-channel-act.ts';
import { createWorkspace, type Workspace } from './workspace.ts';

/** The exceptions that these operations say are settled. */
export const resolvedIn = async (
  workspace: Workspace,
  operations: readonly Operation[],
): Promise<Exception[]> => {
  const ids = operations.flatMap((operation) =>
    operation.type === 'exception.resolved' ? [operation.payload.exceptionId] : [],
  );
  await workspace.load('exceptions', ids);
  const found = await Promise.all(ids.map((id) => workspace.document('exceptions', id)));
  return found.filter((exception) => exception !== null);
};

const nameOf = async (workspace: Workspace, staffId: string): Promise<string> => {
  const known = await workspace.document('references', referenceId('staff', staffId));
  return known?.type === 'staff' ? known.value.name : staffId;
};

/**
 * Somebody settled an exception at a till of a store that sees it. The first to settle it has (rule S6): of a second
 * one, and of one about nothing that the server knows, the operation is kept and nothing changes.
 */
export const takeResolution = async (workspace: Workspace, operation: Operation): Promise<void> => {
  if (operation.type !== 'exception.resolved') return;
  const { exceptionId, action, note } = operation.payload;
  const held = await workspace.document('exceptions', exceptionId);
  // What head office answers for is not settled at a till.
  if (held === null || held.owner === 'head_office') return;
  if (!storesOfException(held).includes(operation.storeId)) return;
  const by = await nameOf(workspace, operation.staffId);
  const settled = settle(held, { action, by, at: happenedAt(operation), note });
  if (settled.ok) putException(workspace, settled.value);
};

const orderOf = (
  from: Pick<Workspace, 'document'>,
  { subject }: Exception,
): Promise<Order | null> =>
  subject.type === 'order' ? from.document('orders', subject.id) : Promise.resolve(null);

/** The channel's payment provider is told to give back what it can (rule R16). */
const refundOnline = async (
  workspace: Workspace,
  before: Order,
  refundId: string,
  now: string,
): Promise<void> => {
  const act: ChannelAct = {
    type: 'refund',
    refund: {
      id: refundId,
      tender: 'online',
      amount: refundableOnline(before),
      state: 'pending',
      reference: null,
      at: now,
    },
  };
  const after = applyChannelAct(before, act, { actId: refundId, at: now });
  await recordChannelActs(workspace, { before, after }, [act], now);
};

export type ResolveProblem = SettleProblem | { readonly type: 'not_found' };

/**
 * A person of head office, or a manager in the dashboard, settles an exception; whoever is first has (rule S6). What
 * only a till can do is not done from here (`obstacleTo`). A refund moves what the exception is about: should some of it be left, the
 * exception comes back open with the rest.
 */
export const resolveException = (
  { store, now, createId }: Pick<IngestEnvironment, 'store' | 'now' | 'createId'>,
  exceptionId: string,
  { action, by, note }: Omit<ExceptionResolution, 'at'>,
): Promise<Result<Exception, ResolveProblem>> =>
  store.transaction(async (tx): Promise<Result<Exception, ResolveProblem>> => {
    const found = await tx.document('exceptions', exceptionId);
    if (found === null) return fail({ type: 'not_found' });
    const about = await orderOf(tx, found);
    const stores = [...storesOfException(found), ...(about === null ? [] : storesOfOrder(about))];
    await tx.lock([], [...new Set(stores)]);
    const workspace = createWorkspace(tx);
    const held = (await workspace.document('exceptions', exceptionId)) ?? found;
    const order = await orderOf(workspace, held);
    const at = now();
    const settled = settle(held, { action, by, at, note });
    if (!settled.ok) return settled;
    if (obstacleTo(action, order) !== null) return fail({ type: 'action_not_offered' });
    putException(workspace, settled.value);
    if (action === 'refund' && order !== null) await refundOnline(workspace, order, createId(), at);
    await workspace.flush();
    return ok((await workspace.document('exceptions', exceptionId)) ?? settled.value);
  });
