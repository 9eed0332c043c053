import { registerNext, type RegisterParts, sendDocuments } from '../commands/register-documents.ts';
import { followUnheard } from '../commands/unheard-documents.ts';
import type { SimulatedFiscal } from '../host/simulated-fiscal.ts';
import type { TillStore } from '../store/till-store.ts';

/** After so long what could not be registered or sent is tried again, milliseconds. */
const AGAIN = 20_000;

/** As long as a paper waits for its number, milliseconds: then the customer has it without. */
const PAPER_WAITS = 8000;

/** Has what happens at this till registered, one document after the other, beside everything else. */
export type FiscalDesk = {
  /** Resolves when nothing of the till's past waits for its first try any more, or after a while. */
  readonly settled: () => Promise<void>;
  /** Tries again at once. */
  readonly wake: () => void;
  /** A buyer's tax number as whoever registers this shift writes it; null = it cannot be one. */
  readonly readTaxNumber: (typed: string) => string | null;
  readonly simulated: SimulatedFiscal;
};

export type FiscalDeskParts = Omit<RegisterParts, 'mayBeKnown'> & {
  readonly simulated: SimulatedFiscal;
};

export const openFiscalDesk = (
  till: TillStore,
  { simulated, drivers, pause }: FiscalDeskParts,
): FiscalDesk => {
  const mayBeKnown = followUnheard(till);
  let isRunning = false;
  let isWanted = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waiters = new Set<() => void>();

  const isUntried = (): boolean => till.view.fiscal().waiting.some(({ isTold }) => !isTold);
  const tell = (): void => {
    if (isUntried()) return;
    for (const waiter of waiters) waiter();
    waiters.clear();
  };

  const runOnce = async (): Promise<boolean> => {
    for (;;) {
      const registered = await registerNext(till, { drivers, pause, mayBeKnown });
      if (registered === 'done') continue;
      const isSent = await sendDocuments(till, { drivers, pause });
      return registered === 'idle' && isSent;
    }
  };
  const run = async (): Promise<void> => {
    isWanted = true;
    if (isRunning) return;
    isRunning = true;
    clearTimeout(timer);
    let isAllDone = false;
    try {
      while (isWanted) {
        isWanted = false;
        isAllDone = await runOnce();
        tell();
      }
    } finally {
      isRunning = false;
      if (!isAllDone) timer = setTimeout(wake, AGAIN);
    }
  };
  const wake = (): void => {
    run().catch((error: unknown) => reportError(error));
  };

  till.journal.onAppend((operation) => {
    // The registrations it writes itself are no news to it.
    if (operation.type.startsWith('fiscal.')) return;
    if (till.view.fiscal().waiting.length > 0) wake();
  });
  wake();

  return {
    settled: () =>
      isUntried()
        ? Promise.race([new Promise<void>((resolve) => waiters.add(resolve)), pause(PAPER_WAITS)])
        : Promise.resolve(),
    wake,
    readTaxNumber: (typed) => drivers(till.view.fiscal().driver)?.readTaxNumber(typed) ?? null,
    simulated,
  };
};
