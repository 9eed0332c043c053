import {
  handOverMovements,
  returnMovements,
  saleMovements,
} from '#shared/domain/stock/movements.ts';
import type { Movement } from '#shared/domain/stock/schema.ts';
import { add, type Minor, negate, ZERO } from '#shared/kernel/money.ts';
import type { OperationContent } from '#shared/operations/operation.ts';

type Money = { readonly tender: string; readonly amount: Minor };

const cashOf = (money: readonly Money[]): Minor =>
  add(...money.filter(({ tender }) => tender === 'cash').map(({ amount }) => amount));

/** What an operation puts into the drawer, or takes out of it. */
export const cashIn = ({ type, payload }: OperationContent): Minor => {
  if (type === 'sale.completed' || type === 'pickup.handedOver') return cashOf(payload.payments);
  return type === 'return.completed' ? negate(cashOf(payload.refunds)) : ZERO;
};

/** What an operation moves in or out of a store, before it has a journal. */
export const goodsMoved = ({ type, payload }: OperationContent, storeId: string): Movement[] => {
  if (type === 'sale.completed') return saleMovements(payload.lines, storeId);
  if (type === 'return.completed') return returnMovements(payload.lines, storeId);
  return type === 'pickup.handedOver' ? handOverMovements(payload.lines, storeId) : [];
};
