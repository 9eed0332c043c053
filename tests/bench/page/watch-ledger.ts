type Message = { readonly requestId?: string; readonly answerTo?: string };
type Write = { readonly sentAt: number; answeredAt: number | null };

/** The row of an operation, as RxDB's storage takes it. */
const isOperation = (message: unknown): message is Message =>
  JSON.stringify(message).includes('"journalId"') &&
  (message as { readonly method?: string }).method === 'bulkWrite';

/**
 * Listens at the worker that writes the till's ledger: its answer to the write of an operation says that it is on
 * the disk. The till's own code is not touched.
 */
export const watchLedger = () => {
  const writes: Write[] = [];
  const waiting = new Map<string, Write>();

  class WatchedWorker extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      if (options?.name !== 'strict') return;
      const send = this.postMessage.bind(this);
      this.postMessage = (message: Message) => {
        if (isOperation(message)) {
          const write: Write = { sentAt: performance.now(), answeredAt: null };
          writes.push(write);
          if (message.requestId !== undefined) waiting.set(message.requestId, write);
        }
        send(message);
      };
      this.addEventListener('message', ({ data }: MessageEvent<Message>) => {
        const write = waiting.get(data.answerTo ?? '');
        if (write) write.answeredAt = performance.now();
      });
    }
  }
  globalThis.Worker = WatchedWorker;

  return {
    /** When the first operation that was written after a time was on the disk. */
    durableAt: (after: number): number => {
      const at = writes.find(({ sentAt }) => sentAt >= after)?.answeredAt;
      if (typeof at !== 'number') throw new Error('no operation was written');
      return at;
    },
  };
};
