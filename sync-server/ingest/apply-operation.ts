import { contradictionsOfPrices } from '#shared/domain/exception/of-operation.ts';
import type { Contradiction } from '#shared/domain/exception/schema.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { checkHeldPrices } from '#shared/domain/pricing/held-prices.ts';
import { checkPricedLines } from '#shared/domain/pricing/check-priced-lines.ts';
import { isRoundingOf } from '#shared/domain/payment/settle.ts';
import { checkSold } from '#shared/domain/pickup/check-sold.ts';
import { checkReturn } from '#shared/domain/return/check-return.ts';
import type { Sale } from '#shared/domain/sale/schema.ts';
import type { StoreSettings } from '#shared/domain/settings/schema.ts';
import { cashIncrementAt } from '#shared/domain/settings/cash-increment.ts';
import { add } from '#shared/kernel/money.ts';
import { countsOf } from '#shared/operations/counts.ts';
import { applyToOrder, movementsOf, orderIdsOf } from '#shared/operations/effects.ts';
import { happenedAt } from '#shared/operations/happened-at.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { referenceId } from '#shared/protocol/documents.ts';
import type { QuarantineReason } from '#shared/protocol/quarantine-reason.ts';
import { shiftMoneyRowsOf } from '../store/shift-money.ts';
import { checkDiscounts } from './check-discounts.ts';
import { countBlindReturn } from './blind-returns.ts';
import type { Applying } from './environment.ts';
import { ledgerLinesOf } from './ledger-lines.ts';
import { openException } from './reconcile-exceptions.ts';
import { reconcileFiscal } from './reconcile-fiscal.ts';
import { reconcilePayments } from './reconcile-payments.ts';
import { recordCustomer } from './record-customer.ts';
import { recordDelivery } from './record-delivery.ts';
import { recordParked } from './record-parked.ts';
import { recordPoints } from './record-points.ts';
import { recordQuickKeys } from './record-quick-keys.ts';
import { recordOrder } from './record-order.ts';
import { takeResolution } from './resolve-exception.ts';
import { checkDrawer, noteLastShift, shiftRowsOf } from './shift-rows.ts';
import { paidIn, returnedBy, soldBy } from './sold-by.ts';
import { recordStoredValue } from './record-stored-value.ts';
import type { Workspace } from './workspace.ts';

const settingsOf = async (
  workspace: Workspace,
  { storeId }: Pick<Operation, 'storeId'>,
): Promise<StoreSettings | null> => {
  const settings = await workspace.document('references', referenceId('settings', storeId));
  return settings?.type === 'settings' ? settings.value : null;
};

/**
 * What cash was rounded by is no more than coins ask for (rule R1): nobody gives goods away as a rounding. What coins there are
 * in a store that has no settings nobody knows.
 */
const wrongRounding = async (workspace: Workspace, operation: Operation): Promise<string[]> => {
  const paid = paidIn(operation);
  const settings = paid && (await settingsOf(workspace, operation));
  if (!settings) return [];
  const increment = cashIncrementAt(settings, operation.at);
  return isRoundingOf(paid.payments, paid.rounding, increment) ? [] : ['rounding'];
};

const wrongIn = (sale: Sale): string[] => {
  const due = add(sale.totals.total, sale.totals.rounding);
  const paid = add(...sale.payments.map(({ amount }) => amount));
  return [...checkPricedLines(sale), ...(paid < due ? ['payments'] : [])];
};

const wrongSold = async (
  workspace: Workspace,
  operation: Operation,
  now: string,
): Promise<string[]> => {
  const sale = soldBy(operation);
  if (sale === null) return [];
  const skus = sale.lines.map(({ sku }) => sku);
  const prices = await workspace.prices(operation.storeId, skus);
  return [
    ...wrongIn(sale),
    ...checkHeldPrices(sale.lines, sale.catalogVersion, prices),
    ...(await checkDiscounts(workspace, sale, operation, now)),
  ];
};

/** Of goods whose sale has not come yet only what the return says of itself can be checked. */
const wrongReturned = async (
  workspace: Workspace,
  operation: Operation,
  before: ReadonlyMap<string, Order | null>,
): Promise<string[]> => {
  const returned = returnedBy(operation);
  if (returned === null) return [];
  const increment = cashIncrementAt(await settingsOf(workspace, operation), operation.at);
  const order = before.get(returned.orderId ?? '') ?? null;
  return checkReturn(returned, order, increment).map((pointer) => `returned/${pointer}`);
};

