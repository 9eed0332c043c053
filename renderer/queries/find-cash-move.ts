import type { Ledger } from '../store/ledger.ts';
import { newestOperations, type OperationOf } from '../store/newest-operations.ts';

/** Who asks for its paper sees it in the open shift: it is among the latest. */
const LOOKED_AT = 5000;

/** What came into the drawer of this till or left it, as it was written down; null = it is not among the latest. */
export const findCashMove = async (
  ledger: Ledger,
  moveId: string,
): Promise<OperationOf<'cash.moved'> | null> => {
  for await (const moved of newestOperations(ledger, ['cash.moved'], LOOKED_AT))
    if (moved.payload.moveId === moveId) return moved;
  return null;
};
