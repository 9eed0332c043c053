import { signWith } from '#renderer/host/web-crypto.ts';
import type { Ledger } from '#renderer/store/ledger.ts';
import type { Sign } from '#shared/kernel/crypto.ts';

export type TillKeys = {
  /** Ed25519, raw, base64url. */
  readonly publicKey: string;
  readonly sign: Sign;
};

const KEY = 'private-key';

const createPrivateKey = async (): Promise<JsonWebKey> => {
  const { privateKey } = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  return crypto.subtle.exportKey('jwk', privateKey);
};

/** The key pair of a simulated till, made once and kept in its ledger: it has no better place for it. */
export const openTillKeys = async (ledger: Ledger): Promise<TillKeys> => {
  const stored = await ledger.readLocal<JsonWebKey>(KEY);
  const jwk = stored ?? (await createPrivateKey());
  if (stored === null) await ledger.writeLocal(KEY, jwk);
  const privateKey = await crypto.subtle.importKey('jwk', jwk, 'Ed25519', false, ['sign']);
  return { publicKey: jwk.x ?? '', sign: signWith(privateKey) };
};
