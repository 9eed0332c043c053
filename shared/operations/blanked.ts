import { canonicalJson } from '../kernel/canonical-json.ts';
import type { Operation } from './operation.ts';
import { parseEnvelope, parseOperation } from './parse-operation.ts';

const TYPES = ['customer.saved', 'return.completed', 'exchange.completed'] as const;

/** The operation of one of these types in a text; null = it is another. Most texts need no reading to tell. */
const operationIn = (text: string, types: readonly string[]): Operation | null => {
  if (!types.some((type) => text.includes(type))) return null;
  const envelope = parseEnvelope(text);
  const operation = envelope.ok ? parseOperation(envelope.value) : envelope;
  return operation.ok && types.includes(operation.value.type) ? operation.value : null;
};

/** Whom the text of an operation writes down, by id; null = nobody. */
export const writtenDownIn = (text: string): string | null => {
  const operation = operationIn(text, ['customer.saved']);
  return operation?.type === 'customer.saved' ? operation.payload.customerId : null;
};

const payloadOf = ({ type, payload }: Operation): Operation['payload'] => {
  if (type === 'customer.saved')
    return { customerId: payload.customerId, name: null, phone: null, loyaltyCard: null };
  if (type === 'return.completed') return { ...payload, customer: null };
  return type === 'exchange.completed'
    ? { ...payload, returned: { ...payload.returned, customer: null } }
    : payload;
};

/**
 * The text of an operation without what it says of a person, once head office has erased them: `customer.saved` names an
 * id and says nothing of it, and who brought goods back is not named. All else stays, its hash too, so that the chain goes
 * on; what the hash was taken over is gone.
 */
export const blanked = (text: string): string => {
  const operation = operationIn(text, TYPES);
  return operation === null ? text : canonicalJson({ ...operation, payload: payloadOf(operation) });
};

/** How a text of canonical JSON says that goods of one of these orders came back: inside a string the quotes would be escaped. */
export const RETURN_MARKS = ['"type":"return.completed"', '"type":"exchange.completed"'] as const;

export const orderMark = (orderId: string): string => `"orderId":${JSON.stringify(orderId)}`;
