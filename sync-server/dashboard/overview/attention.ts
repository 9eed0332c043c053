import type { ExceptionKind } from '#shared/domain/exception/schema.ts';
import type { Overview } from '#shared/protocol/dashboard.ts';
import { dataStateOf } from '../data/data-state.ts';

/** Something that a person has to look at. */
export type Attention =
  | {
      readonly type: 'till';
      readonly tillId: string;
      readonly storeId: string;
      readonly seconds: number;
      readonly isSilent: boolean;
    }
  | { readonly type: 'exception'; readonly kind: ExceptionKind; readonly count: number }
  | { readonly type: 'more_exceptions'; readonly count: number }
  | { readonly type: 'overdue'; readonly count: number }
  | { readonly type: 'quarantined'; readonly count: number };

/** Seconds out of contact before a till is worth a call: a restart is not. */
const WORTH_A_CALL = 600;

const tills = ({ tills }: Overview, now: number): Attention[] =>
  tills.flatMap((till) => {
    const state = dataStateOf(till, now);
    if (till.state !== 'enrolled' || (state.type !== 'offline' && state.type !== 'silent'))
      return [];
    if (state.seconds < WORTH_A_CALL) return [];
    const { tillId, storeId } = till;
    return [
      { type: 'till', tillId, storeId, seconds: state.seconds, isSilent: state.type === 'silent' },
    ];
  });

const exceptions = ({ exceptions: { open, newest } }: Overview): Attention[] => {
  const kinds = new Map<ExceptionKind, number>();
  for (const { kind } of newest) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const known = [...kinds].map(([kind, count]): Attention => ({ type: 'exception', kind, count }));
  const others = open - newest.length;
  return others > 0 ? [...known, { type: 'more_exceptions', count: others }] : known;
};

/** What waits for a person, the longest silence first. `now` in milliseconds, by the server's clock. */
export const attentionOf = (overview: Overview, now: number): readonly Attention[] => {
  const { pickups, quarantined } = overview;
  const silent = tills(overview, now).toSorted((left, right) =>
    left.type === 'till' && right.type === 'till' ? right.seconds - left.seconds : 0,
  );
  return [
    ...silent,
    ...exceptions(overview),
    ...(quarantined > 0 ? [{ type: 'quarantined', count: quarantined } as const] : []),
    ...(pickups.overdue > 0 ? [{ type: 'overdue', count: pickups.overdue } as const] : []),
  ];
};
