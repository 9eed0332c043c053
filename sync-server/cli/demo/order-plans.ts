import type { Channel } from '#shared/domain/order/schema.ts';
import { minutesAfter } from './calendar.ts';
import { createWeighted, type Random } from './random.ts';

export type OnlineChannel = Exclude<Channel, 'store'>;

/** What becomes of an online order, and when; null = it does not, or not yet. */
export type OrderPlan = {
  readonly channel: OnlineChannel;
  /** Place in the demo's list of customers. */
  readonly customer: number;
  /** English product names and pieces; null = whatever a customer chooses. */
  readonly wanted: readonly (readonly [name: string, pieces: number])[] | null;
  readonly isPaid: boolean;
  readonly placedAt: string;
  readonly preparedAt: string | null;
  readonly shelf: string;
  readonly handedOverAt: string | null;
  readonly canceledAt: string | null;
};

const HOUR = 60;

/** When the acts on an order happened, in minutes before now. */
type ShownOrder = Pick<OrderPlan, 'channel' | 'customer' | 'wanted' | 'isPaid' | 'shelf'> & {
  readonly placed: number;
  readonly prepared?: number;
  readonly handedOver?: number;
  readonly canceled?: number;
};

/** One order of each state: what the pickup screen is there for. */
const SHOWN: readonly ShownOrder[] = [
  {
    channel: 'web',
    customer: 0,
    wanted: [
      ['Milk chocolate 90 g', 2],
      ['Kumis 1 l', 1],
      ['Oat biscuits 300 g', 3],
      ['Green tea 100 bags', 1],
      ['Toilet paper 4 rolls', 2],
    ],
    isPaid: true,
    shelf: 'C2',
    placed: 97 * HOUR,
    prepared: 96 * HOUR,
  },
  {
    channel: 'marketplace',
    customer: 4,
    wanted: [['Washing powder 3 kg', 1]],
    isPaid: true,
    shelf: '',
    placed: 31 * HOUR,
    canceled: 29 * HOUR,
  },
  {
    channel: 'phone',
    customer: 2,
    wanted: [['Nappies size 4, 46 pcs', 1]],
    isPaid: false,
    shelf: 'A1',
    placed: 20 * HOUR,
    prepared: 19 * HOUR,
  },
  {
    channel: 'app',
    customer: 5,
    wanted: [
      ['Butter 82.5% 200 g', 2],
      ['Wheat flour 2 kg', 1],
    ],
    isPaid: true,
    shelf: 'B2',
    placed: 9 * HOUR,
    prepared: 8 * HOUR,
    handedOver: 3 * HOUR,
  },
  {
    channel: 'web',
    customer: 1,
    wanted: [
      ['Ground coffee 250 g', 1],
      ['Shampoo 400 ml', 2],
      ['Bulb LED E27 10 W', 1],
    ],
    isPaid: true,
    shelf: 'B4',
    placed: 5 * HOUR,
    prepared: 4 * HOUR,
  },
  {
    channel: 'app',
    customer: 3,
    wanted: [
      ['Eggs 10 pcs', 2],
      ['Chak-chak 250 g', 1],
    ],
    isPaid: true,
    shelf: '',
    placed: 34,
  },
  {
    channel: 'social',
    customer: 6,
    wanted: [
      ['Cat litter 5 l', 1],
      ['Wet cat food, chicken 85 g', 12],
    ],
    isPaid: false,
    shelf: '',
    placed: 11,
  },
];

const before = (now: string, minutes: number | undefined): string | null =>
  minutes === undefined ? null : minutesAfter(now, -minutes);

/** The orders that show every state of a pickup in a store. */
export const shownOrders = (now: string): OrderPlan[] =>
  SHOWN.map(({ placed, prepared, handedOver, canceled, ...plan }) => ({
    ...plan,
    placedAt: minutesAfter(now, -placed),
    preparedAt: before(now, prepared),
    handedOverAt: before(now, handedOver),
    canceledAt: before(now, canceled),
  }));

const CHANNELS: Readonly<
  Record<OnlineChannel, { readonly weight: number; readonly paid: number }>
> = {
  web: { weight: 40, paid: 75 },
  app: { weight: 25, paid: 80 },
  marketplace: { weight: 15, paid: 100 },
  phone: { weight: 10, paid: 20 },
  social: { weight: 10, paid: 40 },
};

const channelOf = createWeighted(
  ['web', 'app', 'marketplace', 'phone', 'social'] as const,
  (channel) => CHANNELS[channel].weight,
);

const shelfOf = (random: Random): string =>
  `${random.pick(['A', 'B', 'C', 'D'])}${1 + random.below(6)}`;

/** An order of the past that was collected within a day and a half, or was given up. */
export const pastOrder = (placedAt: string, customers: number, random: Random): OrderPlan => {
  const channel = channelOf(random);
  const isCanceled = random.happens(8);
  const preparedAt = minutesAfter(placedAt, 15 + random.below(50));
  return {
    channel,
    customer: random.below(customers),
    wanted: null,
    isPaid: random.happens(CHANNELS[channel].paid),
    placedAt,
    preparedAt: isCanceled ? null : preparedAt,
    shelf: shelfOf(random),
    handedOverAt: isCanceled ? null : minutesAfter(preparedAt, 30 + random.below(30 * HOUR)),
    canceledAt: isCanceled ? minutesAfter(placedAt, 20 + random.below(5 * HOUR)) : null,
  };
};
