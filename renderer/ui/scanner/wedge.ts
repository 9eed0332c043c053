/** One printable key, with what it would be on an American keyboard (what a scanner means) and in the layout in use. */
export type Stroke = {
  readonly code: string;
  readonly char: string;
  readonly text: string;
  /** Milliseconds, of the event rather than of its handling. */
  readonly at: number;
};

/** Keys that came fast enough to be a scan so far. */
export type Burst = readonly Stroke[];

export type WedgeStep = {
  readonly burst: Burst;
  /** Keys that turned out to be typed by a person. */
  readonly typed: Burst;
  readonly scan?: string;
};

export const SHORTEST_SCAN = 6;
/** Milliseconds between two keys of a scan. */
export const AVERAGE_GAP = 35;
export const LONGEST_GAP = 60;

/** Milliseconds between two keys of a scan: on average, and the longest there may be. */
export type Pace = { readonly average: number; readonly longest: number };
export const USUAL_PACE: Pace = { average: AVERAGE_GAP, longest: LONGEST_GAP };

export const NO_BURST: Burst = [];

const lastAt = (burst: Burst): number => burst.at(-1)?.at ?? Number.NEGATIVE_INFINITY;

export const isOver = (burst: Burst, now: number, { longest }: Pace = USUAL_PACE): boolean =>
  now - lastAt(burst) > longest;

const isScan = (burst: Burst, endedAt: number, pace: Pace): boolean => {
  const first = burst[0];
  if (!first || burst.length < SHORTEST_SCAN || isOver(burst, endedAt, pace)) return false;
  return (lastAt(burst) - first.at) / (burst.length - 1) <= pace.average;
};

/** A printable key: it joins the burst, or starts a new one when it came too late. */
export const onStroke = (burst: Burst, stroke: Stroke, pace: Pace = USUAL_PACE): WedgeStep =>
  isOver(burst, stroke.at, pace)
    ? { burst: [stroke], typed: burst }
    : { burst: [...burst, stroke], typed: NO_BURST };

/** Enter or Tab: the burst was a scan, or it was typed. */
export const onTerminator = (burst: Burst, at: number, pace: Pace = USUAL_PACE): WedgeStep =>
  isScan(burst, at, pace)
    ? { burst: NO_BURST, typed: NO_BURST, scan: burst.map(({ char }) => char).join('') }
    : { burst: NO_BURST, typed: burst };

/** Any other key, or silence: what was held has been typed. */
export const onInterruption = (burst: Burst): WedgeStep => ({ burst: NO_BURST, typed: burst });
