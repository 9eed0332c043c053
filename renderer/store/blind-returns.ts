import type { Operation } from '#shared/operations/operation.ts';
import type { Journal } from './journal.ts';
import type { Ledger } from './ledger.ts';
import { newestOperations, type OperationOf } from './newest-operations.ts';

/** A return of goods that no order is known of: it changes no order, so that the journal alone shows it. */
export type BlindReturn = OperationOf<'return.completed'>;

/** Operations that are looked back on; older returns are found by the dashboard. */
const LOOKED_AT = 1000;

const isBlind = (operation: Operation): operation is BlindReturn =>
  operation.type === 'return.completed' && operation.payload.orderId === null;

const load = async (ledger: Ledger): Promise<BlindReturn[]> => {
  const found: BlindReturn[] = [];
  for await (const operation of newestOperations(ledger, ['return.completed'], LOOKED_AT))
    if (isBlind(operation)) found.push(operation);
  return found;
};

/** This till's newest blind returns, newest first; read once, then followed. */
export const createBlindReturns = (
  ledger: Ledger,
  journal: Journal,
): (() => Promise<readonly BlindReturn[]>) => {
  let known: Promise<BlindReturn[]> | null = null;
  journal.onAppend((operation) => {
    if (!known || !isBlind(operation)) return;
    // One that was written while the others were read may be among them.
    known = known.then((before) => [operation, ...before.filter(({ id }) => id !== operation.id)]);
  });
  return () => (known ??= load(ledger));
};
