import { useState } from 'react';
import type { ToldByLine } from '#shared/domain/pickup/told.ts';
import type { Particulars } from '#shared/domain/pricing/particulars.ts';
import {
  addQuantity,
  NONE,
  type Quantity,
  quantity,
  UNIT,
  units,
} from '#shared/kernel/quantity.ts';
import { useFindGoods } from '#renderer/session/use-find-goods.ts';
import { type PickupAsking, usePickupAsking } from '#renderer/session/use-pickup-asking.ts';

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
  /** What was answered of goods that ask something before they leave. */
  readonly told: ToldByLine;
  readonly asking: PickupAsking['asking'];
  /** Nothing is in the hand any more: it left. */
  readonly letGo: () => void;
};

type Held = { readonly quantity: Quantity; readonly told: readonly Particulars[] };

type TicksOf = {
  /** The order and what is done with it. */
  readonly key: string;
  readonly lines: readonly TickedLine[];
  /** So much of which lines was found elsewhere already. */
  readonly known: ReadonlyMap<string, Quantity>;
  /** They leave the store: what their products ask is asked. */
  readonly isLeaving: boolean;
};

/** So much is held. Of pieces that were asked about one by one nobody says which was put back: what leaves is asked about anew. */
const holding = ({ told }: Held, held: Quantity): Held => {
  if (told.length > Math.max(1, Math.ceil(held / UNIT))) return { quantity: NONE, told: [] };
  return { quantity: held, told: held === 0 ? [] : told };
};

export const useTicks = ({ key, lines, known, isLeaving }: TicksOf): Ticks => {
  const findGoods = useFindGoods();
  const [changed, setChanged] = useState<ReadonlyMap<string, Held>>(new Map());
  const keyOf = (lineId: string): string => `${key}:${lineId}`;
  const wholeOf = (lineId: string): Quantity =>
    lines.find(({ id }) => id === lineId)?.quantity ?? NONE;
  const heldOf = (lineId: string): Quantity =>
    changed.get(keyOf(lineId))?.quantity ??
    quantity(Math.min(known.get(lineId) ?? 0, wholeOf(lineId)));
  const toldOf = (lineId: string): readonly Particulars[] => changed.get(keyOf(lineId))?.told ?? [];
  const isTicked = (lineId: string): boolean => {
    const held = heldOf(lineId);
    return held > 0 && held >= wholeOf(lineId);
  };
  const put = (at: string, next: (before: Held) => Held): void =>
    setChanged(
      (before) => new Map([...before, [at, next(before.get(at) ?? { quantity: NONE, told: [] })]]),
    );
  const skus = isLeaving ? [...new Set(lines.map(({ sku }) => sku))] : [];
  const answered = lines.flatMap(({ id, sku }) =>
    toldOf(id).map((particulars) => ({ sku, particulars })),
  );
  const { asking, ask } = usePickupAsking(skus, answered, {
    onNothing: (at, held) => put(at, ({ told }) => ({ quantity: held, told })),
    onTold: (at, particulars, held) =>
      put(at, (before) =>
        held === 'piece'
          ? {
              quantity: addQuantity(before.quantity, units(1)),
              told: [...before.told, particulars],
            }
          : { quantity: held, told: [particulars] },
      ),
  });
  const hold = (lineId: string, held: Quantity, scanned: Particulars = {}): void => {
    const before = heldOf(lineId);
    const sku = lines.find(({ id }) => id === lineId)?.sku;
    if (isLeaving && held > before && sku !== undefined)
      ask({ at: keyOf(lineId), sku, before, held, scanned });
    else put(keyOf(lineId), (known) => holding(known, held));
  };
  return {
    isTicked,
    heldOf,
    hold,
    toggle: (lineId) => hold(lineId, isTicked(lineId) ? NONE : wholeOf(lineId)),
    tickCode: async (code) => {
      const found = await findGoods(code);
      const sku = found?.product.sku ?? code;
      const meant = lines.filter((line) => line.sku === sku);
      const line = meant.find(({ id }) => !isTicked(id)) ?? meant[0];
      if (line) hold(line.id, line.quantity, found?.particulars);
      return line !== undefined;
    },
    done: lines.filter(({ id }) => isTicked(id)).length,
    total: lines.length,
    isAny: lines.some(({ id }) => heldOf(id) > 0),
    told: new Map(lines.map(({ id }) => [id, toldOf(id)])),
    asking,
    letGo: () =>
      setChanged((before) => new Map([...before].filter(([at]) => !at.startsWith(`${key}:`)))),
  };
};
