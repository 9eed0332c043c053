import { Dexie, type EntityTable } from 'dexie';

type StoredKeys = { readonly id: 'till'; readonly keys: CryptoKeyPair };

/** The till's own key pair. The private key cannot be read out of the browser, only used. */
export const openTillKeys = async (name = 'omnitill-keys'): Promise<CryptoKeyPair> => {
  const database = new Dexie(name, { chromeTransactionDurability: 'strict' }) as Dexie & {
    keys: EntityTable<StoredKeys, 'id'>;
  };
  database.version(1).stores({ keys: 'id' });
  const stored = await database.keys.get('till');
  if (stored) return stored.keys;
  const keys = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']);
  await database.keys.add({ id: 'till', keys });
  return keys;
};
