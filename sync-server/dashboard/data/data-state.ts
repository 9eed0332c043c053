/** How much of what a till, or the tills of a store, did has arrived. */
export type DataState =
  /** Everything up to that moment, ISO 8601. */
  | { readonly type: 'synced'; readonly at: string }
  /** In contact, and still sending. */
  | { readonly type: 'receiving'; readonly queued: number }
  /** Out of contact for so long; `silent` = longer than any shop is closed. */
  | { readonly type: 'offline' | 'silent'; readonly seconds: number; readonly queued: number }
  /** There is no till that could send anything. */
  | { readonly type: 'unused' };

export type Contact = {
  /** ISO 8601; null = never. */
  readonly completeAt: string | null;
  readonly lastContactAt: string | null;
  readonly queued: number;
};

/** Tills look for changes every 15 s; so long without a word, in seconds, is no contact. */
const GRACE = 90;
const SILENT = 24 * 3600;

/** `now` in milliseconds, by the server's clock. */
export const dataStateOf = (
  { completeAt, lastContactAt, queued }: Contact,
  now: number,
): DataState => {
  if (lastContactAt === null) return { type: 'unused' };
  const seconds = Math.max(0, Math.floor((now - Date.parse(lastContactAt)) / 1000));
  if (seconds > GRACE) return { type: seconds > SILENT ? 'silent' : 'offline', seconds, queued };
  if (queued > 0 || completeAt === null) return { type: 'receiving', queued };
  return { type: 'synced', at: completeAt };
};

/** Whether nothing that happened until now can still be missing. */
export const isUpToDate = ({ type }: DataState): boolean => type === 'synced' || type === 'unused';

const GRAVITY = ['unused', 'synced', 'receiving', 'offline', 'silent'] as const;

const graver = (left: DataState, right: DataState): DataState => {
  const byType = GRAVITY.indexOf(left.type) - GRAVITY.indexOf(right.type);
  if (byType !== 0) return byType > 0 ? left : right;
  if (left.type === 'synced' && right.type === 'synced') return left.at < right.at ? left : right;
  if ('seconds' in left && 'seconds' in right) return left.seconds > right.seconds ? left : right;
  return left;
};

/** A store's data is as complete as that of the till that is furthest behind; what waits at all of them counts. */
export const storeDataState = (tills: readonly Contact[], now: number): DataState => {
  const queued = tills.reduce((sum, till) => sum + till.queued, 0);
  const gravest = tills
    .map((till) => dataStateOf(till, now))
    .reduce<DataState>(graver, { type: 'unused' });
  return 'queued' in gravest ? { ...gravest, queued } : gravest;
};
