import { PUSH_LIMIT } from '#shared/protocol/push.ts';
import type { SealedText } from '../store/ledger.ts';

/** As many operations from the front as fit one batch; one that is larger than the limit goes alone. */
export const takeBatch = (operations: readonly SealedText[]): SealedText[] => {
  const batch: SealedText[] = [];
  let characters = 0;
  for (const operation of operations) {
    characters += operation.text.length;
    if (batch.length > 0 && characters > PUSH_LIMIT.characters) break;
    batch.push(operation);
  }
  return batch;
};
