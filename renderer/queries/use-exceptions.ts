import type { Exception } from '#shared/domain/exception/schema.ts';
import { parseOperation } from '#shared/operations/parse-operation.ts';
import { newestQueued } from '../store/queue.ts';
import type { TillStore } from '../store/till-store.ts';
import { useLive } from './use-live.ts';
import { useTillData } from './till-data.ts';

/** An exception that is open as far as the server said, and whether it was decided here since. */
export type OpenException = { readonly exception: Exception; readonly isDecided: boolean };

/** Decisions are few; one that waits behind more operations than these shows as open a little longer. */
const READ = 200;

/** Exceptions of this store, newest first. */
export const readOpenExceptions = async ({
  ledger,
  state,
}: Pick<TillStore, 'ledger' | 'state'>): Promise<OpenException[]> => {
  const open = await state.openExceptions();
  if (open.length === 0) return [];
  const decided = new Set(
    (await newestQueued(ledger, READ)).flatMap((envelope) => {
      const known = parseOperation(envelope);
      return known.ok && known.value.type === 'exception.resolved'
        ? [known.value.payload.exceptionId]
        : [];
    }),
  );
  return open
    .toSorted((left, right) => (left.openedAt < right.openedAt ? 1 : -1))
    .map((exception) => ({ exception, isDecided: decided.has(exception.id) }));
};

export const useExceptions = (): OpenException[] | undefined => {
  const { store } = useTillData();
  return useLive(() => readOpenExceptions(store), 'exceptions');
};

/** Those of one order; null = of none. */
export const useExceptionsOf = (orderId: string | null): readonly OpenException[] =>
  (useExceptions() ?? []).filter(
    ({ exception: { subject } }) => subject.type === 'order' && subject.id === orderId,
  );
