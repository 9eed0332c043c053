import type { Sums } from './figures.ts';

export type Difference = {
  readonly key: string;
  readonly server: number;
  readonly file: number;
};

/** Every name under which the two differ; a sum that one of them lacks is 0. */
export const differences = (server: Sums, file: Sums): Difference[] =>
  [...new Set([...server.keys(), ...file.keys()])]
    .map((key) => ({ key, server: server.get(key) ?? 0, file: file.get(key) ?? 0 }))
    .filter((sums) => sums.server !== sums.file);

/** What all differences come to, none made up for by another. */
export const absoluteSum = (found: readonly Difference[]): number =>
  found.reduce((sum, { server, file }) => sum + Math.abs(server - file), 0);
