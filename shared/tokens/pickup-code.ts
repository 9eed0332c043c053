import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { dueOf, paidOf, refundedOf } from '../domain/order/balance.ts';
import type { Order } from '../domain/order/schema.ts';
import type { Crypto, Sign } from '../kernel/crypto.ts';
import { IdSchema, SkuSchema, TimeSchema } from '../kernel/ids.ts';
import { AmountSchema, CurrencySchema, minor, subtract } from '../kernel/money.ts';
import { QuantitySchema } from '../kernel/quantity.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { Exact } from '../kernel/schema.ts';
import { createByteReader } from './byte-reader.ts';
import { createByteWriter } from './byte-writer.ts';
import { Fingerprint, type SigningKey } from './schema.ts';
import { hashOfLines, readLines, TokenLines, writeLines } from './token-lines.ts';
import { isSignedBy, LONGEST_TOKEN, openToken, sealToken, type TextProblem } from './token-text.ts';
import { type KeyProblem, trustedKey } from './trusted-key.ts';

const PickupCodeLine = Exact({
  lineId: IdSchema,
  sku: SkuSchema,
  quantity: QuantitySchema,
  total: AmountSchema,
});
type PickupCodeLine = Static<typeof PickupCodeLine>;

/** What a customer's pickup code says (rule R20); amounts in minor units of the currency. */
export const PickupCode = Exact({
  chainId: Fingerprint,
  /** The server's key that signed it. */
  keyId: Fingerprint,
  orderId: IdSchema,
  number: IdSchema,
  storeId: IdSchema,
  currency: CurrencySchema,
  lines: TokenLines(PickupCodeLine),
  /** Still to be paid. */
  due: AmountSchema,
  /** Paid and not given back. */
  paid: AmountSchema,
  placedAt: TimeSchema,
  expiresAt: TimeSchema,
  /** Another one whenever the order was signed anew with other contents. */
  nonce: Type.String({ pattern: '^[0-9a-f]{16}$' }),
});
export type PickupCode = Static<typeof PickupCode>;

/** What is signed, before it is decided whether its lines fit. */
export type PickupClaim = Omit<PickupCode, 'chainId' | 'keyId' | 'lines' | 'nonce'> & {
  readonly lines: readonly PickupCodeLine[];
};

export type PickupCodeProblem =
  | TextProblem
  | KeyProblem
  | { readonly type: 'signature_invalid' }
  /** Signed by the chain, but too old: what it said is of use to someone who knows the order from elsewhere. */
  | { readonly type: 'token_expired'; readonly code: PickupCode };

/** null = it is not an order that is collected. */
export const pickupClaimOf = (order: Order): PickupClaim | null => {
  const { id, number, storeId, currency, placedAt, pickup } = order;
  if (pickup === null) return null;
  return {
    orderId: id,
    number: number ?? id,
    storeId,
    currency,
    lines: order.lines.map(({ id: lineId, sku, quantity, total }) => ({
      lineId,
      sku,
      quantity,
      total,
    })),
    due: dueOf(order),
    paid: minor(Math.max(0, subtract(paidOf(order), refundedOf(order)))),
    placedAt,
    expiresAt: pickup.expiresAt,
  };
};

const bodyOf = (code: PickupCode): readonly number[] => {
  const writer = createByteWriter();
  writer.hex(code.chainId);
  writer.hex(code.keyId);
  writer.text(code.orderId);
  writer.text(code.number);
  writer.text(code.storeId);
  writer.text(code.currency);
  writeLines<PickupCodeLine>(writer, code.lines, (line) => {
    writer.text(line.lineId);
    writer.text(line.sku);
    writer.number(line.quantity);
    writer.number(line.total);
  });
  writer.number(code.due);
  writer.number(code.paid);
  writer.time(code.placedAt);
  writer.time(code.expiresAt);
  writer.hex(code.nonce);
  return writer.bytes;
};

const parseBody = (body: readonly number[]): PickupCode | null => {
  const reader = createByteReader(body);
  const code = {
    chainId: reader.hex(4),
    keyId: reader.hex(4),
    orderId: reader.text(),
    number: reader.text(),
    storeId: reader.text(),
    currency: reader.text(),
    lines: readLines(reader, () => ({
      lineId: reader.text(),
      sku: reader.text(),
      quantity: reader.number(),
      total: reader.number(),
    })),
    due: reader.number(),
    paid: reader.number(),
    placedAt: reader.time(),
    expiresAt: reader.time(),
    nonce: reader.hex(8),
  };
  return reader.isWhole() && Value.Check(PickupCode, code) ? code : null;
};

/** The text of the customer's QR code. Where the lines do not fit it carries their hash. */
export const signPickupCode = async (
  { lines, ...claim }: PickupClaim,
  key: Pick<PickupCode, 'chainId' | 'keyId' | 'nonce'>,
  sign: Sign,
  crypto: Pick<Crypto, 'sha256'>,
): Promise<string> => {
  const listed = bodyOf({ ...claim, ...key, lines: { type: 'listed', lines: [...lines] } });
  const text = await sealToken('pickup_code', listed, sign);
  if (text.length <= LONGEST_TOKEN) return text;
  const hash = await hashOfLines(lines, crypto);
  const hashed = bodyOf({ ...claim, ...key, lines: { type: 'hashed', count: lines.length, hash } });
  return sealToken('pickup_code', hashed, sign);
};

/**
 * Reads the text of a customer's QR code and checks it against the chain's keys; `now` is the latest trusted time
 * (rule J7). Which store it is for is for the caller to compare.
 */
export const readPickupCode = async (
  text: string,
  { keys, now }: { readonly keys: readonly SigningKey[]; readonly now: string },
  crypto: Crypto,
): Promise<Result<PickupCode, PickupCodeProblem>> => {
  const token = openToken('pickup_code', text);
  if (!token.ok) return token;
  const code = parseBody(token.value.body);
  if (code === null) return fail({ type: 'token_malformed' });
  const key = trustedKey(keys, code, now);
  if (!key.ok) return key;
  if (!(await isSignedBy(token.value, key.value.publicKey, crypto)))
    return fail({ type: 'signature_invalid' });
  return now > code.expiresAt ? fail({ type: 'token_expired', code }) : ok(code);
};