const wrongGiven = (operation: Operation, before: ReadonlyMap<string, Order | null>): string[] =>
  operation.type === 'pickup.handedOver'
    ? checkSold(operation.payload, before.get(operation.payload.orderId) ?? null)
    : [];

/** Its amounts stay as they happened, and a person looks. */
const priceMismatches = async (
  workspace: Workspace,
  operation: Operation,
  before: ReadonlyMap<string, Order | null>,
  now: string,
): Promise<Contradiction[]> => {
  const { id: operationId, storeId } = operation;
  const sold = await wrongSold(workspace, operation, now);
  const returned = await wrongReturned(workspace, operation, before);
  const rounded = await wrongRounding(workspace, operation);
  const given = wrongGiven(operation, before);
  const pointers = [...sold, ...rounded, ...returned, ...given];
  return contradictionsOfPrices({ operationId, storeId }, pointers);
};

/** Another sale of this order was applied already: the same fact once more, under another operation. */
const isSecondSale = (operation: Operation, before: ReadonlyMap<string, Order | null>): boolean => {
  const sale = soldBy(operation);
  const order = sale === null ? null : before.get(sale.orderId);
  return order ? !order.provisional : false;
};

const ordersBefore = async (
  workspace: Workspace,
  operation: Operation,
): Promise<ReadonlyMap<string, Order | null>> => {
  const orders = new Map<string, Order | null>();
  for (const id of orderIdsOf(operation)) orders.set(id, await workspace.document('orders', id));
  return orders;
};

/** Whether it is about money of another country than its store's or its orders'. */
const isOtherCurrency = async (
  workspace: Workspace,
  { payload, storeId }: Operation,
  before: ReadonlyMap<string, Order | null>,
): Promise<boolean> => {
  if (!('currency' in payload)) return false;
  const settings = await workspace.document('references', referenceId('settings', storeId));
  const expected = settings?.type === 'settings' ? settings.value.currency : payload.currency;
  const others = [...before.values()].map((order) => order?.currency ?? expected);
  return payload.currency !== expected || others.some((currency) => currency !== payload.currency);
};

/**
 * Puts an operation into effect: orders, stock, exceptions, ledgers. A reason for quarantine means that nothing was
 * put; what it throws is about the operation as well, unless it is `StoreUnavailable`.
 */
export const applyOperation = async (
  workspace: Workspace,
  operation: Operation,
  applying: Applying,
): Promise<QuarantineReason | null> => {
  const { now } = applying;
  const before = await ordersBefore(workspace, operation);
  if (await isOtherCurrency(workspace, operation, before)) return 'currency_mismatch';
  if (isSecondSale(operation, before)) return 'apply_failed';
  const { id: operationId, journalId, seq } = operation;
  const at = happenedAt(operation);
  const movements = movementsOf(operation).map((movement) => ({ ...movement, operationId, at }));
  const counts = countsOf(operation);
  const { saleLines, money } = ledgerLinesOf(operation, before);
  const origin = { journalId, seq };
  // What moved goods is noted with the first order; without an order it is noted all the same.
  const changes = [...before].map(([id, order], index) => ({
    before: order,
    after: applyToOrder(order, operation, id),
    movements: index === 0 ? movements : [],
    counts: index === 0 ? counts : [],
    origin,
  }));
  if (changes.length === 0) changes.push({ before: null, after: null, movements, counts, origin });
  for (const change of changes) await recordOrder(workspace, change, now);
  await recordDelivery(workspace, operation, now);
  await recordCustomer(workspace, operation, now);
  await recordPoints(
    workspace,
    { id: operationId, storeId: operation.storeId, at, origin },
    changes,
    now,
  );
  await recordParked(workspace, operation, now);
  await recordQuickKeys(workspace, operation);
  workspace.addSaleLines(saleLines);
  workspace.addMoney(money);
  workspace.addShiftMoney(shiftMoneyRowsOf(operation));
  await recordStoredValue(workspace, operation, now);
  workspace.putShifts(shiftRowsOf(operation));
  await noteLastShift(workspace, operation, now);
  await checkDrawer(workspace, operation, now);
  await countBlindReturn(workspace, operation, applying);
  await reconcilePayments(workspace, operation, now);
  await reconcileFiscal(workspace, operation, now);
  await takeResolution(workspace, operation);
  for (const mismatch of await priceMismatches(workspace, operation, before, now))
    await openException(workspace, mismatch, now);
  return null;
};
