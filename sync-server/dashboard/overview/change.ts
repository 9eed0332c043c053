import { minor, scale } from '#shared/kernel/money.ts';

/** A figure against the one of a week before. */
export type Change = {
  /** Basis points, without a sign. */
  readonly size: number;
  readonly direction: 'up' | 'down' | 'same';
};

const changeOf = (basisPoints: number): Change => ({
  size: Math.abs(basisPoints),
  direction: basisPoints === 0 ? 'same' : basisPoints > 0 ? 'up' : 'down',
});

/** Tenths of a percent: nobody reads more. */
const toTenths = (basisPoints: number): number => scale(minor(basisPoints), 1, 10) * 10;

/** By what share of `before` a figure rose or fell; null where there was nothing to compare with. */
export const relativeChange = (figure: number, before: number): Change | null =>
  before <= 0 ? null : changeOf(toTenths(scale(minor(figure - before), 10_000, before)));

/** Between two shares, both in basis points. */
export const shareChange = (share: number, before: number): Change =>
  changeOf(toTenths(share) - toTenths(before));
