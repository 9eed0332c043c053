/**
 * A decimal number as whole units of its last digit: `toUnits('12.5', 2)` = 1250. Comma and point are the same; null
 * when it is no such number, has more digits than that, or is beyond exact numbers.
 */
export const toUnits = (text: string, digits: number): number | null => {
  const [, sign = '', whole = '', fraction = ''] = /^([-+]?)(\d+)(?:[.,](\d+))?$/.exec(text) ?? [];
  if (whole === '' || fraction.length > digits) return null;
  const units = Number(`${sign}${whole}${fraction.padEnd(digits, '0')}`);
  return Number.isSafeInteger(units) ? units : null;
};
