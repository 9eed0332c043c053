import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { allLinesOf, handedOverByLine } from '../domain/order/balance.ts';
import type { Order } from '../domain/order/schema.ts';
import { Tender } from '../domain/payment/schema.ts';
import { partOfLine } from '../domain/pricing/part-of-line.ts';
import type { PricedLine } from '../domain/pricing/schema.ts';
import { takenAt } from '../domain/return/returnable.ts';
import type { Crypto, Sign } from '../kernel/crypto.ts';
import { IdSchema, SkuSchema, TimeSchema } from '../kernel/ids.ts';
import { add, AmountSchema, CurrencySchema } from '../kernel/money.ts';
import { quantity, QuantitySchema } from '../kernel/quantity.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { Exact } from '../kernel/schema.ts';
import { createByteReader } from './byte-reader.ts';
import { createByteWriter } from './byte-writer.ts';
import { type CertificateProblem, readCertificate } from './certificate.ts';
import type { CertificateContent, RevokedTill, SigningKey } from './schema.ts';
import { hashOfLines, readLines, TokenLines, writeLines } from './token-lines.ts';
import { bytesOfToken, isSignedBy, LONGEST_TOKEN, openToken, sealToken } from './token-text.ts';

const ReceiptTokenLine = Exact({
  lineId: IdSchema,
  sku: SkuSchema,
  quantity: QuantitySchema,
  unitPrice: AmountSchema,
  total: AmountSchema,
  /** Basis points. */
  taxRate: Type.Integer({ minimum: 0, maximum: 10_000 }),
  tax: AmountSchema,
});
type ReceiptTokenLine = Static<typeof ReceiptTokenLine>;

/** What a receipt's code says; amounts in minor units of the currency. */
export const ReceiptToken = Exact({
  orderId: IdSchema,
  number: IdSchema,
  /** When the goods changed hands: the return window runs from then (rule R17). */
  soldAt: TimeSchema,
  currency: CurrencySchema,
  taxInclusive: Type.Boolean(),
  lines: TokenLines(ReceiptTokenLine),
  /** Of all lines; rounding of cash is what the payments are more or less. */
  total: AmountSchema,
  tax: AmountSchema,
  payments: Type.Array(Exact({ tender: Tender, amount: AmountSchema })),
});
export type ReceiptToken = Static<typeof ReceiptToken>;

/** A receipt that a till of the chain signed, and which till that was. */
export type SignedReceipt = ReceiptToken & { readonly certificate: CertificateContent };

/** What is signed, before it is decided whether its lines fit. */
export type ReceiptClaim = Omit<ReceiptToken, 'lines'> & {
  readonly lines: readonly ReceiptTokenLine[];
};

/** What a receipt that is not simply good still proves is of use to someone who knows the order from elsewhere. */
export type ReceiptProblem =
  | CertificateProblem
  /** Sold after the till's certificate had ended. */
  | { readonly type: 'certificate_expired'; readonly receipt: SignedReceipt }
  /** Whoever has the till's key may have made it, at any time and with any date. */
  | { readonly type: 'till_revoked'; readonly receipt: SignedReceipt; readonly revokedAt: string };

const paymentsByTender = (order: Order): ReceiptToken['payments'] => {
  const tenders = [...new Set(order.payments.map(({ tender }) => tender))];
  return tenders.map((tender) => ({
    tender,
    amount: add(
      ...order.payments.filter((one) => one.tender === tender).map(({ amount }) => amount),
    ),
  }));
};

/** What changed hands: of an order that is collected the pieces that left, each at its price. */
const goodsOf = (order: Order): readonly PricedLine[] => {
  if (order.pickup === null) return order.lines;
  const gone = handedOverByLine(order);
  return allLinesOf(order).flatMap((line) => {
    const left = quantity(Math.min(line.quantity, gone.get(line.id) ?? 0));
    if (left === 0) return [];
    return [left === line.quantity ? line : partOfLine(line, line.id, left)];
  });
};

/** null = nothing was sold that anybody here knows the lines of. */
export const receiptClaimOf = (order: Order): ReceiptClaim | null => {
  const { id, number, currency, taxInclusive } = order;
  const lines = goodsOf(order);
  if (lines.length === 0) return null;
  return {
    orderId: id,
    number: number ?? id,
    soldAt: takenAt(order),
    currency,
    taxInclusive,
    lines: lines.map(({ id: lineId, sku, quantity, unitPrice, total, taxRate, tax }) => ({
      lineId,
      sku,
      quantity,
      unitPrice,
      total,
      taxRate,
      tax,
    })),
    total: add(...lines.map(({ total }) => total)),
    tax: add(...lines.map(({ tax }) => tax)),
    payments: paymentsByTender(order),
  };
};

