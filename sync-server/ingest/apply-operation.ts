import { exceptionId } from '#shared/domain/exception/contradictions.ts';
import type { Contradiction } from '#shared/domain/exception/schema.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { checkPricedLines } from '#shared/domain/pricing/check-priced-lines.ts';
import type { Sale } from '#shared/domain/sale/schema.ts';
import { add } from '#shared/kernel/money.ts';
import { applyToOrder, movementsOf, orderIdOf } from '#shared/operations/effects.ts';
import { happenedAt } from '#shared/operations/happened-at.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { referenceId } from '#shared/protocol/documents.ts';
import type { QuarantineReason } from '#shared/protocol/quarantine-reason.ts';
import { ledgerLinesOf } from './ledger-lines.ts';
import { openException } from './reconcile-exceptions.ts';
import { reconcilePayments } from './reconcile-payments.ts';
import { recordOrder } from './record-order.ts';
import type { Workspace } from './workspace.ts';

/** Pointers into one operation that an exception names; more say nothing more. */
const MAX_EVIDENCE = 20;

const isOtherCurrency = async (
  workspace: Workspace,
  { payload, storeId }: Operation,
  order: Order | null,
): Promise<boolean> => {
  if (!('currency' in payload)) return false;
  const settings = await workspace.document('references', referenceId('settings', storeId));
  const expected = settings?.type === 'settings' ? settings.value.currency : payload.currency;
  return payload.currency !== expected || (order !== null && order.currency !== payload.currency);
};

const wrongIn = (sale: Sale): string[] => {
  const due = add(sale.totals.total, sale.totals.rounding);
  const paid = add(...sale.payments.map(({ amount }) => amount));
  return [...checkPricedLines(sale), ...(paid < due ? ['payments'] : [])];
};

/** A computation of the till that does not add up: its amounts stay as they happened, and a person looks. */
const priceMismatch = (operation: Operation): Contradiction | null => {
  if (operation.type !== 'sale.completed') return null;
  const { id, storeId } = operation;
  const evidence = wrongIn(operation.payload).slice(0, MAX_EVIDENCE);
  if (evidence.length === 0) return null;
  return {
    id: exceptionId('price_mismatch', id),
    kind: 'price_mismatch',
    storeId,
    subject: { type: 'operation', id },
    evidence: evidence.map((pointer) => `${id}/${pointer}`),
    owner: 'head_office',
  };
};

/** Another sale of this order was applied already: the same fact once more, under another operation. */
const isSecondSale = (operation: Operation, order: Order | null): boolean =>
  operation.type === 'sale.completed' && order !== null && !order.provisional;

/**
 * Puts an operation into effect: orders, stock, exceptions, ledgers. A reason for quarantine means that nothing was
 * put; what it throws is about the operation as well, unless it is `StoreUnavailable`.
 */
export const applyOperation = async (
  workspace: Workspace,
  operation: Operation,
  now: string,
): Promise<QuarantineReason | null> => {
  const orderId = orderIdOf(operation);
  const before = orderId === null ? null : await workspace.document('orders', orderId);
  if (await isOtherCurrency(workspace, operation, before)) return 'currency_mismatch';
  if (isSecondSale(operation, before)) return 'apply_failed';
  const { id: operationId, journalId, seq } = operation;
  const at = happenedAt(operation);
  const movements = movementsOf(operation).map((movement) => ({ ...movement, operationId, at }));
  const after = applyToOrder(before, operation);
  const { saleLines, money } = ledgerLinesOf(operation, before);
  await recordOrder(workspace, { before, after, movements, origin: { journalId, seq } }, now);
  workspace.addSaleLines(saleLines);
  workspace.addMoney(money);
  await reconcilePayments(workspace, operation, now);
  const mismatch = priceMismatch(operation);
  if (mismatch !== null) await openException(workspace, mismatch, now);
  return null;
};
