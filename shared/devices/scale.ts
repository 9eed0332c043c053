import { Type, type Static } from 'typebox';
import { type Quantity, quantity } from '../kernel/quantity.ts';
import { Exact, Nullable } from '../kernel/schema.ts';
import { NetworkAddress, SerialAddress } from './address.ts';

/** The languages of scales that the till speaks. */
const SCALE_PROTOCOLS = ['mt_sics'] as const;

export const Scale = Exact({
  address: Type.Union([NetworkAddress, SerialAddress]),
  protocol: Type.Enum([...SCALE_PROTOCOLS]),
});
export type Scale = Static<typeof Scale>;

export const ScaleState = Type.Enum([
  'stable',
  /** Something moves on it. */
  'moving',
  /** Lighter than nothing: what it was tared with has been taken off. */
  'below_zero',
  'overload',
  /** It is there, and cannot weigh now. */
  'busy',
  'unreachable',
  'no_answer',
  /** Something else answers, or it weighs in another unit. */
  'garbage',
]);
export type ScaleState = Static<typeof ScaleState>;

/** What a scale says now. */
export const ScaleReading = Exact({
  state: ScaleState,
  /** Thousandths of a kilogram; null unless it is `stable` or `moving`. */
  weight: Nullable(Type.Integer({ minimum: -1_000_000, maximum: 1_000_000 })),
});
export type ScaleReading = Static<typeof ScaleReading>;

/** The weight that may be sold; null = none, or not yet. */
export const weightTaken = (reading: ScaleReading | null): Quantity | null =>
  reading?.state === 'stable' && reading.weight !== null && reading.weight > 0
    ? quantity(reading.weight)
    : null;
