import { SHEET_KINDS, type StockSheet } from '#shared/domain/stock/sheet.ts';

/** What the screen is turned to: looking up, what runs out, or a job. */
export const STOCK_MODES = ['lookUp', 'low', ...SHEET_KINDS] as const;
export type StockMode = (typeof STOCK_MODES)[number];

export const isJob = (mode: StockMode): mode is Exclude<StockMode, 'lookUp' | 'low'> =>
  mode !== 'lookUp' && mode !== 'low';

/** A job that was begun is finished or given up before another is. */
export const isPossible = (mode: StockMode, inHand: StockSheet | null): boolean =>
  !isJob(mode) || inHand === null || inHand.lines.length === 0 || inHand.kind === mode;

/** The one after it, round and round. */
export const modeAfter = (mode: StockMode, inHand: StockSheet | null): StockMode => {
  const place = STOCK_MODES.indexOf(mode);
  const others = [...STOCK_MODES.slice(place + 1), ...STOCK_MODES.slice(0, place)];
  return others.find((other) => isPossible(other, inHand)) ?? mode;
};
