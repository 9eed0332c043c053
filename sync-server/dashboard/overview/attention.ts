import type { ExceptionKind } from '#shared/domain/exception/schema.ts';
import type { Overview } from '#shared/protocol/dashboard.ts';
import { dataStateOf } from '../data/data-state.ts';

type SilentTill = {
  readonly type: 'till';
  readonly tillId: string;
  readonly storeId: string;
  readonly seconds: number;
  readonly isSilent: boolean;
};

/** Something that a person has to look at. */
export type Attention =
  | SilentTill
  | { readonly type: 'exception'; readonly kind: ExceptionKind; readonly count: number }
  | {
      readonly type: 'more_tills' | 'more_exceptions' | 'overdue' | 'quarantined';
      readonly count: number;
    };

/** Seconds out of contact before a till is worth a call: a restart is not. */
const WORTH_A_CALL = 600;
/** Lines for tills and for kinds of exception; the pages behind them have the rest. */
const MAX_LINES = 3;

const silentTills = ({ tills }: Overview, now: number): readonly SilentTill[] =>
  tills
    .flatMap((till): SilentTill[] => {
      const { tillId, storeId } = till;
      const state = dataStateOf(till, now);
      const isAway = state.type === 'offline' || state.type === 'silent';
      if (till.state !== 'enrolled' || !isAway || state.seconds < WORTH_A_CALL) return [];
      const { seconds } = state;
      return [{ type: 'till', tillId, storeId, seconds, isSilent: state.type === 'silent' }];
    })
    .toSorted((left, right) => right.seconds - left.seconds);

const counted = (
  type: 'more_tills' | 'more_exceptions' | 'overdue' | 'quarantined',
  count: number,
): readonly Attention[] => (count > 0 ? [{ type, count }] : []);

const exceptions = ({ exceptions: { open, newest } }: Overview): readonly Attention[] => {
  const kinds = new Map<ExceptionKind, number>();
  for (const { kind } of newest) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const shown = [...kinds].slice(0, MAX_LINES);
  const told = shown.reduce((sum, [, count]) => sum + count, 0);
  return [
    ...shown.map(([kind, count]) => ({ type: 'exception', kind, count }) as const),
    ...counted('more_exceptions', open - told),
  ];
};

/** What waits for a person, the longest silence first. `now` in milliseconds, by the server's clock. */
export const attentionOf = (overview: Overview, now: number): readonly Attention[] => {
  const tills = silentTills(overview, now);
  return [
    ...tills.slice(0, MAX_LINES),
    ...counted('more_tills', tills.length - MAX_LINES),
    ...exceptions(overview),
    ...counted('quarantined', overview.quarantined),
    ...counted('overdue', overview.pickups.overdue),
  ];
};
