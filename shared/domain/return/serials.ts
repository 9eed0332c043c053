import { serialsOf } from '../order/particulars-of.ts';
import type { Order } from '../order/schema.ts';

type Back = { readonly lineId: string | null; readonly serial?: string | undefined };

export type ComparedSerials = {
  /** Lines that were sold with a number, and came back without one. */
  readonly missing: readonly string[];
  /** Lines of which another piece came back than was sold. */
  readonly other: readonly string[];
};

/** The numbers of what came back, against those of what was sold. */
export const compareSerials = (order: Order, back: readonly Back[]): ComparedSerials => {
  const missing: string[] = [];
  const other: string[] = [];
  for (const { lineId, serial } of back) {
    if (lineId === null) continue;
    const sold = serialsOf(order, lineId);
    if (sold.length === 0 || (serial !== undefined && sold.includes(serial))) continue;
    (serial === undefined ? missing : other).push(lineId);
  }
  return { missing, other };
};
