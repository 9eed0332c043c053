import { canonicalJson } from '../kernel/canonical-json.ts';
import { parseEnvelope, parseOperation } from './parse-operation.ts';

/** The operation in a text that writes a customer down; null = it is another. Most texts need no reading to tell. */
const savedIn = (text: string) => {
  if (!text.includes('customer.saved')) return null;
  const envelope = parseEnvelope(text);
  const operation = envelope.ok ? parseOperation(envelope.value) : envelope;
  return operation.ok && operation.value.type === 'customer.saved' ? operation.value : null;
};

/** Whom the text of an operation writes down, by id; null = nobody. */
export const writtenDownIn = (text: string): string | null =>
  savedIn(text)?.payload.customerId ?? null;

/**
 * The text of an operation without what it says of a person, once head office has erased them: `customer.saved` names an
 * id and says nothing of it. All else stays, its hash too, so that the chain goes on; what the hash was taken over is gone.
 */
export const blanked = (text: string): string => {
  const saved = savedIn(text);
  if (saved === null) return text;
  const { customerId } = saved.payload;
  const payload = { customerId, name: null, phone: null, loyaltyCard: null };
  return canonicalJson({ ...saved, payload });
};
