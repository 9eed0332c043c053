import { useState } from 'react';
import { pickedByLine, waitingLines } from '#shared/domain/pickup/picked.ts';
import type { PricedLine } from '#shared/domain/pricing/schema.ts';
import type { Quantity } from '#shared/kernel/quantity.ts';
import { type QueuedPickup, usePickupQueue } from '#renderer/queries/use-pickup-queue.ts';
import type { PickupDesk } from '#renderer/session/use-pickup-desk.ts';
import { inFilter, matchesPickup, type PickupFilter } from './pickup-filter.ts';
import { nextStep } from './pickup-step.ts';
import { type Ticks, useTicks } from './use-ticks.ts';

/** What there is to hold in the hand of an order: what is left of it, or what goes back to the shelves. */
const linesOf = ({ order, isOpen, putBack }: QueuedPickup): readonly PricedLine[] =>
  isOpen ? waitingLines(order) : putBack;

const NOTHING: ReadonlyMap<string, Quantity> = new Map();

/** Goods are held in the hand once for each thing that is done with them. */
const useEntryTicks = (
  entry: QueuedPickup | undefined,
  lines: readonly PricedLine[],
  desk: PickupDesk,
): Ticks => {
  const step = entry && nextStep(entry, desk.shownOf(entry.order.id).proof);
  const isLeaving = step === 'prove' || step === 'handOver';
  return useTicks({
    key: `${entry?.order.id}:${isLeaving ? 'handOver' : step}`,
    lines,
    known: entry && step === 'prepare' ? pickedByLine(entry.order) : NOTHING,
    isLeaving,
  });
};

export type PickupChoice = {
  /** Everything there is to do; `isKnown` once it is read. */
  readonly queue: readonly QueuedPickup[];
  readonly isKnown: boolean;
  readonly shown: readonly QueuedPickup[];
  readonly selected: QueuedPickup | undefined;
  readonly lines: readonly PricedLine[];
  readonly ticks: Ticks;
  readonly filter: PickupFilter;
  readonly setFilter: (filter: PickupFilter) => void;
  readonly query: string;
  readonly setQuery: (query: string | ((before: string) => string)) => void;
  readonly choose: (orderId: string | null) => void;
  /** The order above (−1) or below (+1) the chosen one. */
  readonly move: (by: 1 | -1) => void;
};

/** The queue as it is filtered and searched, and the order that is worked at. */
export const usePickupChoice = (desk: PickupDesk, now: string): PickupChoice => {
  const known = usePickupQueue();
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState<PickupFilter>('all');
  const [chosen, choose] = useState<string | null>(null);
  const byCode = desk.byCode
    ? [{ order: desk.byCode.order, isOpen: true, putBack: [], exceptions: [] }]
    : [];
  const queue = [...byCode, ...(known ?? [])];
  const shown = inFilter(queue, filter, now).filter(({ order }) => matchesPickup(order, query));
  const selected =
    queue.find(({ order }) => order.id === chosen) ?? (query === '' ? shown[0] : undefined);
  const lines = selected ? linesOf(selected) : [];
  return {
    queue,
    isKnown: known !== undefined,
    shown,
    selected,
    lines,
    ticks: useEntryTicks(selected, lines, desk),
    filter,
    setFilter,
    query,
    setQuery,
    choose,
    move: (by) => {
      const place = shown.findIndex(({ order }) => order.id === selected?.order.id);
      const next = shown[Math.min(Math.max(place + by, 0), shown.length - 1)];
      if (next) choose(next.order.id);
    },
  };
};
