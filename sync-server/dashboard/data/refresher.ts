/** Asks for a refresh; any number of asks while one runs make one more after it. */
export type Refresher = () => void;

/**
 * Runs `refresh` at once and then, as long as it was asked for meanwhile, again after each `pause`: what changed
 * during a refresh is seen by the next, and a burst of changes costs few requests.
 */
export const createRefresher = (
  refresh: () => Promise<void>,
  pause: () => Promise<void>,
): Refresher => {
  let isRunning = false;
  let isWanted = false;
  const run = async (): Promise<void> => {
    while (isWanted) {
      isWanted = false;
      await refresh();
      await pause();
    }
    isRunning = false;
  };
  return () => {
    isWanted = true;
    if (isRunning) return;
    isRunning = true;
    void run();
  };
};
