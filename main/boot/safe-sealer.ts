import type { SafeStorage } from 'electron';
import type { Sealer } from '../journal-mirror/kept-tills.ts';

const SEALED = 'sealed:';
/** Hidden behind a password that everybody knows, as there is no keyring; or not known yet. */
const OPEN_BACKENDS: readonly string[] = ['basic_text', 'unknown'];

type Keeping = Pick<
  SafeStorage,
  | 'isAsyncEncryptionAvailable'
  | 'encryptStringAsync'
  | 'decryptStringAsync'
  | 'getSelectedStorageBackend'
>;

/** Milliseconds in which a keyring that is not broken has answered. */
const ANSWER_LIMIT = 5000;

/** Rejects when the keyring says nothing: one that hangs holds up no till. */
const inTime = <Value>(answer: Promise<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    const giveUp = (): void => reject(new Error('the keyring does not answer'));
    const timer = setTimeout(giveUp, ANSWER_LIMIT);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });

/** The system's own keeping of secrets, where it has one: what a till is known by is for its user alone. */
export const createSafeSealer = (keeping: Keeping): Sealer => ({
  seal: async (text) => {
    if (!(await inTime(keeping.isAsyncEncryptionAvailable()))) return text;
    const sealed = await inTime(keeping.encryptStringAsync(text));
    return SEALED + sealed.toString('base64');
  },
  open: async (kept) => {
    if (!kept.startsWith(SEALED)) return kept;
    const sealed = Buffer.from(kept.slice(SEALED.length), 'base64');
    const { result } = await inTime(keeping.decryptStringAsync(sealed));
    return result;
  },
});

/** Whether what is sealed is kept from whoever reads the disk: a Linux without a keyring keeps nothing. */
export const keepsSecrets = async (
  keeping: Keeping,
  platform: NodeJS.Platform,
): Promise<boolean> => {
  if (!(await inTime(keeping.isAsyncEncryptionAvailable()))) return false;
  // No other system has that call.
  return platform !== 'linux' || !OPEN_BACKENDS.includes(keeping.getSelectedStorageBackend());
};
