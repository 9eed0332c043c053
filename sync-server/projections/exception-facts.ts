import { sql } from 'kysely';
import type { Exception } from '#shared/domain/exception/schema.ts';
import { allLinesOf } from '#shared/domain/order/balance.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import type { EvidenceFact, FactLine } from '#shared/protocol/exceptions.ts';
import type { Tables } from '../tables.ts';
import { type Names, readOperationFacts } from './operation-facts.ts';

/** Movements of a product that are shown as what led to its level. */
const LATEST = 6;

const OPERATION_ID = /^[A-Za-z0-9-]+_[0-9]+\.[0-9]{10}/;

/** An operation's id, and what follows it: a pointer to what in it is wrong. */
const pointerIn = (evidence: string): { readonly id: string; readonly place: string } | null => {
  const id = OPERATION_ID.exec(evidence)?.[0];
  return id === undefined ? null : { id, place: evidence.slice(id.length) };
};

const byChannel = (
  id: string,
  type: string,
  { at, lines = [] }: { readonly at: string | null; readonly lines?: FactLine[] },
): EvidenceFact => ({
  id,
  source: 'channel',
  type,
  at,
  storeName: null,
  tillId: null,
  staffName: null,
  approvedByName: null,
  collectedBy: null,
  lines,
  amounts: [],
  places: [],
});

const editOf = (order: Order, actId: string): EvidenceFact | null => {
  const removals = order.removals.filter((removal) => removal.actId === actId);
  const [first] = removals;
  if (!first) return null;
  const removed = new Set(removals.map(({ lineId }) => lineId));
  const lines = allLinesOf(order)
    .filter(({ id }) => removed.has(id))
    .map(({ sku, name, quantity, total }) => ({ sku, name, quantity, total }));
  return byChannel(actId, 'edited', { at: first.at, lines });
};

/** What was done to the order from outside, or is told by the order itself. */
const factOfOrder = (order: Order | null, evidence: string): EvidenceFact | null => {
  if (order === null) return null;
  if (evidence === `${order.id}/canceledAt`)
    return byChannel(evidence, 'canceled', { at: order.canceledAt });
  if (evidence === `${order.id}/failedAt`)
    return byChannel(evidence, 'expired', { at: order.pickup?.failedAt ?? null });
  return editOf(order, evidence);
};

/** An operation names goods by SKU alone; its order, or the catalog, knows how they are called. */
const withNames = (fact: EvidenceFact, order: Order | null): EvidenceFact => {
  const known = new Map((order === null ? [] : allLinesOf(order)).map((line) => [line.sku, line]));
  return {
    ...fact,
    lines: fact.lines.map((line) => ({
      ...line,
      name: line.name ?? known.get(line.sku)?.name ?? null,
    })),
  };
};

/** An operation that closed the order tells of it better than the order does. */
const CLOSING: Readonly<Record<string, string>> = {
  canceled: 'order.canceled',
  expired: 'pickup.rejected',
};

/** The facts that an exception of an order, an operation or a journal names, in the order in which they happened. */
const namedFacts = async (
  db: Tables,
  { evidence }: Exception,
  order: Order | null,
  names: Names,
): Promise<EvidenceFact[]> => {
  const pointers = evidence.map(pointerIn).filter((pointer) => pointer !== null);
  const ids = [...new Set(pointers.map(({ id }) => id))];
  const facts = (await readOperationFacts(db, ids, names)).map((fact) => ({
    ...withNames(fact, order),
    places: pointers.flatMap(({ id, place }) => (id === fact.id && place !== '' ? [place] : [])),
  }));
  const told = evidence
    .filter((one) => pointerIn(one) === null)
    .map((one) => factOfOrder(order, one))
    .filter((fact) => fact !== null)
    .filter(({ type, at }) => facts.every((fact) => fact.type !== CLOSING[type] || fact.at !== at));
  return [...facts, ...told].toSorted((left, right) =>
    (left.at ?? '') < (right.at ?? '') ? -1 : 1,
  );
};

/** What led to a level: the latest movements of the product, the newest first. */
const stockFacts = async (
  db: Tables,
  storeId: string,
  sku: string,
  names: Names,
): Promise<EvidenceFact[]> => {
  const { rows } = await sql<{ operationId: string }>`
    select operation_id as "operationId" from movements
    where store_id = ${storeId} and sku = ${sku}
    group by operation_id
    order by max(at) desc, operation_id desc
    limit ${LATEST}`.execute(db);
  const facts = await readOperationFacts(
    db,
    rows.map(({ operationId }) => operationId),
    names,
  );
  return facts.map((fact) => ({
    ...fact,
    lines: fact.lines.filter((line) => line.sku === sku),
    amounts: [],
  }));
};

/** `order` = the exception's subject, if it is one; `sku` = the product it is about. */
export const readExceptionFacts = (
  db: Tables,
  exception: Exception,
  { order, sku }: { readonly order: Order | null; readonly sku: string | null },
  names: Names,
): Promise<EvidenceFact[]> =>
  sku === null
    ? namedFacts(db, exception, order, names)
    : stockFacts(db, exception.storeId, sku, names);
