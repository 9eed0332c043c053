/** Makes a switch over a union exhaustive: a forgotten case is a type error, and a bug when it runs. */
export const assertNever = (value: never): never => {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
};
