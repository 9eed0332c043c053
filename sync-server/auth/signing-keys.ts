import { createPrivateKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { Sign } from '#shared/kernel/crypto.ts';
import { referenceId } from '#shared/protocol/documents.ts';
import { streamName } from '#shared/protocol/pull.ts';
import type { SigningKey } from '#shared/tokens/schema.ts';
import type { DocumentRow, Store } from '../store/store.ts';
import type { Tables } from '../tables.ts';
import { hashSecret } from './secrets.ts';

const DAY = 86_400_000;
/** Days a key signs. */
const IN_USE = 365;
/** Days from its first until what it signed no longer counts: its last certificate and two years of returns outlive it. */
const TRUSTED = 3 * 365;

/** Signs for the chain. The private key stays inside: nothing here can be written down or sent. */
export type ChainSigner = {
  readonly chainId: string;
  readonly keyId: string;
  readonly sign: Sign;
};

const daysAfter = (at: string, days: number): string =>
  new Date(Date.parse(at) + days * DAY).toISOString();

/** Of two servers that start at once, one makes the chain's identity. */
const makeChain = async (db: Tables): Promise<string> => {
  await db
    .insertInto('chain')
    .values({
      id: randomBytes(4).toString('hex'),
      pickup_secret: randomBytes(32).toString('base64url'),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await db.selectFrom('chain').select('id').executeTakeFirstOrThrow()).id;
};

const makeKey = async (db: Tables, generation: number, startsAt: string): Promise<void> => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const text = String(publicKey.export({ format: 'jwk' }).x);
  await db
    .insertInto('signing_keys')
    .values({
      generation,
      id: hashSecret(text).slice(0, 8),
      public_key: text,
      private_key: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64url'),
      starts_at: startsAt,
      expires_at: daysAfter(startsAt, TRUSTED),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

const rowOf = (document: SigningKey): DocumentRow<'references'> => ({
  id: referenceId('signingKey', document.id),
  document: { type: 'signingKey', value: document },
  streams: [streamName('references')],
});

/**
 * Sees to it that there is a key in use and the one after it, and that tills know the public half of both: when a key
 * comes into use, a till that has been out of contact for months knows it already.
 */
export const keepSigningKeys = async (
  { db, store }: { readonly db: Tables; readonly store: Store },
  now: string,
): Promise<void> => {
  const chainId = await makeChain(db);
  for (;;) {
    const newest = await db
      .selectFrom('signing_keys')
      .selectAll()
      .orderBy('generation', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (newest && newest.starts_at > now) break;
    const startsAt = newest ? daysAfter(newest.starts_at, IN_USE) : now;
    await makeKey(db, (newest?.generation ?? 0) + 1, startsAt);
  }
  const keys = await db
    .selectFrom('signing_keys')
    .select(['id', 'public_key as publicKey', 'expires_at as expiresAt'])
    .orderBy('generation')
    .execute();
  const rows = keys.map((key) => rowOf({ chainId, ...key }));
  await store.transaction(async (tx) => {
    const ids = rows.map(({ id }) => id);
    const known = await tx.documents('references', ids);
    const fresh = rows.filter(({ id }) => !known.has(id));
    if (fresh.length > 0) await tx.putDocuments('references', fresh);
  });
};

/** Whoever signs for the chain now. */
export const chainSigner = async (db: Tables, now: string): Promise<ChainSigner> => {
  const key = await db
    .selectFrom('signing_keys')
    .innerJoin('chain', (join) => join.onTrue())
    .select(['chain.id as chainId', 'signing_keys.id as keyId', 'private_key'])
    .where('starts_at', '<=', now)
    .orderBy('generation', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  const privateKey = createPrivateKey({
    key: Buffer.from(key.private_key, 'base64url'),
    format: 'der',
    type: 'pkcs8',
  });
  return {
    chainId: key.chainId,
    keyId: key.keyId,
    sign: async (text) => sign(null, Buffer.from(text), privateKey).toString('base64url'),
  };
};
