import type { Operation, OperationType } from '#shared/operations/operation.ts';
import { parseEnvelope, parseOperation } from '#shared/operations/parse-operation.ts';
import { readIdentity } from './identity.ts';
import type { Ledger, SealedText } from './ledger.ts';

const PAGE = 200;

/** An operation of one type, or of several. */
export type OperationOf<Type extends OperationType> = Extract<Operation, { readonly type: Type }>;

/** The operation in a text of the ledger; none when this build does not know its type or version. */
export const operationsIn = (text: string): Operation[] => {
  const envelope = parseEnvelope(text);
  const operation = envelope.ok ? parseOperation(envelope.value) : envelope;
  return operation.ok ? [operation.value] : [];
};

/** The operation in a text, if it is of one of these types: reading a whole one takes far longer than looking for its type. */
export const readAs = <Type extends OperationType>(
  { text }: SealedText,
  types: readonly Type[],
): OperationOf<Type>[] => {
  const isOne = (operation: Operation): operation is OperationOf<Type> =>
    types.some((type) => type === operation.type);
  return types.some((type) => text.includes(`"type":"${type}"`))
    ? operationsIn(text).filter(isOne)
    : [];
};

/**
 * What this till wrote of these types, newest first over all its journals; whoever stops early has read little.
 * `limit`: how many operations of any type are looked at.
 */
export async function* newestOperations<Type extends OperationType>(
  ledger: Ledger,
  types: readonly Type[],
  limit = Number.POSITIVE_INFINITY,
): AsyncGenerator<OperationOf<Type>> {
  const identity = await readIdentity(ledger);
  if (!identity) return;
  let left = limit;
  for (const id of [...identity.earlierJournalIds, identity.journalId].toReversed()) {
    let end = (await ledger.head(id))?.seq ?? 0;
    while (end > 0 && left > 0) {
      const start = Math.max(0, end - Math.min(PAGE, left));
      const page = await ledger.read(id, start, end - start);
      const newest = end;
      // Where the ledger has lost some, those that were looked at already come again.
      const own = page.filter(({ seq }) => seq <= newest);
      for (const sealed of own.toReversed()) yield* readAs(sealed, types);
      left -= end - start;
      end = start;
    }
  }
}
