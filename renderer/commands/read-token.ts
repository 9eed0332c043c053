import type { Result } from '#shared/kernel/result.ts';
import {
  type PickupCode,
  type PickupCodeProblem,
  readPickupCode,
} from '#shared/tokens/pickup-code.ts';
import {
  readReceipt,
  type ReceiptProblem,
  type SignedReceipt,
} from '#shared/tokens/receipt-token.ts';
import type { TillStore } from '../store/till-store.ts';
import { trustedNow } from '../store/trusted-time.ts';

/** Checks a scanned pickup code by what this till holds; no network. The store it is for may be another one. */
export const readScannedPickupCode = async (
  till: TillStore,
  text: string,
): Promise<Result<PickupCode, PickupCodeProblem>> => {
  const { signingKeys: keys } = till.view.references();
  return readPickupCode(text, { keys, now: await trustedNow(till) }, till.crypto);
};

/** Checks a scanned receipt of any till of the chain by what this till holds; no network. */
export const readScannedReceipt = async (
  till: TillStore,
  text: string,
): Promise<Result<SignedReceipt, ReceiptProblem>> => {
  const { signingKeys: keys, revokedTills: revoked } = till.view.references();
  return readReceipt(text, { keys, revoked, now: await trustedNow(till) }, till.crypto);
};
