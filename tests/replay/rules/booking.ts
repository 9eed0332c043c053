import type { Row } from './row.ts';

type Invoiced = {
  /** The invoice's number; of its second booking and the next, with `-2` and so on behind it. */
  readonly number: string;
  readonly at: string;
  /** What it is made of, in the order of the file. */
  readonly rows: readonly Row[];
};

/** A row of a cancellation, and the row that sold what it takes back. */
export type LinkedRow = { readonly row: Row; readonly sold: Row };

/** One operation to be: what rows of one invoice come to. */
export type Booking =
  | (Invoiced & { readonly type: 'sale' })
  /** Goods of one earlier invoice come back. */
  | (Invoiced & { readonly type: 'linked_return'; readonly links: readonly LinkedRow[] })
  | (Invoiced & { readonly type: 'blind_return' })
  | (Invoiced & { readonly type: 'stock_adjustment' });
