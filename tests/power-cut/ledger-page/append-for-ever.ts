import { webCrypto } from '#renderer/host/web-crypto.ts';
import { firstIdentity, readIdentity, writeIdentity } from '#renderer/store/identity.ts';
import { createJournal } from '#renderer/store/journal.ts';
import { openRxdbLedger } from '#renderer/store/rxdb/rxdb-ledger.ts';
import { type Durability, workerStorage } from '#renderer/store/rxdb/worker-storage.ts';
import { ok } from '#shared/kernel/result.ts';

/** What was on the disk when the page opened: texts of the journal, and the sequence last noted beside it. */
export type Held = { readonly texts: readonly string[]; readonly noted: number };

// Given by the test.
declare const tellHeld: (held: Held) => Promise<void>;
declare const tellAcknowledged: (seq: number) => Promise<void>;

const JOURNAL = 'ONE-01_1';
const ACTOR = { staffId: 'aigerim', shiftId: null, approvedBy: null };

const ledger = await openRxdbLedger(workerStorage(location.hash.slice(1) as Durability));
if (!(await readIdentity(ledger)))
  await writeIdentity(
    ledger,
    firstIdentity({ tillId: 'ONE-01', storeId: 'ONE', journalId: JOURNAL, token: '' }),
  );
const journal = createJournal({
  ledger,
  crypto: webCrypto,
  exclusive: async (task) => navigator.locks.request('journal', task),
  now: () => new Date().toISOString(),
});

const operations = await ledger.read(JOURNAL, 0, 1_000_000);
const noted = (await ledger.readLocal<number>('noted')) ?? 0;
void tellHeld({ texts: operations.map(({ text }) => text), noted });

for (;;) {
  const written = await journal.write(ACTOR, async () =>
    ok({ type: 'staff.signedIn', payload: {} }),
  );
  if (!written.ok) throw new Error(written.problem.type);
  const { seq } = written.value;
  await ledger.writeLocal('noted', seq);
  void tellAcknowledged(seq);
}
