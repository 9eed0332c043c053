import type { Order } from '#shared/domain/order/schema.ts';
import type { Sign } from '#shared/kernel/crypto.ts';
import { receiptLink, roomForToken } from '#shared/tokens/receipt-link.ts';
import { receiptClaimOf, signReceipt } from '#shared/tokens/receipt-token.ts';
import { webCrypto } from './web-crypto.ts';

/** Text of the QR code of an order's receipt; null = this till cannot vouch for it, as yet or at all. */
export type ReceiptSigner = (order: Order) => Promise<string | null>;

type Known = {
  /** Text of the till's own certificate, which comes with the first pull. */
  readonly certificate: () => string | null;
  /** Where receipts are web pages; null = nowhere. */
  readonly webAddress: () => string | null;
};

/** Made with or without a network: the page is there once the server has the sale. */
export const createReceiptSigner =
  (sign: Sign, { certificate, webAddress }: Known): ReceiptSigner =>
  async (order) => {
    const proof = certificate();
    const claim = receiptClaimOf(order);
    if (proof === null || claim === null) return null;
    const address = webAddress();
    const token = await signReceipt(claim, proof, sign, webCrypto, roomForToken(address));
    return address === null ? token : receiptLink(address, token);
  };
