export type OneAtATime = <Value>(task: () => Promise<Value>) => Promise<Value>;

/** Runs one task after another in the order in which they came, whatever becomes of each. */
export const oneAtATime = (): OneAtATime => {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const done = last.then(task);
    last = done.catch(() => undefined);
    return done;
  };
};
