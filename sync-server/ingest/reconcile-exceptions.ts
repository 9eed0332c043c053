import type { Contradiction, Exception } from '#shared/domain/exception/schema.ts';
import { streamName } from '#shared/protocol/pull.ts';
import type { Workspace } from './workspace.ts';

const isSame = (left: Contradiction, right: Contradiction): boolean =>
  left.storeId === right.storeId &&
  left.amount === right.amount &&
  left.otherStoreIds.join(' ') === right.otherStoreIds.join(' ') &&
  left.evidence.join('\n') === right.evidence.join('\n');

const openedBy = (held: Exception | null, found: Contradiction, now: string): Exception =>
  held?.state === 'open'
    ? { ...held, ...found }
    : { ...found, state: 'open', openedAt: now, closedAt: null, resolution: null };

/** The stores whose people see it. */
export const storesOfException = ({
  storeId,
  otherStoreIds,
}: Pick<Contradiction, 'storeId' | 'otherStoreIds'>): string[] => [storeId, ...otherStoreIds];

/** Into the streams of the stores whose people see it. */
export const putException = (workspace: Workspace, exception: Exception): void =>
  workspace.put('exceptions', {
    id: exception.id,
    document: exception,
    streams: storesOfException(exception).map((storeId) => streamName('exceptions', storeId)),
  });

/** What contradicts before a change and after it, by the facts alone. */
export type Contradictions = {
  readonly before: readonly Contradiction[];
  readonly after: readonly Contradiction[];
};

/**
 * Opens, updates and closes exceptions so that they say what the facts say now (rule S5). What somebody settled stays
 * settled until another fact comes to it, or it goes and comes back: then it opens anew.
 */
export const reconcileExceptions = async (
  workspace: Workspace,
  { before, after }: Contradictions,
  now: string,
): Promise<void> => {
  const knownById = new Map(before.map((known) => [known.id, known]));
  const foundIds = new Set(after.map(({ id }) => id));
  const changed = after.filter((found) => {
    const known = knownById.get(found.id);
    return known === undefined || !isSame(known, found);
  });
  const gone = before.filter(({ id }) => !foundIds.has(id));
  await workspace.load(
    'exceptions',
    [...changed, ...gone].map(({ id }) => id),
  );
  for (const found of changed) {
    const held = await workspace.document('exceptions', found.id);
    if (held?.state === 'open' && isSame(held, found)) continue;
    putException(workspace, openedBy(held, found, now));
  }
  for (const { id } of gone) {
    const held = await workspace.document('exceptions', id);
    if (held?.state === 'open')
      putException(workspace, { ...held, state: 'closed', closedAt: now });
  }
};

/** Nobody settled it: the facts did not contradict any more. */
const isClosedByFacts = ({ state, resolution }: Exception): boolean =>
  state === 'closed' && resolution === null;

/** A contradiction told once more is the same, settled by somebody or not; one that facts had closed opens anew. */
export const openException = async (
  workspace: Workspace,
  found: Contradiction,
  now: string,
): Promise<void> => {
  const held = await workspace.document('exceptions', found.id);
  if (held === null || isClosedByFacts(held) || !isSame(held, found))
    putException(workspace, openedBy(held, found, now));
};
