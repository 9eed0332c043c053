import { applyArrangement } from '../domain/quick-keys/apply.ts';
import type { QuickKeys } from '../domain/quick-keys/schema.ts';
import { factOf } from './effects.ts';
import type { Operation } from './operation.ts';

/** A store's quick keys after an operation, at the server and in the till's view alike; others leave them as they are. */
export const applyToQuickKeys = (
  quickKeys: QuickKeys | null,
  operation: Operation,
): QuickKeys | null =>
  operation.type === 'tiles.arranged'
    ? applyArrangement(quickKeys, operation.payload, factOf(operation))
    : quickKeys;
