import { DatabaseError } from 'pg';
import { StoreUnavailable } from './store.ts';

/** The same work may succeed at once: somebody else was faster. */
export class StoreConflict extends StoreUnavailable {}

/** Classes of SQLSTATE that speak of the values given: cardinality, data, integrity, limits of size. */
const DATA_CLASSES = new Set(['21', '22', '23', '54']);
/** serialization_failure, deadlock_detected */
const CONFLICTS = new Set(['40001', '40P01']);

/** What an error of the driver means to a store's user: `StoreUnavailable`, or itself when the data is at fault. */
export const storeError = (error: unknown): unknown => {
  if (error instanceof StoreUnavailable) return error;
  if (!(error instanceof DatabaseError))
    return new StoreUnavailable('the database cannot be reached', { cause: error });
  const code = error.code ?? '';
  if (DATA_CLASSES.has(code.slice(0, 2))) return error;
  if (CONFLICTS.has(code)) return new StoreConflict(code, { cause: error });
  return new StoreUnavailable(code, { cause: error });
};
