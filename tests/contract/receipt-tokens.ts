import { Value } from 'typebox/value';
import { nodeCrypto } from '#server/node-crypto.ts';
import type { OperationContent } from '#shared/operations/operation.ts';
import { Reference } from '#shared/protocol/documents.ts';
import { type ReceiptClaim, signReceipt } from '#shared/tokens/receipt-token.ts';
import type { HttpTill } from './http-till.ts';
import { line, sale } from './shop.ts';

export const SOLD_AT = '2026-01-02T11:00:00.000Z';

type Sold = Extract<OperationContent, { readonly type: 'sale.completed' }>;

/** A sale of two pieces of tea under this number. */
export const soldAs = (orderId: string, number: string): Sold => {
  const { type, payload } = sale([line('TEA', 2)], orderId);
  return { type, payload: { ...payload, number } };
};

/** What the code on the receipt of a sale says. */
export const claimOfSale = ({ payload }: Sold): ReceiptClaim => {
  const { orderId, number, currency, taxInclusive, lines, totals, payments } = payload;
  return {
    orderId,
    number,
    soldAt: SOLD_AT,
    currency,
    taxInclusive,
    lines: lines.map(({ id, sku, quantity, unitPrice, total, taxRate, tax }) => ({
      lineId: id,
      sku,
      quantity,
      unitPrice,
      total,
      taxRate,
      tax,
    })),
    total: totals.total,
    tax: totals.tax,
    payments: payments.map(({ tender, amount }) => ({ tender, amount })),
  };
};

/** Text of a till's certificate, as it came down to it. */
export const certificateOf = async (till: HttpTill): Promise<string> => {
  const { pages } = await till.pull();
  const documents = pages.flatMap(({ changes }) => changes.map(({ document }) => document));
  for (const one of documents)
    if (
      Value.Check(Reference, one) &&
      one.type === 'certificate' &&
      one.value.tillId === till.tillId
    )
      return one.value.text;
  throw new Error('no certificate');
};

export const tokenOf = (
  claim: ReceiptClaim,
  proof: string,
  sign: (text: string) => string,
): Promise<string> => signReceipt(claim, proof, async (text) => sign(text), nodeCrypto);
