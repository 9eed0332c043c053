import { add, type Minor, subtract, ZERO } from '#shared/kernel/money.ts';
import { isGiftCard } from '../pricing/gift-card.ts';
import type { ShiftEntry, SoldLine } from './entry.ts';
import type { DrawerSums, ShiftReport } from './report-schema.ts';

const sum = <Item>(items: readonly Item[], amountOf: (item: Item) => Minor): Minor =>
  add(...items.map(amountOf));

/** Groups in the order in which they first come, each made into a row. */
const groupBy = <Item, Row>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  toRow: (items: readonly [Item, ...Item[]]) => Row,
): Row[] => {
  const groups = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups.values()].map(toRow);
};

/** What a drawer is expected to hold after these entries, and why. */
export const drawerOf = (float: Minor, entries: readonly ShiftEntry[]): DrawerSums => {
  const cash = entries.flatMap(({ payments }) =>
    payments.filter(({ tender }) => tender === 'cash'),
  );
  const moved = (kind: string): Minor =>
    sum(entries, ({ move }) => (move?.kind === kind ? move.amount : ZERO));
  const back = entries.flatMap(({ refunds }) => refunds.filter(({ tender }) => tender === 'cash'));
  const sums = {
    float,
    tendered: sum(cash, ({ tendered }) => tendered),
    change: sum(cash, ({ change }) => change),
    cashIn: moved('in'),
    cashOut: moved('out'),
    safeDrops: moved('safe_drop'),
    refunds: sum(back, ({ amount }) => amount),
  };
  const came = add(float, sums.tendered, sums.cashIn);
  const left = add(sums.change, sums.cashOut, sums.safeDrops, sums.refunds);
  return { ...sums, expected: subtract(came, left) };
};

const tendersOf = (entries: readonly ShiftEntry[]): ShiftReport['tenders'] => {
  const money = entries.flatMap(({ payments, refunds }) => [
    ...payments.map(({ tender, amount }) => ({ tender, taken: amount, refunded: null })),
    ...refunds.map(({ tender, amount }) => ({ tender, taken: null, refunded: amount })),
  ]);
  return groupBy(
    money,
    ({ tender }) => tender,
    (rows) => ({
      tender: rows[0].tender,
      taken: sum(rows, ({ taken }) => taken ?? ZERO),
      payments: rows.filter(({ taken }) => taken !== null).length,
      refunded: sum(rows, ({ refunded }) => refunded ?? ZERO),
      refunds: rows.filter(({ refunded }) => refunded !== null).length,
    }),
  );
};

type Traded = {
  readonly sku: string;
  readonly taxRate: number;
  readonly sold: Minor;
  readonly soldTax: Minor;
  readonly returned: Minor;
  readonly returnedTax: Minor;
};

/** What an entry sold that is revenue. */
const productsOf = ({ sold }: ShiftEntry): readonly SoldLine[] =>
  (sold?.lines ?? []).filter((line) => !isGiftCard(line));

/** Left out where there are none, so that reports of before there were any come to the same. */
const giftCardsIn = (entries: readonly ShiftEntry[]): Pick<ShiftReport, 'giftCards'> => {
  const cards = entries.flatMap(({ sold }) => (sold?.lines ?? []).filter(isGiftCard));
  if (cards.length === 0) return {};
  return { giftCards: { count: cards.length, total: sum(cards, ({ total }) => total) } };
};

const tradedIn = (entries: readonly ShiftEntry[]): Traded[] =>
  entries.flatMap((entry) => [
    ...productsOf(entry).map(({ sku, taxRate, total, tax }) => ({
      sku,
      taxRate,
      sold: total,
      soldTax: tax,
      returned: ZERO,
      returnedTax: ZERO,
    })),
    ...(entry.returned?.lines ?? []).map(({ sku, taxRate, total, tax }) => ({
      sku,
      taxRate,
      sold: ZERO,
      soldTax: ZERO,
      returned: total,
      returnedTax: tax,
    })),
  ]);

const taxesOf = (traded: readonly Traded[]): ShiftReport['taxes'] =>
  groupBy(
    traded,
    ({ taxRate }) => String(taxRate),
    (rows) => ({
      rate: rows[0].taxRate,
      sold: sum(rows, ({ sold }) => sold),
      soldTax: sum(rows, ({ soldTax }) => soldTax),
      returned: sum(rows, ({ returned }) => returned),
      returnedTax: sum(rows, ({ returnedTax }) => returnedTax),
    }),
  ).toSorted((left, right) => right.rate - left.rate);

