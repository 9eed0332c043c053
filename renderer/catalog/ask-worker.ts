import type { CatalogMessage, CatalogMethod, CatalogRequest } from './catalog-messages.ts';

export type CatalogWorker = Pick<Worker, 'addEventListener' | 'postMessage' | 'terminate'>;

export type WorkerParts = {
  readonly start: () => CatalogWorker;
  readonly onChange: () => void;
  /** Hears why a worker stopped. */
  readonly report: (error: Error) => void;
};

type Question = {
  readonly request: CatalogRequest;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: Error) => void;
  /** A worker stopped over it: it may be why, so that the next one is the last that gets it. */
  isSecond: boolean;
};

/**
 * Puts questions to a worker. When that stops over an error, another answers what is still asked: each question is
 * put twice at most, and with none left no worker is started, as one that cannot start would be started for ever.
 */
export const askWorker = ({ start, onChange, report }: WorkerParts) => {
  const waiting = new Map<number, Question>();
  let worker: CatalogWorker | null = null;
  let asked = 0;

  const hear = (message: CatalogMessage): void => {
    if (message.type === 'change') return onChange();
    const question = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.type === 'answer') question?.resolve(message.value);
    else question?.reject(new Error(message.reason));
  };

  const open = (): CatalogWorker => {
    const opened = start();
    opened.addEventListener('message', ({ data }: MessageEvent<CatalogMessage>) => hear(data));
    opened.addEventListener('error', (event) => {
      event.preventDefault();
      if (worker === opened) replace(new Error(`the catalog's worker stopped: ${event.message}`));
    });
    return opened;
  };

  const put = (question: Question): void => {
    worker ??= open();
    worker.postMessage(question.request);
  };

  const replace = (error: Error): void => {
    report(error);
    worker?.terminate();
    worker = null;
    for (const question of waiting.values()) {
      if (question.isSecond) {
        waiting.delete(question.request.id);
        question.reject(error);
      } else {
        question.isSecond = true;
        put(question);
      }
    }
  };

  // At once, so that it reads the products while the page is still being made.
  worker = open();
  return {
    ask: (method: CatalogMethod, args: readonly unknown[]): Promise<unknown> =>
      new Promise((resolve, reject) => {
        asked += 1;
        const question = { request: { id: asked, method, args }, resolve, reject, isSecond: false };
        waiting.set(asked, question);
        put(question);
      }),
    close: () => worker?.terminate(),
  };
};
