import { Type, type Static } from 'typebox';
import { HashSchema, IdSchema, TimeSchema } from '../kernel/ids.ts';
import { Exact } from '../kernel/schema.ts';

/** The first four bytes of the SHA-256 of a public key; of a chain, four random bytes. */
export const Fingerprint = Type.String({ pattern: '^[0-9a-f]{8}$' });

/** Ed25519, raw, base64url. */
const PublicKey = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' });

/** A key with which the chain's server signs, as tills know it. */
export const SigningKey = Exact({
  id: Fingerprint,
  chainId: Fingerprint,
  publicKey: PublicKey,
  /** What it signed counts until then. */
  expiresAt: TimeSchema,
});
export type SigningKey = Static<typeof SigningKey>;

/** Proof that the chain's server knows a till by its key; it travels inside every receipt (rule T3). */
export const CertificateContent = Exact({
  chainId: Fingerprint,
  /** The server's key that signs the certificate. */
  keyId: Fingerprint,
  tillId: IdSchema,
  storeId: IdSchema,
  publicKey: PublicKey,
  /** The till may sign receipts of sales until then. */
  expiresAt: TimeSchema,
});
export type CertificateContent = Static<typeof CertificateContent>;

/** A till's certificate as the till keeps it. */
export const TillCertificate = Exact({
  tillId: IdSchema,
  expiresAt: TimeSchema,
  /** The signed text. */
  text: Type.String({ pattern: '^[A-Z2-7]{1,1000}$' }),
});
export type TillCertificate = Static<typeof TillCertificate>;

/** A till's key that was withdrawn. A till that enrolled again has another key, which is not concerned. */
export const RevokedTill = Exact({
  tillId: IdSchema,
  publicKey: PublicKey,
  revokedAt: TimeSchema,
});
export type RevokedTill = Static<typeof RevokedTill>;

/** What a till may know of the six digits that open an order: enough to check them, not to read them (rule T4). */
export const PickupDigits = Exact({
  orderId: IdSchema,
  salt: Type.String({ pattern: '^[0-9a-f]{32}$' }),
  hash: HashSchema,
});
export type PickupDigits = Static<typeof PickupDigits>;
