/** The tills that a page of this machine works as now. */
export type HeldTills = {
  /** Until the function that it returns is called. */
  readonly hold: (tillId: string) => () => void;
  readonly isHeld: (tillId: string) => boolean;
};

export const createHeldTills = (): HeldTills => {
  const holds = new Set<{ readonly tillId: string }>();
  return {
    hold: (tillId) => {
      const own = { tillId };
      holds.add(own);
      return () => void holds.delete(own);
    },
    isHeld: (tillId) => [...holds].some((held) => held.tillId === tillId),
  };
};
