import type { ScaleReading } from '#shared/devices/scale.ts';

/** How a kind of scale is asked, and what its answers mean. */
export type ScaleProtocol = {
  /** Asks for the weight at once, settled or not. */
  readonly question: Buffer;
  /** An answer without its line end. A line that is none of the protocol's is `garbage`. */
  readonly read: (line: string) => ScaleReading;
};
