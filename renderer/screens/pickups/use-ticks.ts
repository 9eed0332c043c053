import { useState } from 'react';
import { useTill } from '#renderer/session/till-context.ts';

/** A line that can be ticked: of the order, or to be put back. */
export type TickedLine = { readonly id: string; readonly sku: string };

/** Goods of the chosen order that were held in the hand: ticked by scan or by touch. */
export type Ticks = {
  readonly isTicked: (lineId: string) => boolean;
  readonly toggle: (lineId: string) => void;
  /** Ticks the line whose product has this code; false when none has. */
  readonly tickCode: (code: string) => Promise<boolean>;
  readonly done: number;
  readonly total: number;
};

/** `key`: the order and what is done with it; `known`: lines that were ticked elsewhere already. */
export const useTicks = (
  key: string,
  lines: readonly TickedLine[],
  known: ReadonlySet<string>,
): Ticks => {
  const { catalog } = useTill().store;
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map());
  const keyOf = (lineId: string): string => `${key}:${lineId}`;
  const isTicked = (lineId: string): boolean => changed.get(keyOf(lineId)) ?? known.has(lineId);
  const set = (lineId: string, isOn: boolean): void =>
    setChanged((before) => new Map([...before, [keyOf(lineId), isOn]]));
  return {
    isTicked,
    toggle: (lineId) => set(lineId, !isTicked(lineId)),
    tickCode: async (code) => {
      const sku = (await catalog.byCode(code))?.sku ?? code;
      const meant = lines.filter((line) => line.sku === sku);
      const line = meant.find(({ id }) => !isTicked(id)) ?? meant[0];
      if (line) set(line.id, true);
      return line !== undefined;
    },
    done: lines.filter(({ id }) => isTicked(id)).length,
    total: lines.length,
  };
};
