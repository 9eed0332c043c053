import { happenedAt } from '#shared/operations/happened-at.ts';
import type { Operation } from '#shared/operations/operation.ts';
import {
  contradictionsOfClosing,
  contradictionsOfOpening,
} from '#shared/domain/exception/of-operation.ts';
import { referenceId } from '#shared/protocol/documents.ts';
import { streamName } from '#shared/protocol/pull.ts';
import type { ShiftRow } from '../store/store.ts';
import { policyAt } from './policy-at.ts';
import { openException } from './reconcile-exceptions.ts';
import type { Workspace } from './workspace.ts';

/** What an operation says of a shift; the opening and the closing may be heard of in either order. */
export const shiftRowsOf = (operation: Operation): ShiftRow[] => {
  const { type, payload, tillId, storeId, staffId, journalId, seq } = operation;
  if (type !== 'shift.opened' && type !== 'shift.closed') return [];
  const { shiftId, number, currency } = payload;
  const at = happenedAt(operation);
  const of = { shiftId, tillId, storeId, number, currency };
  if (type === 'shift.opened') return [{ ...of, openedAt: at, openedBy: staffId, closing: null }];
  const { openedAt, openedBy, difference } = payload;
  return [{ ...of, openedAt, openedBy, closing: { journalId, seq, at, difference } }];
};

/** Tells the till's next device how far its shifts are counted; whoever watches hears of a closing by it as well. */
export const noteLastShift = async (
  workspace: Workspace,
  operation: Operation,
  now: string,
): Promise<void> => {
  if (operation.type !== 'shift.opened' && operation.type !== 'shift.closed') return;
  const { id: operationId, tillId, storeId, payload } = operation;
  const id = referenceId('lastShift', tillId);
  const known = await workspace.document('references', id);
  const last = known?.type === 'lastShift' ? known.value.number : 0;
  if (operation.type === 'shift.opened')
    for (const found of contradictionsOfOpening(payload.number, last, { operationId, storeId }))
      await openException(workspace, found, now);
  workspace.put('references', {
    id,
    document: { type: 'lastShift', value: { tillId, number: Math.max(last, payload.number) } },
    streams: [streamName('references', storeId)],
  });
};

/** A drawer that differs by more than the policy lets pass is somebody's to look into; the Z report stays as it is (rule R3). */
export const checkDrawer = async (
  workspace: Workspace,
  operation: Operation,
  now: string,
): Promise<void> => {
  if (operation.type !== 'shift.closed') return;
  const { id: operationId, storeId, payload } = operation;
  const { cashDifferenceLimit } = await policyAt(workspace, storeId);
  const at = { operationId, storeId };
  for (const found of contradictionsOfClosing(payload, at, cashDifferenceLimit))
    await openException(workspace, found, now);
};
