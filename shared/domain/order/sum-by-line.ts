import { addQuantity, NONE, type Quantity } from '#shared/kernel/quantity.ts';

export type LinePart = { readonly lineId: string; readonly quantity: Quantity };

/** How much of each line all these acts are of, in thousandths, by line id. */
export const sumByLine = (
  acts: readonly { readonly lines: readonly LinePart[] }[],
): ReadonlyMap<string, Quantity> => {
  const sums = new Map<string, Quantity>();
  for (const { lineId, quantity: count } of acts.flatMap(({ lines }) => lines))
    sums.set(lineId, addQuantity(sums.get(lineId) ?? NONE, count));
  return sums;
};
