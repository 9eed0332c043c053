import type { Page } from '@playwright/test';

/** Operations, or what lies beside them and leaves the till never. */
type Rows = 'operations' | 'locals';

/** What is in a till's ledger, as it lies in its browser's storage, past all of its own code. */
export const ledgerTexts = (page: Page, rows: Rows = 'operations'): Promise<string[]> =>
  page.evaluate(
    ([name, isLocal]) =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.addEventListener('error', () => reject(new Error(opening.error?.message)));
        opening.addEventListener('success', () => {
          const database = opening.result;
          const reading = database.transaction('docs').objectStore('docs').getAll();
          reading.addEventListener('error', () => reject(new Error(reading.error?.message)));
          reading.addEventListener('success', () => {
            database.close();
            // What Chromium repairs may hold rows of other databases too: the till asks by journal, and sees none of them.
            const found = reading.result as {
              readonly journalId?: string;
              readonly text: string;
            }[];
            const own = found.filter(({ journalId }) => isLocal || journalId !== undefined);
            resolve(own.map(({ text }) => text));
          });
        });
      }),
    // What RxDB makes of the ledger's name.
    [`rxdb-dexie-omnitill-ledger--0--${rows}`, rows === 'locals'] as const,
  );
