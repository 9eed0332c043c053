import type { ChannelAct } from '#shared/domain/order/channel-act.ts';
import type { Exception } from '#shared/domain/exception/schema.ts';
import type { Reservation } from '#shared/domain/stock/reservations.ts';
import { minor } from '#shared/kernel/money.ts';
import { quantity } from '#shared/kernel/quantity.ts';
import { parseEnvelope, parseOperation } from '#shared/operations/parse-operation.ts';
import { moneyRows } from '#server/ingest/ledger-lines.ts';
import { takeChannelAct } from '#server/ingest/take-channel-act.ts';
import type { DocumentRow, MoneyRow } from '#server/store/store.ts';
import { broken, inTransaction, type PlantedBug } from './plant.ts';
import type { Variant } from './variant.ts';

/** Whatever the channel says it gave back counts as one more refund. */
const asNewRefund = (act: ChannelAct, actId: string): ChannelAct =>
  act.type === 'refund' ? { ...act, refund: { ...act.refund, id: actId } } : act;

/** Each time it is told an act has another id. */
const underNewIds = (): Partial<Variant> => {
  let tries = 0;
  return {
    takeAct: (environment, orderId, act, told) =>
      takeChannelAct(environment, orderId, act, { ...told, actId: `${told.actId}-${tries++}` }),
  };
};

/** Reservations as `change` makes them of those that were there and those that are to be. */
const reserving = (
  change: (before: readonly Reservation[], after: readonly Reservation[]) => Reservation[],
): Partial<Variant> => {
  const held = new Map<string, readonly Reservation[]>();
  return {
    store: inTransaction((tx) => ({
      putReservations: async (rowsByOrder) => {
        const changed = new Map(
          [...rowsByOrder].map(([id, rows]) => [id, change(held.get(id) ?? [], rows)]),
        );
        for (const [id, rows] of changed) held.set(id, rows);
        return tx.putReservations(changed);
      },
    })),
  };
};

const neverLess = (before: readonly Reservation[], after: readonly Reservation[]) =>
  after.map((row) => {
    const then = before.find(
      ({ lineId, storeId }) => lineId === row.lineId && storeId === row.storeId,
    );
    return { ...row, quantity: quantity(Math.max(row.quantity, then?.quantity ?? 0)) };
  });

const alsoWhereItWas = (before: readonly Reservation[], after: readonly Reservation[]) => [
  ...before.filter(({ storeId }) => after.some((row) => row.storeId !== storeId)),
  ...after,
];

const isException = (document: object): document is Exception => 'resolution' in document;

/** With the next batch, what somebody settled is open again. */
const reopening = (): Partial<Variant> => {
  const settled = new Map<string, DocumentRow<'exceptions'>>();
  return {
    store: inTransaction((tx) => ({
      putDocuments: async (collection, rows) => {
        for (const { id, document, streams } of rows)
          if (isException(document) && document.resolution !== null)
            settled.set(id, {
              id,
              streams,
              document: { ...document, state: 'open', closedAt: null, resolution: null },
            });
        return tx.putDocuments(collection, rows);
      },
      putOperations: async (rows) => {
        await tx.putDocuments('exceptions', [...settled.values()]);
        settled.clear();
        return tx.putOperations(rows);
      },
    })),
  };
};

/** What paid itself in an exchange, as if money had gone out and come in. */
const offSetRows = (text: string): MoneyRow[] => {
  const envelope = parseEnvelope(text);
  const operation = envelope.ok ? parseOperation(envelope.value) : envelope;
  if (!operation.ok || operation.value.type !== 'exchange.completed') return [];
  const { id: operationId, storeId, at, payload } = operation.value;
  const offSet = new Set(payload.setOff.map(({ refundId }) => refundId));
  const refunds = payload.returned.refunds.filter(({ id }) => offSet.has(id));
  return moneyRows(
    { operationId, storeId, at, orderId: payload.returned.orderId },
    refunds.map((refund) => ({ ...refund, amount: minor(0 - refund.amount) })),
  );
};

const leavingNowhere = (): Partial<Variant> => {
  const streamsById = new Map<string, readonly string[]>();
  return {
    store: inTransaction((tx) => ({
      putDocuments: async (collection, rows) => {
        if (collection !== 'orders') return tx.putDocuments(collection, rows);
        const kept = rows.map((row) => {
          const streams = [...new Set([...(streamsById.get(row.id) ?? []), ...row.streams])];
          streamsById.set(row.id, streams);
          return { ...row, streams };
        });
        return tx.putDocuments(collection, kept);
      },
    })),
  };
};

/** Rules of web orders: what stores and channels do to one order out of each other's hearing. */
export const orderBugs: readonly PlantedBug[] = [
  broken(
    'R16 what the channel gave back counts beside what it was asked for',
    ['answerRefunds', 'takeBack', 'handOver'],
    () => ({
      takeAct: (environment, orderId, act, told) =>
        takeChannelAct(environment, orderId, asNewRefund(act, told.actId), told),
    }),
  ),
  broken('S5 an edit that is told twice removes its line twice', ['editOrder'], underNewIds),
  broken('S5 what a channel asks too late is done all the same', ['editOrder', 'handOver'], () => ({
    takeAct: (environment, orderId, act, told) => {
      const happenedAt = told.happenedAt ?? environment.now();
      return takeChannelAct(environment, orderId, act, { ...told, happenedAt });
    },
  })),
  broken(
    'S3 goods that left stay reserved while the rest of their order waits',
    ['handOverPart'],
    () => reserving(neverLess),
  ),
  broken('S3 a moved order stays reserved where it was', ['move', 'moveOrder'], () =>
    reserving(alsoWhereItWas),
  ),
  broken(
    'S1 a moved order does not leave the store it was in',
    ['move', 'moveOrder'],
    leavingNowhere,
  ),
  broken('S5 an exception is told to one of its stores alone', ['moveOrder', 'handOver'], () => ({
    store: inTransaction((tx) => ({
      putDocuments: async (collection, rows) =>
        tx.putDocuments(
          collection,
          collection === 'exceptions'
            ? rows.map((row) => ({ ...row, streams: row.streams.slice(0, 1) }))
            : rows,
        ),
    })),
  })),
  broken('S6 what somebody settled opens again', ['resolve', 'handOver', 'cancelOrder'], reopening),
  broken('S6 nobody hears what somebody settled', ['resolve', 'handOver', 'cancelOrder'], () => ({
    store: inTransaction((tx) => ({
      putDocuments: async (collection, rows) =>
        tx.putDocuments(
          collection,
          rows.filter(({ document }) => !isException(document) || document.resolution === null),
        ),
    })),
  })),
  broken(
    'R12 points of a web order stay earned when its goods come back',
    ['handOver', 'takeBack'],
    () => ({
      store: inTransaction((tx) => ({
        insertPoints: async (rows) =>
          tx.insertPoints(rows.map((row) => ({ ...row, takenBack: 0 }))),
      })),
    }),
  ),
  broken('R8 what paid itself in an exchange counts as money that moved', ['exchange'], () => ({
    store: inTransaction((tx) => ({
      putOperations: async (rows) => {
        const applied = rows.filter(({ status }) => status === 'applied');
        await tx.insertMoney(applied.flatMap(({ text }) => offSetRows(text)));
        return tx.putOperations(rows);
      },
    })),
  })),
];
