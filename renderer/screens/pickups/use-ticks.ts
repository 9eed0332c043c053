import { useState } from 'react';
import type { Order } from '#shared/domain/order/schema.ts';
import { useTill } from '#renderer/session/till-context.ts';

/** Goods of the chosen order that were held in the hand: ticked by scan or by touch. */
export type Ticks = {
  readonly isTicked: (lineId: string) => boolean;
  readonly toggle: (lineId: string) => void;
  /** Ticks the line whose product has this code; false when none has. */
  readonly tickCode: (code: string) => Promise<boolean>;
  readonly done: number;
};

export const useTicks = (order: Order | undefined): Ticks => {
  const { catalog } = useTill().store;
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const keyOf = (lineId: string): string => `${order?.id}:${lineId}`;
  const isTicked = (lineId: string): boolean => ticked.has(keyOf(lineId));
  const tick = (lineId: string): void => setTicked((before) => new Set([...before, keyOf(lineId)]));
  return {
    isTicked,
    toggle: (lineId) => {
      if (!isTicked(lineId)) return tick(lineId);
      setTicked((before) => new Set([...before].filter((key) => key !== keyOf(lineId))));
    },
    tickCode: async (code) => {
      const sku = (await catalog.byCode(code))?.sku ?? code;
      const lines = order?.lines.filter((line) => line.sku === sku) ?? [];
      const line = lines.find(({ id }) => !isTicked(id)) ?? lines[0];
      if (line) tick(line.id);
      return line !== undefined;
    },
    done: order?.lines.filter(({ id }) => isTicked(id)).length ?? 0,
  };
};
