/** The tills that a page of this machine works as now. A page is known by what it calls itself. */
export type HeldTills = {
  /** Until the function that it returns is called; null = another page works as it. */
  readonly hold: (tillId: string, page: string) => (() => void) | null;
  readonly isHeld: (tillId: string) => boolean;
  readonly isHeldByAnother: (tillId: string, page: string) => boolean;
};

export const createHeldTills = (): HeldTills => {
  const pages = new Map<string, string>();
  return {
    hold: (tillId, page) => {
      if (pages.has(tillId)) return null;
      pages.set(tillId, page);
      return () => void pages.delete(tillId);
    },
    isHeld: (tillId) => pages.has(tillId),
    isHeldByAnother: (tillId, page) => pages.has(tillId) && pages.get(tillId) !== page,
  };
};
