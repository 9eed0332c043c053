import type { Contradiction, Exception } from '#shared/domain/exception/schema.ts';
import { streamName } from '#shared/protocol/pull.ts';
import type { Workspace } from './workspace.ts';

const isSame = (left: Contradiction, right: Contradiction): boolean =>
  left.storeId === right.storeId && left.evidence.join('\n') === right.evidence.join('\n');

const openedBy = (held: Exception | null, found: Contradiction, now: string): Exception =>
  held?.state === 'open'
    ? { ...held, ...found }
    : { ...found, state: 'open', openedAt: now, closedAt: null };

const put = (workspace: Workspace, exception: Exception): void =>
  workspace.put('exceptions', {
    id: exception.id,
    document: exception,
    streams: [streamName('exceptions', exception.storeId)],
  });

/**
 * Opens, updates and closes exceptions so that they say what the facts say now (rule S5). `before` is what the same
 * facts contradicted before the change.
 */
export const reconcileExceptions = async (
  workspace: Workspace,
  before: readonly Contradiction[],
  after: readonly Contradiction[],
  now: string,
): Promise<void> => {
  for (const found of after) {
    if (before.some((known) => known.id === found.id && isSame(known, found))) continue;
    const held = await workspace.document('exceptions', found.id);
    if (held?.state === 'open' && isSame(held, found)) continue;
    put(workspace, openedBy(held, found, now));
  }
  for (const { id } of before) {
    if (after.some((found) => found.id === id)) continue;
    const held = await workspace.document('exceptions', id);
    if (held?.state === 'open') put(workspace, { ...held, state: 'closed', closedAt: now });
  }
};
