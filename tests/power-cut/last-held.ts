import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { GENESIS_HASH } from '#shared/operations/envelope.ts';
import { parseEnvelope } from '#shared/operations/parse-operation.ts';
import { unsealedText } from '#shared/operations/seal.ts';
import type { Held } from './ledger-page/append-for-ever.ts';

/** The last sequence of what a ledger holds, once its chain is seen to be whole and what was noted beside it is there. */
export function lastHeld({ texts, noted }: Held): number {
  let previousHash = GENESIS_HASH;
  for (const [index, text] of texts.entries()) {
    const envelope = parseEnvelope(text);
    if (!envelope.ok) throw new Error(`operation ${index + 1} is malformed: ${text}`);
    const { seq, hash } = envelope.value;
    const expected = createHash('sha256').update(unsealedText(envelope.value)).digest('hex');
    expect({ seq, hash }).toEqual({ seq: index + 1, hash: expected });
    expect(envelope.value.previousHash).toBe(previousHash);
    previousHash = hash;
  }
  // It is noted after each operation, and acknowledged after that.
  expect(texts.length - noted).toBeOneOf([0, 1]);
  return noted;
}
