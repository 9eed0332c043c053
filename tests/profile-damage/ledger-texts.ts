import type { Page } from '@playwright/test';

/** What RxDB makes of the ledger's name. */
const DATABASE = 'rxdb-dexie-omnitill-ledger--0--operations';

/** The texts of the operations in a till's ledger, as they lie in its browser's storage, past all of its own code. */
export const ledgerTexts = (page: Page): Promise<string[]> =>
  page.evaluate(
    (name) =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.addEventListener('error', () => reject(new Error(opening.error?.message)));
        opening.addEventListener('success', () => {
          const database = opening.result;
          const reading = database.transaction('docs').objectStore('docs').getAll();
          reading.addEventListener('error', () => reject(new Error(reading.error?.message)));
          reading.addEventListener('success', () => {
            database.close();
            resolve(reading.result.map(({ text }: { text: string }) => text));
          });
        });
      }),
    DATABASE,
  );
