/** Milliseconds between two looks for notices whose time has come. */
const ROUND = 1_000;

export type Teller = {
  /** Ends what is under way and tells no more. */
  readonly close: () => Promise<void>;
};

/**
 * Runs `round` again and again, one at a time. What it throws goes to `onError`, and the next round tries again; the
 * signal ends what is under way.
 */
export const keepTelling = (
  round: (signal: AbortSignal) => Promise<unknown>,
  onError: (error: unknown) => void,
): Teller => {
  const ending = new AbortController();
  let running: Promise<void> | null = null;

  const run = async (): Promise<void> => {
    await round(ending.signal).catch(onError);
    running = null;
  };

  const timer = setInterval(() => {
    running ??= run();
  }, ROUND);
  return {
    close: async () => {
      clearInterval(timer);
      ending.abort();
      await running;
    },
  };
};