const bodyOf = (receipt: ReceiptToken, certificate: readonly number[]): readonly number[] => {
  const writer = createByteWriter();
  writer.list(certificate, (byte) => writer.raw([byte]));
  writer.text(receipt.orderId);
  writer.text(receipt.number);
  writer.time(receipt.soldAt);
  writer.text(receipt.currency);
  writer.number(receipt.taxInclusive ? 1 : 0);
  writeLines<ReceiptTokenLine>(writer, receipt.lines, (line) => {
    writer.text(line.lineId);
    writer.text(line.sku);
    writer.number(line.quantity);
    writer.number(line.unitPrice);
    writer.number(line.total);
    writer.number(line.taxRate);
    writer.number(line.tax);
  });
  writer.number(receipt.total);
  writer.number(receipt.tax);
  writer.list(receipt.payments, ({ tender, amount }) => {
    writer.text(tender);
    writer.number(amount);
  });
  return writer.bytes;
};

type ParsedBody = { readonly certificate: readonly number[]; readonly receipt: ReceiptToken };

const parseBody = (body: readonly number[]): ParsedBody | null => {
  const reader = createByteReader(body);
  const certificate = reader.raw(reader.number());
  const receipt = {
    orderId: reader.text(),
    number: reader.text(),
    soldAt: reader.time(),
    currency: reader.text(),
    taxInclusive: reader.number() === 1,
    lines: readLines(reader, () => ({
      lineId: reader.text(),
      sku: reader.text(),
      quantity: reader.number(),
      unitPrice: reader.number(),
      total: reader.number(),
      taxRate: reader.number(),
      tax: reader.number(),
    })),
    total: reader.number(),
    tax: reader.number(),
    payments: reader.list(() => ({ tender: reader.text(), amount: reader.number() })),
  };
  return reader.isWhole() && Value.Check(ReceiptToken, receipt) ? { certificate, receipt } : null;
};

/** The text of a receipt's code. Where the lines do not fit it carries their hash. */
export const signReceipt = async (
  { lines, ...claim }: ReceiptClaim,
  /** Text of the till's certificate, for the key that `sign` uses. */
  certificate: string,
  sign: Sign,
  crypto: Pick<Crypto, 'sha256'>,
  /** Letters it may have. */
  room = LONGEST_TOKEN,
): Promise<string> => {
  const proof = bytesOfToken('certificate', certificate);
  if (!proof.ok) throw new Error(`not a certificate: ${proof.problem.type}`);
  const listed = bodyOf({ ...claim, lines: { type: 'listed', lines: [...lines] } }, proof.value);
  const text = await sealToken('receipt', listed, sign);
  if (text.length <= room) return text;
  const hash = await hashOfLines(lines, crypto);
  const hashed = { ...claim, lines: { type: 'hashed' as const, count: lines.length, hash } };
  return sealToken('receipt', bodyOf(hashed, proof.value), sign);
};

export type ReceiptTrust = {
  readonly keys: readonly SigningKey[];
  readonly revoked: readonly RevokedTill[];
  /** The latest trusted time (rule J7). */
  readonly now: string;
};

/** Reads the text of a receipt's QR code: a till signed the receipt, and a key of the chain signed for that till. */
export const readReceipt = async (
  text: string,
  { keys, revoked, now }: ReceiptTrust,
  crypto: Crypto,
): Promise<Result<SignedReceipt, ReceiptProblem>> => {
  const token = openToken('receipt', text);
  if (!token.ok) return token;
  const parsed = parseBody(token.value.body);
  if (parsed === null) return fail({ type: 'token_malformed' });
  const certificate = await readCertificate(parsed.certificate, { keys, now }, crypto);
  if (!certificate.ok) return certificate;
  const { publicKey, expiresAt } = certificate.value;
  if (!(await isSignedBy(token.value, publicKey, crypto)))
    return fail({ type: 'signature_invalid' });
  const receipt: SignedReceipt = { ...parsed.receipt, certificate: certificate.value };
  const withdrawn = revoked.find((one) => one.publicKey === publicKey);
  if (withdrawn) return fail({ type: 'till_revoked', receipt, revokedAt: withdrawn.revokedAt });
  return receipt.soldAt > expiresAt ? fail({ type: 'certificate_expired', receipt }) : ok(receipt);
};
