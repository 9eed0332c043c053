import type { Reference } from '#shared/protocol/documents.ts';
import { referenceId } from '#shared/protocol/documents.ts';
import { streamName } from '#shared/protocol/pull.ts';
import { signCertificate } from '#shared/tokens/certificate.ts';
import type { Store } from '../store/store.ts';
import type { Tables } from '../tables.ts';
import { type ChainSigner, chainSigner, keepSigningKeys } from './signing-keys.ts';

type Parts = { readonly db: Tables; readonly store: Store };

const DAY = 86_400_000;
/** Days a certificate is in force. */
const IN_FORCE = 180;
/** With fewer days left it is renewed: so long a till can be out of contact and go on signing its receipts. */
const RENEWED = 150;

const daysAfter = (at: string, days: number): string =>
  new Date(Date.parse(at) + days * DAY).toISOString();

const put = (store: Store, document: Reference, id: string, stream: string): Promise<void> =>
  store.transaction((tx) =>
    tx.putDocuments('references', [
      { id: referenceId(document.type, id), document, streams: [stream] },
    ]),
  );

/** Tills that are in, and whose certificate is missing, near its end or by an earlier key of the chain. */
const uncertified = (db: Tables, { keyId }: ChainSigner, now: string) =>
  db
    .selectFrom('till_keys')
    .innerJoin('tills', 'tills.id', 'till_keys.till_id')
    .select(['token_hash', 'tills.id as tillId', 'tills.store_id as storeId', 'public_key'])
    .where('revoked_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('certified_until', 'is', null),
        eb('certified_until', '<', daysAfter(now, RENEWED)),
        eb('certified_by', '!=', keyId),
      ]),
    )
    .execute();

const certifyTills = async ({ db, store }: Parts, now: string): Promise<void> => {
  const signer = await chainSigner(db, now);
  const { chainId, keyId, sign } = signer;
  const expiresAt = daysAfter(now, IN_FORCE);
  for (const row of await uncertified(db, signer, now)) {
    const { tillId, storeId, public_key: publicKey } = row;
    const content = { chainId, keyId, tillId, storeId, publicKey, expiresAt };
    const value = { tillId, expiresAt, text: await signCertificate(content, sign) };
    await put(store, { type: 'certificate', value }, tillId, streamName('references', storeId));
    await db
      .updateTable('till_keys')
      .set({ certified_by: keyId, certified_until: expiresAt })
      .where('token_hash', '=', row.token_hash)
      .execute();
  }
};

/** Tells all tills of the keys that were withdrawn: what they signed is no proof any more. */
const tellRevocations = async ({ db, store }: Parts): Promise<void> => {
  const revoked = await db
    .selectFrom('till_keys')
    .select(['token_hash', 'till_id as tillId', 'public_key as publicKey', 'revoked_at'])
    .where('revoked_at', 'is not', null)
    .where('revocation_told', '=', false)
    .execute();
  for (const { token_hash: tokenHash, tillId, publicKey, revoked_at: revokedAt } of revoked) {
    if (revokedAt === null) continue;
    const value = { tillId, publicKey, revokedAt };
    await put(store, { type: 'revokedTill', value }, publicKey, streamName('references'));
    await db
      .updateTable('till_keys')
      .set({ revocation_told: true })
      .where('token_hash', '=', tokenHash)
      .execute();
  }
};

/**
 * Brings what tills verify with up to date: the chain's keys, certificates of tills, keys that were withdrawn. To be
 * called when a till joins or is shut out, and now and then; called again it changes nothing.
 */
export const keepTrust = async (parts: Parts, now: string): Promise<void> => {
  await keepSigningKeys(parts, now);
  await certifyTills(parts, now);
  await tellRevocations(parts);
};
