import { add, allocate, type Minor, scale, ZERO } from '#shared/kernel/money.ts';

type Taxed = { readonly net: Minor; readonly taxRate: number };

/**
 * The tax of each line, in the order given. It is worked out once per rate (basis points) over all its lines and
 * then spread by largest remainder, so that the lines add up to the tax of the document.
 */
export const taxesOf = (lines: readonly Taxed[], inclusive: boolean): Minor[] => {
  const placesByRate = new Map<number, number[]>();
  for (const [place, { taxRate }] of lines.entries()) {
    const places = placesByRate.get(taxRate);
    if (places) places.push(place);
    else placesByRate.set(taxRate, [place]);
  }
  const taxes = lines.map(() => ZERO);
  for (const [rate, places] of placesByRate) {
    const nets = places.map((place) => lines[place]?.net ?? ZERO);
    const tax = scale(add(...nets), rate, inclusive ? 10_000 + rate : 10_000);
    const parts = allocate(tax, nets);
    for (const [index, place] of places.entries()) taxes[place] = parts[index] ?? ZERO;
  }
  return taxes;
};
