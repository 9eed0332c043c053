import { add, allocate, type Minor, scale, ZERO } from '#shared/kernel/money.ts';

type Taxed = { readonly net: Minor; readonly taxRate: number };

/**
 * The tax of each line, in the order given. It is worked out once per rate (basis points) over all its lines and
 * then spread by largest remainder, so that the lines add up to the tax of the document.
 */
export const taxesOf = (lines: readonly Taxed[], inclusive: boolean): Minor[] => {
  const taxes = lines.map(() => ZERO);
  for (const rate of new Set(lines.map(({ taxRate }) => taxRate))) {
    const members = [...lines.entries()].filter(([, line]) => line.taxRate === rate);
    const nets = members.map(([, { net }]) => net);
    const tax = scale(add(...nets), rate, inclusive ? 10_000 + rate : 10_000);
    const parts = allocate(tax, nets);
    members.forEach(([index], place) => {
      taxes[index] = parts[place] ?? ZERO;
    });
  }
  return taxes;
};