const categoriesOf = (
  traded: readonly Traded[],
  categoryOf: (sku: string) => string | null,
): ShiftReport['categories'] =>
  groupBy(
    traded,
    ({ sku }) => categoryOf(sku) ?? '',
    (rows) => ({
      categoryId: categoryOf(rows[0].sku),
      sold: sum(rows, ({ sold }) => sold),
      returned: sum(rows, ({ returned }) => returned),
    }),
  ).toSorted((left, right) => right.sold - left.sold);

const discountsIn = (entries: readonly ShiftEntry[]) =>
  entries.flatMap((entry) => productsOf(entry).flatMap(({ discounts }) => discounts));

const soldIn = (entries: readonly ShiftEntry[]): Minor =>
  sum(entries, (entry) => sum(productsOf(entry), ({ total }) => total));

const returnedIn = (entries: readonly ShiftEntry[]): Minor =>
  sum(entries, ({ returned }) => sum(returned?.lines ?? [], ({ total }) => total));

const discountIn = (entries: readonly ShiftEntry[]): Minor =>
  sum(discountsIn(entries), ({ amount }) => amount);

const salesIn = (entries: readonly ShiftEntry[]): number =>
  entries.filter(({ sold }) => sold !== null).length;

const returnsIn = (entries: readonly ShiftEntry[]): number =>
  entries.filter(({ returned }) => returned !== null).length;

const staffOf = (entries: readonly ShiftEntry[]): ShiftReport['staff'] =>
  groupBy(
    entries.filter(({ sold, returned }) => sold !== null || returned !== null),
    ({ staffId }) => staffId,
    (own) => ({
      staffId: own[0].staffId,
      sales: salesIn(own),
      sold: soldIn(own),
      discount: discountIn(own),
      returns: returnsIn(own),
      returned: returnedIn(own),
    }),
  );

const returnReasonsOf = (entries: readonly ShiftEntry[]): ShiftReport['returnReasons'] =>
  groupBy(
    entries.flatMap(({ returned }) => returned?.lines ?? []),
    ({ reason }) => reason,
    (lines) => ({
      reason: lines[0].reason,
      lines: lines.length,
      total: sum(lines, ({ total }) => total),
    }),
  );

const voidsOf = (entries: readonly ShiftEntry[]): ShiftReport['voids'] => {
  const voided = entries.flatMap((entry) => (entry.voided === null ? [] : [entry.voided]));
  return {
    lines: voided.filter(({ what }) => what === 'line').length,
    baskets: voided.filter(({ what }) => what === 'basket').length,
    amount: sum(voided, ({ amount }) => amount),
  };
};

/**
 * What a shift comes to: the same at the till that closes it and wherever its operations are added up again.
 * `categoryOf`: by SKU, null where nobody knows.
 */
export const reportOf = (
  float: Minor,
  entries: readonly ShiftEntry[],
  categoryOf: (sku: string) => string | null,
): ShiftReport => {
  const traded = tradedIn(entries);
  return {
    sales: { count: salesIn(entries), discount: discountIn(entries), total: soldIn(entries) },
    returns: { count: returnsIn(entries), total: returnedIn(entries) },
    ...giftCardsIn(entries),
    handOvers: entries.filter(({ isHandOver }) => isHandOver).length,
    rounding: sum(entries, ({ rounding }) => rounding),
    tenders: tendersOf(entries),
    drawer: drawerOf(float, entries),
    taxes: taxesOf(traded),
    categories: categoriesOf(traded, categoryOf),
    staff: staffOf(entries),
    discounts: groupBy(
      discountsIn(entries),
      ({ kind, promotionId }) => `${kind}/${promotionId ?? ''}`,
      (rows) => ({
        kind: rows[0].kind,
        promotionId: rows[0].promotionId,
        lines: rows.length,
        amount: sum(rows, ({ amount }) => amount),
      }),
    ),
    returnReasons: returnReasonsOf(entries),
    voids: voidsOf(entries),
    cashMoves: entries.flatMap(({ at, staffId, move }) =>
      move === null ? [] : [{ at, staffId, move }],
    ),
    drawerOpenings: entries.filter(({ isDrawerOpening }) => isDrawerOpening).length,
    pendingRefunds: entries.flatMap(({ refunds }) =>
      refunds
        .filter(({ state }) => state !== 'refunded')
        .map(({ id: refundId, orderId, tender, amount }) => ({
          refundId,
          orderId,
          tender,
          amount,
        })),
    ),
  };
};
