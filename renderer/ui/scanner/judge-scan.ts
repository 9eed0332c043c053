import { type Pace, SHORTEST_SCAN } from './wedge.ts';

/** Any slower and what a quick person types would be taken for a scan. */
const SLOWEST: Pace = { average: 70, longest: 120 };
/** So much slower than it was measured a scanner may be. */
const ALLOWANCE = 1.4;

/** What became of a scan that was tried. `gap`: milliseconds between two of its keys on average. */
export type ScanVerdict =
  | { readonly type: 'good' }
  /** With this pace it would be told from typing. */
  | { readonly type: 'slow'; readonly gap: number; readonly pace: Pace }
  | { readonly type: 'tooSlow'; readonly gap: number }
  | { readonly type: 'tooShort' }
  | { readonly type: 'noEnd' };

const slowed = (measured: number, most: number): number =>
  Math.min(most, Math.ceil(measured * ALLOWANCE));

/** Judges a scan by when its keys came, in milliseconds, and whether Enter or Tab was the last of them. */
export const judgeScan = (
  times: readonly number[],
  isEnded: boolean,
  { average, longest }: Pace,
): ScanVerdict => {
  const gaps = times.slice(1).map((time, place) => time - (times[place] ?? time));
  if (times.length - (isEnded ? 1 : 0) < SHORTEST_SCAN) return { type: 'tooShort' };
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const most = Math.max(...gaps);
  const gap = Math.round(mean);
  if (mean > SLOWEST.average || most > SLOWEST.longest) return { type: 'tooSlow', gap };
  if (!isEnded) return { type: 'noEnd' };
  if (mean <= average && most <= longest) return { type: 'good' };
  const pace = {
    average: Math.max(average, slowed(mean, SLOWEST.average)),
    longest: Math.max(longest, slowed(most, SLOWEST.longest)),
  };
  return { type: 'slow', gap, pace };
};
