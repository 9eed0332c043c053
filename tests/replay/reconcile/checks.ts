import type { Sums } from './figures.ts';

/** Something the server says and the file, or the tills, say as well. */
export type Check = {
  readonly name: string;
  /** Minor units, thousandths of pieces, or plain numbers. */
  readonly measure: 'money' | 'pieces' | 'count';
  readonly server: Sums;
  readonly expected: Sums;
};

export type Difference = {
  readonly key: string;
  readonly server: number;
  readonly expected: number;
};

/** Every name under which the two differ; a sum that one of them lacks is 0. */
export const differencesIn = ({ server, expected }: Pick<Check, 'server' | 'expected'>) =>
  [...new Set([...server.keys(), ...expected.keys()])]
    .map((key): Difference => ({
      key,
      server: server.get(key) ?? 0,
      expected: expected.get(key) ?? 0,
    }))
    .filter((sums) => sums.server !== sums.expected);

/** Minor units by which money differs in all, nothing made up for by anything else. */
export const moneyDifference = (checks: readonly Check[]): number =>
  checks
    .filter(({ measure }) => measure === 'money')
    .flatMap(differencesIn)
    .reduce((sum, { server, expected }) => sum + Math.abs(server - expected), 0);
