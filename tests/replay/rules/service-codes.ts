/** Stock codes that name no goods: postage, carriage, hand-written lines, discounts, samples, fees of others. */
const SERVICE_CODES: ReadonlySet<string> = new Set([
  'POST',
  'DOT',
  'C2',
  'M',
  'D',
  'S',
  'AMAZONFEE',
  'BANK CHARGES',
]);

/** A gift voucher is money to be spent later, and lies on no shelf. */
const VOUCHER = /^GIFT_/;

export const isService = (sku: string): boolean => SERVICE_CODES.has(sku) || VOUCHER.test(sku);
