import { sql } from 'kysely';
import type { Payment, Refund } from '#shared/domain/payment/schema.ts';
import type { Envelope } from '#shared/operations/envelope.ts';
import { happenedAt } from '#shared/operations/happened-at.ts';
import { operationPlace } from '#shared/kernel/ids.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { parseEnvelope, parseOperation } from '#shared/operations/parse-operation.ts';
import type { EvidenceFact, FactLine } from '#shared/protocol/exceptions.ts';
import { fromStoredText } from '../store/stored-text.ts';
import type { Tables } from '../tables.ts';

/** How people and stores are called, by their ids. */
export type Names = {
  readonly staff: ReadonlyMap<string, string>;
  readonly stores: ReadonlyMap<string, string>;
};

type Goods = Pick<FactLine, 'sku' | 'quantity'> & Partial<Pick<FactLine, 'name' | 'total'>>;

const lineOf = ({ sku, quantity, name = null, total = null }: Goods): FactLine => ({
  sku,
  name,
  quantity,
  total,
});

const goodsIn = ({ type, payload }: Operation): readonly Goods[] => {
  if (type === 'exchange.completed') return [...payload.returned.lines, ...payload.sold.lines];
  if (type === 'order.amended') return payload.removed;
  if (type === 'basket.parked') return payload.content.lines;
  if ('released' in payload) return payload.released;
  // Lines of an order by their ids alone, as nothing moved.
  if (type === 'pickup.picked') return [];
  if (type === 'stock.counted')
    return payload.lines.map(({ sku, counted: quantity }) => ({ sku, quantity }));
  return 'lines' in payload ? payload.lines : [];
};

type Money = { readonly paid: readonly Payment[]; readonly refunded: readonly Refund[] };

const moneyIn = ({ type, payload }: Operation): Money => {
  if (type === 'exchange.completed')
    return { paid: payload.sold.payments, refunded: payload.returned.refunds };
  return {
    paid: 'payments' in payload ? payload.payments : [],
    refunded: 'refunds' in payload ? payload.refunds : [],
  };
};

const amountsIn = (operation: Operation): EvidenceFact['amounts'] => {
  const { paid, refunded } = moneyIn(operation);
  return [
    ...paid.map(({ tender, amount }) => ({ type: 'paid' as const, tender, amount })),
    ...refunded.map(({ tender, amount }) => ({ type: 'refunded' as const, tender, amount })),
  ];
};

/** Of a text that cannot be read. */
const unreadable = (id: string): EvidenceFact => ({
  id,
  source: 'till',
  type: '',
  at: null,
  storeName: null,
  tillId: null,
  staffName: null,
  approvedByName: null,
  collectedBy: null,
  lines: [],
  amounts: [],
  places: [],
});

/** null = it tells no time that there is: it was quarantined for it. */
const timeOf = (envelope: Envelope): string | null => {
  try {
    return happenedAt(envelope);
  } catch {
    return null;
  }
};

/** What every operation tells, also one that this build cannot apply. */
const factOfEnvelope = (envelope: Envelope, { staff, stores }: Names): EvidenceFact => {
  const { id, type, storeId, tillId, staffId, approvedBy } = envelope;
  const nameOf = (who: string | null): string | null =>
    who === null ? null : (staff.get(who) ?? who);
  return {
    ...unreadable(id),
    type,
    at: timeOf(envelope),
    storeName: stores.get(storeId) ?? storeId,
    tillId,
    staffName: nameOf(staffId),
    approvedByName: nameOf(approvedBy),
  };
};

const factOf = (id: string, text: string, names: Names): EvidenceFact => {
  const envelope = parseEnvelope(text);
  if (!envelope.ok) return unreadable(id);
  const fact = factOfEnvelope(envelope.value, names);
  const operation = parseOperation(envelope.value);
  if (!operation.ok) return fact;
  const { type, payload } = operation.value;
  return {
    ...fact,
    collectedBy: type === 'pickup.handedOver' ? payload.collectedBy : null,
    lines: goodsIn(operation.value).map(lineOf),
    amounts: amountsIn(operation.value),
  };
};

/** What these operations say, in the order of their ids as given; those that the server does not hold are left out. */
export const readOperationFacts = async (
  db: Tables,
  operationIds: readonly string[],
  names: Names,
): Promise<EvidenceFact[]> => {
  const places = operationIds.map(operationPlace);
  const { rows } = await sql<{ place: number; text: string }>`
    select asked.place::int4 as place, operations.text
    from unnest(
      ${places.map(({ journalId }) => journalId)}::text[],
      ${places.map(({ seq }) => seq)}::int8[]
    ) with ordinality as asked (journal_id, seq, place)
    join operations on operations.journal_id = asked.journal_id and operations.seq = asked.seq
    order by asked.place`.execute(db);
  return rows.map(({ place, text }) =>
    factOf(operationIds[place - 1] ?? '', fromStoredText(text), names),
  );
};
