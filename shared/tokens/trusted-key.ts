import { fail, ok, type Result } from '../kernel/result.ts';
import type { SigningKey } from './schema.ts';

export type KeyProblem =
  /** It names another chain: nothing of ours. */
  | { readonly type: 'other_chain' }
  /** The key is newer than what came down to this till, or older than what is trusted. */
  | { readonly type: 'key_unknown' };

/** The server's key that a token names, if it counts at `now` (ISO 8601 UTC). */
export const trustedKey = (
  keys: readonly SigningKey[],
  { chainId, keyId }: { readonly chainId: string; readonly keyId: string },
  now: string,
): Result<SigningKey, KeyProblem> => {
  const ours = keys.filter((key) => key.chainId === chainId);
  if (keys.length > 0 && ours.length === 0) return fail({ type: 'other_chain' });
  const key = ours.find(({ id, expiresAt }) => id === keyId && now <= expiresAt);
  return key ? ok(key) : fail({ type: 'key_unknown' });
};
