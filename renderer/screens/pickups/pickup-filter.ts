import type { Order } from '#shared/domain/order/schema.ts';
import { isInTransit, isPartlyCollected } from '#shared/domain/pickup/open-pickup.ts';
import type { QueuedPickup } from '#renderer/queries/use-pickup-queue.ts';

export const PICKUP_FILTERS = [
  'all',
  'toPrepare',
  'ready',
  'overdue',
  'partly',
  'inTransit',
  'tasks',
] as const;
export type PickupFilter = (typeof PICKUP_FILTERS)[number];

/** Its time is over; nobody released it (rule R21). */
export const isOverdue = ({ pickup }: Order, now: string): boolean =>
  pickup !== null && pickup.expiresAt < now;

const isIn: Record<PickupFilter, (entry: QueuedPickup, now: string) => boolean> = {
  all: () => true,
  toPrepare: ({ order, isOpen }) => isOpen && order.pickup?.state === 'reserved',
  ready: ({ order, isOpen }) => isOpen && order.pickup?.state === 'prepared',
  overdue: ({ order, isOpen }, now) => isOpen && isOverdue(order, now),
  partly: ({ order, isOpen }) => isOpen && isPartlyCollected(order),
  inTransit: ({ order, isOpen }) => isOpen && isInTransit(order),
  tasks: ({ putBack, exceptions }) =>
    putBack.length > 0 || exceptions.some(({ isDecided }) => !isDecided),
};

export const inFilter = (
  queue: readonly QueuedPickup[],
  filter: PickupFilter,
  now: string,
): QueuedPickup[] => queue.filter((entry) => isIn[filter](entry, now));

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');

/** Whether an order is meant by what was typed: its number, the name, or a part of the phone number. */
export const matchesPickup = ({ number, customer }: Order, query: string): boolean => {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return true;
  const digits = digitsOf(wanted);
  const words = [number ?? '', customer?.name ?? ''];
  return (
    words.some((word) => word.toLowerCase().includes(wanted)) ||
    (digits.length >= 2 && digitsOf(customer?.phone ?? '').includes(digits))
  );
};
