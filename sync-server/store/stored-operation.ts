import type { Operation } from '#shared/operations/operation.ts';
import { parseEnvelope, parseOperation } from '#shared/operations/parse-operation.ts';
import { fromStoredText } from './stored-text.ts';

/** The operation of a text as its column holds it; null = this build cannot read it. */
export const storedOperation = (text: string): Operation | null => {
  const envelope = parseEnvelope(fromStoredText(text));
  const operation = envelope.ok ? parseOperation(envelope.value) : envelope;
  return operation.ok ? operation.value : null;
};
