import { contradictionsOfStoredValue } from '#shared/domain/exception/stored-value-overdrawn.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { storedValueOf } from '#shared/operations/stored-value-effects.ts';
import { reconcileExceptions } from './reconcile-exceptions.ts';
import type { Workspace } from './workspace.ts';

/** What an operation issues and spends goes on the ledger, and a code that more was spent of than issued is told. */
export const recordStoredValue = async (
  workspace: Workspace,
  operation: Operation,
  now: string,
): Promise<void> => {
  const rows = storedValueOf(operation);
  const codes = [...new Set(rows.map(({ code }) => code))];
  if (codes.length === 0) return;
  const known = await workspace.storedValue(codes);
  workspace.addStoredValue(rows);
  const contradictionsIn = (all: typeof known) =>
    codes.flatMap((code) =>
      contradictionsOfStoredValue(
        code,
        all.filter((row) => row.code === code),
      ),
    );
  await reconcileExceptions(
    workspace,
    { before: contradictionsIn(known), after: contradictionsIn([...known, ...rows]) },
    now,
  );
};
