import { decideSheet, isForManager, type StockProblem } from '#shared/domain/stock/decide.ts';
import type { StockSheet } from '#shared/domain/stock/sheet.ts';
import { transferNumber } from '#shared/domain/stock/transfer-number.ts';
import { fail, type Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { Actor, JournalProblem } from '../store/journal.ts';
import { newestOperations } from '../store/newest-operations.ts';
import type { TillStore } from '../store/till-store.ts';
import { may } from './may.ts';
import type { TillProblem } from './problems.ts';
import { receiptNumber } from './receipt-number.ts';

const TYPES = [
  'stock.received',
  'stock.transferReceived',
  'stock.transferSent',
  'stock.counted',
  'stock.writtenOff',
  'stock.adjusted',
] as const;

/** Operations before this one among which the sheet may stand already. */
const LOOKED_BACK = 50;

/** Whether a crash came between the write and the sheet's being put away (rule J2). */
export const isSheetDone = async (
  { ledger }: Pick<TillStore, 'ledger'>,
  { id }: StockSheet,
): Promise<boolean> => {
  for await (const { payload } of newestOperations(ledger, TYPES, LOOKED_BACK))
    if (payload.lines.some((line) => line.id.startsWith(id))) return true;
  return false;
};

/** A stock job becomes one operation: goods received, counted, sent, written off or adjusted. */
export const completeSheet = (
  till: TillStore,
  actor: Actor,
  sheet: StockSheet,
): Promise<Result<Operation, StockProblem | TillProblem | JournalProblem>> =>
  till.journal.write<StockProblem | TillProblem>(actor, async (next) => {
    if (await isSheetDone(till, sheet)) return fail({ type: 'already_done' });
    const decided = decideSheet(sheet, transferNumber(receiptNumber(next)));
    // Nobody is called for a PIN before the sheet says all that it has to.
    if (decided.ok && isForManager(sheet) && !(await may(till, actor, 'stock')))
      return fail({ type: 'manager_needed' });
    return decided;
  });
