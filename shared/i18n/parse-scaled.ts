/**
 * What somebody typed as a non-negative integer counted in 10^-scale units (`12,5` with scale 3 → 12500).
 * Comma and point are both decimal marks, spaces are ignored; undefined when it is not such a number, has more
 * decimals than the scale, or is too large to be counted exactly.
 */
export const parseScaled = (typed: string, scale: number): number | undefined => {
  const match = /^(\d*)(?:[.,](\d*))?$/.exec(typed.replaceAll(/\s/g, ''));
  const whole = match?.[1] ?? '';
  const fraction = match?.[2] ?? '';
  if (!match || whole + fraction === '' || fraction.length > scale) return undefined;
  const units = Number(whole + fraction.padEnd(scale, '0'));
  return Number.isSafeInteger(units) ? units : undefined;
};
