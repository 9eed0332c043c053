import { Client } from 'pg';

/** How long a database had something to do. */
export type QueryWatch = {
  /** Milliseconds in which at least one query was under way since the last call. */
  readonly takeBusy: () => number;
};

/** Watches all connections of this process; to be called before the first one is made. */
export const watchQueries = (): QueryWatch => {
  const query: unknown = Reflect.get(Client.prototype, 'query');
  if (typeof query !== 'function') throw new Error('pg has another way to query');
  let underWay = 0;
  let since = 0;
  let busy = 0;

  const begin = (): void => {
    if (underWay === 0) since = performance.now();
    underWay += 1;
  };
  const end = (): void => {
    underWay -= 1;
    if (underWay === 0) busy += performance.now() - since;
  };

  const watched = function (this: Client, ...parameters: unknown[]): unknown {
    const answer: unknown = Reflect.apply(query, this, parameters);
    if (answer instanceof Promise) {
      begin();
      answer.then(end, end);
    }
    return answer;
  };
  Reflect.set(Client.prototype, 'query', watched);

  return {
    takeBusy: () => {
      const taken = busy;
      busy = 0;
      return taken;
    },
  };
};
