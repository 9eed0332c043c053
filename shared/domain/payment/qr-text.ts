import { type Currency, type Minor, MINOR_DIGITS } from '#shared/kernel/money.ts';

type QrRequest = {
  readonly paymentId: string;
  readonly amount: Minor;
  readonly currency: Currency;
};

const decimal = (amount: Minor): string => {
  const digits = String(amount).padStart(MINOR_DIGITS + 1, '0');
  return `${digits.slice(0, -MINOR_DIGITS)}.${digits.slice(-MINOR_DIGITS)}`;
};

/**
 * What a customer's QR says: the store's template with `{amount}` (`1250.00`), `{minor}` (`125000`), `{currency}` and
 * `{payment}`, the id by which the provider tells one payment from another. null = there is no template.
 */
export const qrText = (
  template: string,
  { paymentId, amount, currency }: QrRequest,
): string | null =>
  template === ''
    ? null
    : template
        .replaceAll('{amount}', decimal(amount))
        .replaceAll('{minor}', String(amount))
        .replaceAll('{currency}', currency)
        .replaceAll('{payment}', encodeURIComponent(paymentId));
