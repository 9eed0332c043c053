import { NO_POINTS, type OrderPoints } from '../domain/points/of-order.ts';
import type { SalePoints } from '../domain/points/schema.ts';
import type { Return } from '../domain/return/schema.ts';
import type { Operation } from './operation.ts';

type Selling = { readonly points?: Pick<SalePoints, 'earned' | 'spent'> | undefined };

const ofSale = ({ points }: Selling): OrderPoints =>
  points ? { ...NO_POINTS, earned: points.earned, spent: points.spent } : NO_POINTS;

const ofReturn = ({ points }: Return): OrderPoints =>
  points ? { ...NO_POINTS, takenBack: points.takenBack, restored: points.restored } : NO_POINTS;

/** What an operation told its customer that it does to their points. */
export const pointsToldBy = ({ type, payload }: Operation): OrderPoints => {
  if (type === 'sale.completed' || type === 'pickup.handedOver' || type === 'order.paid')
    return ofSale(payload);
  if (type === 'return.completed') return ofReturn(payload);
  if (type === 'order.amended') return { ...NO_POINTS, earned: payload.points?.earned ?? 0 };
  if (type !== 'exchange.completed') return NO_POINTS;
  const { earned, spent } = ofSale(payload.sold);
  const { takenBack, restored } = ofReturn(payload.returned);
  return { earned, spent, takenBack, restored };
};
