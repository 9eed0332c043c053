import { getRxStorageRemote, type MessageFromRemote } from 'rxdb/plugins/storage-remote';
import type { RxStorage } from 'rxdb/plugins/core';
import { Subject } from 'rxjs';

export type Durability = 'strict' | 'relaxed';

/** RxDB storage in a worker of its own, one per durability. */
export const workerStorage = (durability: Durability): RxStorage<unknown, unknown> =>
  getRxStorageRemote({
    identifier: `omnitill-${durability}`,
    mode: 'one',
    messageChannelCreator: async () => {
      const worker = new Worker(new URL('./storage-worker.ts', import.meta.url), {
        type: 'module',
        name: durability,
      });
      const messages$ = new Subject<MessageFromRemote>();
      worker.addEventListener('message', ({ data }: MessageEvent<MessageFromRemote>) =>
        messages$.next(data),
      );
      return {
        messages$,
        send: (message) => worker.postMessage(message),
        close: async () => worker.terminate(),
      };
    },
  });
