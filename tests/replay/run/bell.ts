/** Wakes who waits for something to change. A ring while nobody waits is heard by the next who does. */
export type Bell = {
  readonly ring: () => void;
  /** Resolves at the next ring, or after the milliseconds. */
  readonly wait: (milliseconds?: number) => Promise<void>;
};

export const createBell = (): Bell => {
  let rung = false;
  let wake: (() => void) | null = null;
  return {
    ring: () => {
      rung = true;
      wake?.();
    },
    wait: async (milliseconds) => {
      await new Promise<void>((resolve) => {
        if (rung) return resolve();
        wake = resolve;
        if (milliseconds !== undefined) setTimeout(resolve, milliseconds).unref();
      });
      wake = null;
      rung = false;
    },
  };
};
