import type { Delivery } from '../delivery/schema.ts';

const PREFIX = 'T-';

/** Number of a transfer: unique without asking anybody, as that of its till's receipt is (`ALM1-01-000017`). */
export const transferNumber = (receiptNumber: string): string => `${PREFIX}${receiptNumber}`;

/** Which of these stores sent it, by the number alone; null = none of them. */
const senderOf = (number: string, storeIds: readonly string[]): string | null =>
  storeIds
    .filter((storeId) => number.startsWith(`${PREFIX}${storeId}-`))
    .toSorted((left, right) => right.length - left.length)[0] ?? null;

/** A transfer of another store of which only the slip is known yet; null = the code is not such a slip's. */
export const transferOfSlip = (
  code: string,
  storeIds: readonly string[],
  toStoreId: string,
  at: string,
): Delivery | null => {
  const fromStoreId = senderOf(code, storeIds);
  if (fromStoreId === null || fromStoreId === toStoreId) return null;
  return {
    id: code,
    fromStoreId,
    toStoreId,
    supplier: '',
    reference: code,
    sentAt: at,
    sentBy: null,
    sent: null,
    receipts: [],
    seen: {},
  };
};
