import { Dexie, type EntityTable } from 'dexie';

type StoredKeys = { readonly id: 'till'; readonly keys: CryptoKeyPair };

/** JSON Web Keys, as text. */
export type ExportedKeys = { readonly publicKey: string; readonly privateKey: string };

type KeyDatabase = Dexie & { keys: EntityTable<StoredKeys, 'id'> };

const NAME = 'omnitill-keys';

const openDatabase = (name: string): KeyDatabase => {
  const database = new Dexie(name, { chromeTransactionDurability: 'strict' }) as KeyDatabase;
  database.version(1).stores({ keys: 'id' });
  return database;
};

const importKey = (text: string, isExtractable: boolean, usage: KeyUsage): Promise<CryptoKey> =>
  crypto.subtle.importKey('jwk', JSON.parse(text) as JsonWebKey, 'Ed25519', isExtractable, [usage]);

/** The private key can be used and not read any more. */
const sealedPair = async ({ publicKey, privateKey }: ExportedKeys): Promise<CryptoKeyPair> => ({
  publicKey: await importKey(publicKey, true, 'verify'),
  privateKey: await importKey(privateKey, false, 'sign'),
});

/** Texts of a pair that is fresh; null once its private key cannot be read out of the browser. */
export const exportTillKeys = async ({
  publicKey,
  privateKey,
}: CryptoKeyPair): Promise<ExportedKeys | null> => {
  if (!privateKey.extractable) return null;
  const text = async (key: CryptoKey) => JSON.stringify(await crypto.subtle.exportKey('jwk', key));
  return { publicKey: await text(publicKey), privateKey: await text(privateKey) };
};

/**
 * The till's own key pair. A fresh one can be read until it is kept outside the profile, or there is no place to keep it;
 * then it is sealed.
 */
export const openTillKeys = async (name = NAME): Promise<CryptoKeyPair> => {
  const database = openDatabase(name);
  const stored = await database.keys.get('till');
  if (stored) return stored.keys;
  const keys = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  await database.keys.add({ id: 'till', keys });
  return keys;
};

/** From now on these are the till's keys, and the private one cannot be read out of the browser. */
export const restoreTillKeys = async (exported: ExportedKeys, name = NAME): Promise<void> => {
  await openDatabase(name).keys.put({ id: 'till', keys: await sealedPair(exported) });
};

/** Whether a browser takes the texts as a pair that signs and verifies. */
export const areKeys = async (exported: ExportedKeys): Promise<boolean> => {
  try {
    const { publicKey, privateKey } = await sealedPair(exported);
    const said = new Uint8Array(32);
    const signature = await crypto.subtle.sign('Ed25519', privateKey, said);
    return await crypto.subtle.verify('Ed25519', publicKey, signature, said);
  } catch {
    return false;
  }
};

/** Of a JSON Web Key's text: what the server knows the till by; undefined = it is none. */
const rawKey = (text: string): unknown => {
  try {
    return (JSON.parse(text) as JsonWebKey).x;
  } catch {
    return undefined;
  }
};

/** Whether the texts are of this pair, which itself may not be readable any more. */
export const isPairOf = async (
  { publicKey }: CryptoKeyPair,
  exported: ExportedKeys,
): Promise<boolean> =>
  (await crypto.subtle.exportKey('jwk', publicKey)).x === rawKey(exported.publicKey);
