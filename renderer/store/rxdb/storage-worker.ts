import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { exposeRxStorageRemote, type MessageToRemote } from 'rxdb/plugins/storage-remote';
import { Subject } from 'rxjs';

/**
 * Runs IndexedDB away from the page. The worker's name says how durable its writes are: `strict` waits for the
 * disk before a write resolves (one fdatasync each), `relaxed` does not.
 */
const messages$ = new Subject<MessageToRemote>();

self.addEventListener('message', ({ data }: MessageEvent<MessageToRemote>) => messages$.next(data));

exposeRxStorageRemote({
  messages$,
  send: (message) => self.postMessage(message),
  storage: getRxStorageDexie({
    chromeTransactionDurability: self.name === 'strict' ? 'strict' : 'relaxed',
  }),
});
