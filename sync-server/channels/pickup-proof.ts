import { createHmac } from 'node:crypto';
import type { Order } from '#shared/domain/order/schema.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import type { OrderReply } from '#shared/protocol/channel.ts';
import { pickupClaimOf, signPickupCode } from '#shared/tokens/pickup-code.ts';
import { hashPickupDigits } from '#shared/tokens/pickup-digits.ts';
import { chainSigner } from '../auth/signing-keys.ts';
import { isToBeCollected, pickupDigitsRow } from '../ingest/pickup-digits.ts';
import { nodeCrypto } from '../node-crypto.ts';
import type { Store } from '../store/store.ts';
import type { Tables } from '../tables.ts';

/** Derives a value from the chain's secret: the same question has the same answer. */
type Derive = (purpose: string, subject: string) => Buffer;

const deriveFrom = async (db: Tables): Promise<Derive> => {
  const { pickup_secret: secret } = await db
    .selectFrom('chain')
    .select('pickup_secret')
    .executeTakeFirstOrThrow();
  return (purpose, subject) =>
    createHmac('sha256', secret).update(`${purpose}\n${subject}`).digest();
};

const digitsOf = (derive: Derive, orderId: string): string =>
  String(derive('digits', orderId).readUIntBE(0, 6) % 1_000_000).padStart(6, '0');

/** What the customer shows to collect an order as it is now; null = there is nothing to collect. */
export const pickupProofOf = async (
  db: Tables,
  order: Order,
  now: string,
): Promise<OrderReply['proof']> => {
  const claim = pickupClaimOf(order);
  if (claim === null || !isToBeCollected(order)) return null;
  const derive = await deriveFrom(db);
  const { chainId, keyId, sign } = await chainSigner(db, now);
  const nonce = derive('nonce', canonicalJson(claim)).toString('hex', 0, 8);
  return {
    code: await signPickupCode(claim, { chainId, keyId, nonce }, sign, nodeCrypto),
    digits: digitsOf(derive, order.id),
  };
};

/** Tells the tills of the order's store enough to check its digits, not to read them. Doing it twice is harmless. */
export const tellPickupDigits = async (
  { db, store }: { readonly db: Tables; readonly store: Store },
  orders: readonly Order[],
): Promise<void> => {
  const derive = await deriveFrom(db);
  const rows = await Promise.all(
    orders.map(async (order) => {
      const salted = { orderId: order.id, salt: derive('salt', order.id).toString('hex', 0, 16) };
      const hash = await hashPickupDigits(salted, digitsOf(derive, order.id), nodeCrypto);
      return pickupDigitsRow(order, { ...salted, hash });
    }),
  );
  await store.transaction((tx) => tx.putDocuments('references', rows));
};
