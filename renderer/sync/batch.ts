import { PUSH_LIMIT } from '#shared/protocol/push.ts';
import type { SealedText } from '../store/ledger.ts';

/** UTF-16 units that a till never goes below: a few sales, which any line that is one carries in time. */
const LEAST = 8_000;

/** How much the next batch may hold after the one before was answered, or was not: a slow line gets smaller ones. */
export const nextBatchSize = (characters: number, wasAnswered: boolean): number =>
  wasAnswered
    ? Math.min(PUSH_LIMIT.characters, characters * 2)
    : Math.max(LEAST, Math.floor(characters / 4));

/**
 * As many operations from the front as fit one batch of so many UTF-16 units; one that is larger than that goes alone.
 */
export const takeBatch = (
  operations: readonly SealedText[],
  limit: number = PUSH_LIMIT.characters,
): SealedText[] => {
  const batch: SealedText[] = [];
  let characters = 0;
  for (const operation of operations) {
    characters += operation.text.length;
    if (batch.length > 0 && characters > limit) break;
    batch.push(operation);
  }
  return batch;
};
