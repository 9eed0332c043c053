/** Letters of the return's id that nobody can guess from its number. */
const SECRET = 8;

/** What a customer shows of store credit: the number of the return that gave it, and part of its random id. */
export const creditCodeOf = (number: string, returnId: string): string =>
  `${number}-${returnId.slice(0, SECRET).toUpperCase()}`;
