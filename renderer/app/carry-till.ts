import { Value } from 'typebox/value';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { JournalMirror } from '#shared/mirror/journal-mirror.ts';
import { TillContents } from '#shared/mirror/till-file.ts';
import { openFile, sealFile } from '../host/sealed-file.ts';
import { webCrypto } from '../host/web-crypto.ts';
import type { BringTill } from '../screens/enrol/bring-till-dialog.tsx';
import { reconcile } from '../store/mirror/reconcile.ts';
import { holdsAll, readContents, writeContents } from '../store/mirror/till-contents.ts';
import type { Stores } from './open-stores.ts';
import { saveBytes } from './save-text.ts';

/** Hands a till that was stopped here to the person as a file. False = its copy on this computer has not all that it wrote. */
export const saveTill = async (
  { ledger }: Stores,
  mirror: JournalMirror | null,
  tillId: string,
  passphrase: string,
): Promise<boolean> => {
  if (mirror === null) return false;
  const compared = await reconcile({ ledger, mirror, crypto: webCrypto }, tillId);
  const contents = compared.ok ? await readContents(mirror, tillId) : null;
  if (contents === null || !(await holdsAll(contents, ledger))) return false;
  saveBytes(`${tillId}.omnitill`, await sealFile(JSON.stringify(contents), passphrase));
  return true;
};

const readTill = (text: string): TillContents | null => {
  try {
    const value: unknown = JSON.parse(text);
    return Value.Check(TillContents, value) ? value : null;
  } catch {
    return null;
  }
};

const bring = async (
  mirror: JournalMirror,
  file: Blob,
  passphrase: string,
): Promise<
  Result<null, { readonly type: 'file_foreign' | 'file_locked' | 'till_differs' | 'not_saved' }>
> => {
  const opened = await openFile(new Uint8Array(await file.arrayBuffer()), passphrase);
  if (!opened.ok) return opened;
  const contents = readTill(opened.value);
  if (contents === null) return fail({ type: 'file_foreign' });
  // The mirror does not answer, or another browser of this computer is this till.
  const taken = await writeContents(mirror, contents, webCrypto).catch(() => null);
  if (taken === null) return fail({ type: 'not_saved' });
  if (taken.ok) {
    // Found at the next start, like a till whose profile is gone.
    location.reload();
    return ok(null);
  }
  switch (taken.problem.type) {
    case 'mirror_malformed':
      return fail({ type: 'file_foreign' });
    case 'mirror_disagrees':
    case 'mirror_gap':
      return fail({ type: 'till_differs' });
    case 'disk_full':
    case 'disk_failed':
      return fail({ type: 'not_saved' });
  }
};

/** Takes a till from its file into the mirror of this computer, which then offers it. */
export const bringer = (mirror: JournalMirror | null): BringTill | null =>
  mirror === null ? null : (file, passphrase) => bring(mirror, file, passphrase);
