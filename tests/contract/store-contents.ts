import { type Kysely, sql } from 'kysely';
import type { MemoryState } from '#server/store/memory-state.ts';
import { fromStoredText } from '#server/store/stored-text.ts';
import type { ShiftMoneyRow } from '#server/store/shift-money.ts';
import type { StoreTables } from '#server/store/schema.ts';
import type {
  ForkRow,
  MoneyRow,
  MovementRow,
  OperationRow,
  PointsRow,
  SaleLineRow,
  ShiftRow,
  StoredValueRow,
} from '#server/store/store.ts';
import type { Reservation } from '#shared/domain/stock/reservations.ts';

/** Everything of one store but its documents, for tests to look at; each list in the order of its key. */
export type StoreContents = {
  readonly operations: readonly OperationRow[];
  readonly forks: readonly ForkRow[];
  readonly movements: readonly MovementRow[];
  readonly reservations: readonly Reservation[];
  readonly saleLines: readonly SaleLineRow[];
  readonly money: readonly MoneyRow[];
  readonly storedValue: readonly StoredValueRow[];
  readonly points: readonly PointsRow[];
  readonly shifts: readonly ShiftRow[];
  /** What operations moved in their shifts. */
  readonly shiftMoney: readonly ShiftMoneyRow[];
  /** Of the whole chain: how often what is to be given back has changed, by order. */
  readonly orderNotices: Readonly<Record<string, number>>;
};

const sortedBy = <Row>(rows: Iterable<Row>, keyOf: (row: Row) => string): Row[] =>
  [...rows].toSorted((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));

const place = ({ journalId, seq }: Pick<OperationRow, 'journalId' | 'seq'>): string =>
  `${journalId}.${String(seq).padStart(10, '0')}`;

const line = ({ operationId, lineId }: Pick<MovementRow, 'operationId' | 'lineId'>): string =>
  `${operationId}/${lineId}`;

const sorted = (contents: StoreContents): StoreContents => ({
  operations: sortedBy(contents.operations, place),
  forks: sortedBy(contents.forks, (row) => `${place(row)}/${row.hash}`),
  movements: sortedBy(contents.movements, line),
  reservations: sortedBy(contents.reservations, ({ orderId, lineId }) => `${orderId}/${lineId}`),
  saleLines: sortedBy(contents.saleLines, line),
  money: sortedBy(contents.money, line),
  storedValue: sortedBy(contents.storedValue, line),
  points: sortedBy(contents.points, ({ operationId, orderId }) => `${operationId}/${orderId}`),
  shifts: sortedBy(contents.shifts, ({ shiftId }) => shiftId),
  shiftMoney: sortedBy(contents.shiftMoney, place),
  orderNotices: contents.orderNotices,
});

export const memoryContents = (state: MemoryState, storeId: string): StoreContents => {
  const ofStore = <Row extends { readonly storeId: string }>(rows: Iterable<Row>) =>
    [...rows].filter((row) => row.storeId === storeId);
  const ofJournals = <Row extends { readonly journalId: string }>(rows: Iterable<Row>) =>
    [...rows].filter((row) => row.journalId.startsWith(`${storeId}-`));
  return sorted({
    operations: ofJournals([...state.operations.values()].flatMap((rows) => [...rows.values()])),
    forks: ofJournals(state.forks.values()),
    movements: ofStore(state.movements.values()),
    reservations: ofStore([...state.reservations.values()].flat()),
    saleLines: ofStore(state.saleLines.values()),
    money: ofStore(state.money.values()),
    storedValue: ofStore(state.storedValue.values()),
    points: ofStore(state.points.values()),
    shifts: ofStore(state.shifts.values()),
    shiftMoney: ofJournals(state.shiftMoney.values()),
    orderNotices: Object.fromEntries(state.orderNotices),
  });
};

const decoded = <Row extends { readonly text: string }>(rows: readonly Row[]): Row[] =>
  rows.map((row) => ({ ...row, text: fromStoredText(row.text) }));

export const sqlContents = async (
  kysely: Kysely<StoreTables>,
  storeId: string,
): Promise<StoreContents> => {
  const read = async <Row>(query: ReturnType<typeof sql<Row>>): Promise<Row[]> =>
    (await query.execute(kysely)).rows;
  const isOwn = sql`starts_with(journal_id, ${`${storeId}-`})`;
  return sorted({
    operations: decoded(
      await read(sql<OperationRow>`
        select journal_id as "journalId", seq, hash, text, received_at as "receivedAt", status,
          reason
        from operations where ${isOwn}`),
    ),
    forks: decoded(
      await read(sql<ForkRow>`
        select journal_id as "journalId", seq, hash, text, received_at as "receivedAt"
        from forks where ${isOwn}`),
    ),
    movements: await read(sql<MovementRow>`
      select operation_id as "operationId", line_id as "lineId", store_id as "storeId", sku, kind,
        quantity, at
      from movements where store_id = ${storeId}`),
    reservations: await read(sql<Reservation>`
      select order_id as "orderId", line_id as "lineId", store_id as "storeId", sku, quantity
      from reservations where store_id = ${storeId}`),
    saleLines: await read(sql<SaleLineRow>`
      select operation_id as "operationId", line_id as "lineId", order_id as "orderId",
        store_id as "storeId", till_id as "tillId", channel, at, sku, quantity, total, tax
      from sale_lines where store_id = ${storeId}`),
    money: await read(sql<MoneyRow>`
      select operation_id as "operationId", line_id as "lineId", order_id as "orderId",
        store_id as "storeId", at, tender, amount
      from money where store_id = ${storeId}`),
    storedValue: await read(sql<StoredValueRow>`
      select operation_id as "operationId", line_id as "lineId", code, order_id as "orderId",
        store_id as "storeId", at, currency, amount
      from stored_value where store_id = ${storeId}`),
    points: await read(sql<PointsRow>`
      select operation_id as "operationId", order_id as "orderId", customer_id as "customerId",
        store_id as "storeId", at, earned, taken_back as "takenBack", spent, restored, value
      from points where store_id = ${storeId}`),
    shifts: (
      await read(sql<StoreTables['shifts']>`select * from shifts where store_id = ${storeId}`)
    ).map((row) => ({
      shiftId: row.id,
      tillId: row.till_id,
      storeId: row.store_id,
      number: row.number,
      currency: row.currency,
      openedAt: row.opened_at,
      openedBy: row.opened_by,
      closing:
        row.closing_journal_id === null
          ? null
          : {
              journalId: row.closing_journal_id,
              seq: row.closing_seq ?? 0,
              at: row.closed_at ?? '',
              difference: row.difference ?? 0,
            },
    })),
    shiftMoney: await read(sql<ShiftMoneyRow>`
      select journal_id as "journalId", seq, shift_id as "shiftId", at, type, drawer, moved
      from shift_money where ${isOwn}`),
    orderNotices: Object.fromEntries(
      (
        await read(sql<{ id: string; version: number }>`
          select order_id as id, version from order_notices`)
      ).map(({ id, version }) => [id, version]),
    ),
  });
};
