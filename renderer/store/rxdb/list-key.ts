import type { Exception } from '#shared/domain/exception/schema.ts';
import { isLow } from '#shared/domain/stock/low.ts';
import type { StockLevel } from '#shared/domain/stock/schema.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { hasGoodsToPutBack, isOpenPickup, placeOf } from '../order-lists.ts';

/** What the lists of the till's screens find a document by. */
export type ListKey = { readonly list: string; readonly place: string };

const orderListOf = (order: Order): string => {
  if (isOpenPickup(order)) return 'pickup';
  return hasGoodsToPutBack(order) ? 'putBack' : '';
};

const NOWHERE: ListKey = { list: '', place: '' };

export const listKeyOf = (collection: string, document: unknown): ListKey => {
  switch (collection) {
    case 'orders': {
      const order = document as Order;
      return { list: orderListOf(order), place: placeOf(order) };
    }
    case 'stock':
      return { list: isLow(document as StockLevel) ? 'low' : '', place: '' };
    case 'exceptions':
      return { list: (document as Exception).state, place: '' };
    default:
      return NOWHERE;
  }
};
