import type { Order } from '#shared/domain/order/schema.ts';
import type { Sign } from '#shared/kernel/crypto.ts';
import { receiptClaimOf, signReceipt } from '#shared/tokens/receipt-token.ts';
import { webCrypto } from './web-crypto.ts';

/** Text of the QR code of an order's receipt; null = this till cannot vouch for it, as yet or at all. */
export type ReceiptSigner = (order: Order) => Promise<string | null>;

/** `certificate` gives the text of the till's own, which comes with the first pull. */
export const createReceiptSigner =
  (sign: Sign, certificate: () => string | null): ReceiptSigner =>
  async (order) => {
    const proof = certificate();
    const claim = receiptClaimOf(order);
    return proof === null || claim === null ? null : signReceipt(claim, proof, sign, webCrypto);
  };
