import type { Order } from '#shared/domain/order/schema.ts';

export const PICKUP_FILTERS = ['all', 'ready', 'toPrepare'] as const;
export type PickupFilter = (typeof PICKUP_FILTERS)[number];

const isIn: Record<PickupFilter, (order: Order) => boolean> = {
  all: () => true,
  ready: ({ pickup }) => pickup?.state === 'prepared',
  toPrepare: ({ pickup }) => pickup?.state === 'reserved' || pickup?.state === 'proposed',
};

export const inFilter = (orders: readonly Order[], filter: PickupFilter): Order[] =>
  orders.filter(isIn[filter]);

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');

/** Whether an order is meant by what was typed: its number, the name, or the end of the phone number. */
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
