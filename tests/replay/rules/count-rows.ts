import type { Booking } from './booking.ts';
import { countBy } from './count-by.ts';
import type { Row } from './row.ts';
import { isService } from './service-codes.ts';

export type RowKind =
  | 'sale of goods'
  | 'sale of a service'
  | 'giveaway'
  | 'linked return'
  | 'blind return of goods'
  | 'blind return of a service'
  | 'stock adjustment';

const kindOf = ({ type }: Booking, { sku, price }: Row): RowKind => {
  switch (type) {
    case 'sale':
      if (price === 0) return 'giveaway';
      return isService(sku) ? 'sale of a service' : 'sale of goods';
    case 'linked_return':
      return 'linked return';
    case 'blind_return':
      return isService(sku) ? 'blind return of a service' : 'blind return of goods';
    case 'stock_adjustment':
      return 'stock adjustment';
  }
};

/** How many rows of each kind went into operations. */
export const countRows = (bookings: readonly Booking[]): ReadonlyMap<RowKind, number> =>
  countBy(bookings.flatMap((booking) => booking.rows.map((row) => kindOf(booking, row))));
