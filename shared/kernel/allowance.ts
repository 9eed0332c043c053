/** Lets `most` pass in each span of so many milliseconds; `now` is the caller's clock. */
export const createAllowance = (most: number, span: number): ((now: number) => boolean) => {
  let begun = -Infinity;
  let passed = 0;
  return (now) => {
    // A clock that was set back begins anew as well.
    if (now - begun >= span || now < begun) {
      begun = now;
      passed = 0;
    }
    passed += 1;
    return passed <= most;
  };
};
