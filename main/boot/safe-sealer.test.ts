import { afterEach, expect, test, vi } from 'vitest';
import { createSafeSealer, keepsSecrets } from './safe-sealer.ts';

type Backend = ReturnType<Electron.SafeStorage['getSelectedStorageBackend']>;

/** As a system that keeps secrets by writing them in another way. */
const keepingOf = (isAvailable: boolean, backend: Backend = 'gnome_libsecret') => ({
  isAsyncEncryptionAvailable: async () => isAvailable,
  encryptStringAsync: async (text: string) => Buffer.from(Buffer.from(text).toString('hex')),
  decryptStringAsync: async (sealed: Buffer) => ({
    shouldReEncrypt: false,
    result: Buffer.from(sealed.toString(), 'hex').toString(),
  }),
  getSelectedStorageBackend: () => backend,
});

const SECRET = '{"token":"till-token"}';

afterEach(() => void vi.useRealTimers());

test('a keyring that never answers is a fault in time, wherever it hangs', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const never = () => new Promise<never>(() => undefined);
  const sealed = await createSafeSealer(keepingOf(true)).seal(SECRET);
  const hangs = createSafeSealer({
    ...keepingOf(true),
    encryptStringAsync: never,
    decryptStringAsync: never,
  });
  const locked = { ...keepingOf(true), isAsyncEncryptionAvailable: never };
  const asked = [
    hangs.seal(SECRET),
    hangs.open(sealed),
    createSafeSealer(locked).seal(SECRET),
    keepsSecrets(locked, 'linux'),
  ];
  const said = Promise.all(asked.map((each) => each.catch(String)));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await said).toEqual(asked.map(() => 'Error: the keyring does not answer'));
});

test('what a till is known by is sealed by the system, and opened by it', async () => {
  const sealer = createSafeSealer(keepingOf(true));
  const sealed = await sealer.seal(SECRET);
  expect(sealed).not.toContain('till-token');
  expect(await sealer.open(sealed)).toBe(SECRET);
});

test('a system that keeps no secrets has it as it is, and reads on when it keeps them one day', async () => {
  const kept = await createSafeSealer(keepingOf(false)).seal(SECRET);
  expect(kept).toBe(SECRET);
  expect(await createSafeSealer(keepingOf(true)).open(kept)).toBe(SECRET);
});

test('a Linux without a keyring is told from one that has one', async () => {
  expect(await keepsSecrets(keepingOf(true), 'linux')).toBe(true);
  expect(await keepsSecrets(keepingOf(true, 'kwallet6'), 'linux')).toBe(true);
  expect(await keepsSecrets(keepingOf(true, 'basic_text'), 'linux')).toBe(false);
  expect(await keepsSecrets(keepingOf(true, 'unknown'), 'linux')).toBe(false);
  expect(await keepsSecrets(keepingOf(false), 'win32')).toBe(false);
  // Elsewhere there is one way only, and the call that names it is not to be made.
  expect(await keepsSecrets(keepingOf(true, 'basic_text'), 'win32')).toBe(true);
});
