import { safeStorage } from 'electron';
import type { Sealer } from '../journal-mirror/kept-tills.ts';

const SEALED = 'sealed:';

/** The system's own keeping of secrets, where it has one: what a till is known by is for its user alone. */
export const safeSealer: Sealer = {
  seal: async (text) => {
    if (!(await safeStorage.isAsyncEncryptionAvailable())) return text;
    const sealed = await safeStorage.encryptStringAsync(text);
    return SEALED + sealed.toString('base64');
  },
  open: async (kept) => {
    if (!kept.startsWith(SEALED)) return kept;
    const sealed = Buffer.from(kept.slice(SEALED.length), 'base64');
    const { result } = await safeStorage.decryptStringAsync(sealed);
    return result;
  },
};
