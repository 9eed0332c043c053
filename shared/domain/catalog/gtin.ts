/** The check digit that GS1 (General Specifications §7.9) gives to the digits before it. */
export const checkDigitOf = (digits: string): string => {
  const sum = Array.from(digits)
    .toReversed()
    .reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0);
  return String((10 - (sum % 10)) % 10);
};

/** Whether a code looks like a GTIN (8, 12, 13 or 14 digits); other codes carry no check digit. */
export const isGtinShaped = (code: string): boolean => /^(\d{8}|\d{12,14})$/.test(code);

export const hasValidCheckDigit = (code: string): boolean =>
  checkDigitOf(code.slice(0, -1)) === code.slice(-1);
