import { canonicalJson } from '../kernel/canonical-json.ts';
import { parseEnvelope, parseOperation } from './parse-operation.ts';

/**
 * The text of an operation without what it says of a person, once head office has erased them: `customer.saved` names an
 * id and says nothing of it. All else stays, its hash too, so that the chain goes on; what the hash was taken over is gone.
 */
export const blanked = (text: string): string => {
  const envelope = parseEnvelope(text);
  const operation = envelope.ok ? parseOperation(envelope.value) : envelope;
  if (!operation.ok || operation.value.type !== 'customer.saved') return text;
  const { customerId } = operation.value.payload;
  const payload = { customerId, name: null, phone: null, loyaltyCard: null };
  return canonicalJson({ ...operation.value, payload });
};
