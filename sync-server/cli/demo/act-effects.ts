import {
  handOverMovements,
  returnMovements,
  saleMovements,
} from '#shared/domain/stock/movements.ts';
import type { Movement } from '#shared/domain/stock/schema.ts';
import type { OperationContent } from '#shared/operations/operation.ts';

/** What an operation moves in or out of a store, before it has a journal. */
export const goodsMoved = ({ type, payload }: OperationContent, storeId: string): Movement[] => {
  if (type === 'sale.completed') return saleMovements(payload.lines, storeId);
  if (type === 'return.completed') return returnMovements(payload.lines, storeId);
  return type === 'pickup.handedOver' ? handOverMovements(payload.lines, storeId) : [];
};
