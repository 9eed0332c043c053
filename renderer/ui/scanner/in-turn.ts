/** Runs one task after another, whatever becomes of each; one that takes longer than `patience` ms holds up none. */
export const inTurn = (patience: number) => {
  let last: Promise<unknown> = Promise.resolve();
  return (task: () => Promise<void>): Promise<void> => {
    let timer: ReturnType<typeof setTimeout>;
    const tooLong = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patience);
    });
    const done = Promise.race([last, tooLong]).then(() => {
      clearTimeout(timer);
      return task();
    });
    last = done.catch(() => undefined);
    return done;
  };
};
