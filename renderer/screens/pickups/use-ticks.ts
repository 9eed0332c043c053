import { useState } from 'react';
import { NONE, type Quantity, quantity } from '#shared/kernel/quantity.ts';
import { useFindGoods } from '#renderer/session/use-find-goods.ts';

/** A line that can be ticked: of the order, or to be put back. */
export type TickedLine = { readonly id: string; readonly sku: string; readonly quantity: Quantity };

/** Goods of the chosen order that were held in the hand: ticked by scan or by touch, or counted piece by piece. */
export type Ticks = {
  /** All of the line. */
  readonly isTicked: (lineId: string) => boolean;
  /** So much of it, in thousandths. */
  readonly heldOf: (lineId: string) => Quantity;
  readonly hold: (lineId: string, held: Quantity) => void;
  readonly toggle: (lineId: string) => void;
  /** Ticks the line whose product has this code; false when none has. */
  readonly tickCode: (code: string) => Promise<boolean>;
  /** Lines held whole, of all there are, and whether anything is held at all. */
  readonly done: number;
  readonly total: number;
  readonly isAny: boolean;
};

/** `key`: the order and what is done with it; `known`: so much of which lines was found elsewhere already. */
export const useTicks = (
  key: string,
  lines: readonly TickedLine[],
  known: ReadonlyMap<string, Quantity>,
): Ticks => {
  const findGoods = useFindGoods();
  const [changed, setChanged] = useState<ReadonlyMap<string, Quantity>>(new Map());
  const keyOf = (lineId: string): string => `${key}:${lineId}`;
  const wholeOf = (lineId: string): Quantity =>
    lines.find(({ id }) => id === lineId)?.quantity ?? NONE;
  const heldOf = (lineId: string): Quantity =>
    changed.get(keyOf(lineId)) ?? quantity(Math.min(known.get(lineId) ?? 0, wholeOf(lineId)));
  const isTicked = (lineId: string): boolean => {
    const held = heldOf(lineId);
    return held > 0 && held >= wholeOf(lineId);
  };
  const hold = (lineId: string, held: Quantity): void =>
    setChanged((before) => new Map([...before, [keyOf(lineId), held]]));
  return {
    isTicked,
    heldOf,
    hold,
    toggle: (lineId) => hold(lineId, isTicked(lineId) ? NONE : wholeOf(lineId)),
    tickCode: async (code) => {
      const sku = (await findGoods(code))?.product.sku ?? code;
      const meant = lines.filter((line) => line.sku === sku);
      const line = meant.find(({ id }) => !isTicked(id)) ?? meant[0];
      if (line) hold(line.id, line.quantity);
      return line !== undefined;
    },
    done: lines.filter(({ id }) => isTicked(id)).length,
    total: lines.length,
    isAny: lines.some(({ id }) => heldOf(id) > 0),
  };
};
