/** The tills that a page of this machine works as now. */
export type HeldTills = {
  /** Until the function that it returns is called; null = another page works as it. */
  readonly hold: (tillId: string) => (() => void) | null;
  readonly isHeld: (tillId: string) => boolean;
};

export const createHeldTills = (): HeldTills => {
  const held = new Set<string>();
  return {
    hold: (tillId) => {
      if (held.has(tillId)) return null;
      held.add(tillId);
      return () => void held.delete(tillId);
    },
    isHeld: (tillId) => held.has(tillId),
  };
};
