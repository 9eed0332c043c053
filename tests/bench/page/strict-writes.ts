const NAME = 'bench-strict';

const open = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME);
    request.onupgradeneeded = () => request.result.createObjectStore('rows');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('not opened'));
  });

let database: Promise<IDBDatabase> | null = null;

/** Milliseconds until one row of so many characters is on the disk, by plain IndexedDB. */
export const writeStrictly = async (characters: number): Promise<number> => {
  database ??= open();
  const opened = await database;
  const from = performance.now();
  return new Promise((resolve, reject) => {
    const transaction = opened.transaction('rows', 'readwrite', { durability: 'strict' });
    transaction.objectStore('rows').put('x'.repeat(characters), crypto.randomUUID());
    transaction.oncomplete = () => resolve(performance.now() - from);
    transaction.onerror = () => reject(transaction.error ?? new Error('not written'));
  });
};
