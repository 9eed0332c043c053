import { useState } from 'react';
import { useStore } from 'zustand';
import type { Delivery } from '#shared/domain/delivery/schema.ts';
import type { StockProblem } from '#shared/domain/stock/decide.ts';
import {
  addToSheet,
  emptySheet,
  type Moment,
  setOnSheet,
  type SheetKind,
  sheetOfDelivery,
  type StockSheet,
} from '#shared/domain/stock/sheet.ts';
import { NONE, type Quantity } from '#shared/kernel/quantity.ts';
import { completeSheet } from '../commands/complete-sheet.ts';
import type { TillProblem } from '../commands/problems.ts';
import type { JournalProblem } from '../store/journal.ts';
import { useTill } from './till-context.ts';
import { useApprovedCommand } from './use-approved-command.ts';
import type { CommandProblem } from './use-command.ts';

export type SheetProblem = StockProblem | TillProblem | JournalProblem | CommandProblem;

/** What a job came to: of goods that leave, where to and under which number. */
export type Completed = {
  readonly sent: { readonly deliveryId: string; readonly toStoreId: string } | null;
};

export type SheetDesk = {
  readonly sheet: StockSheet | null;
  readonly start: (kind: SheetKind) => void;
  readonly startDelivery: (delivery: Delivery) => void;
  readonly change: (change: (sheet: StockSheet) => StockSheet) => void;
  /** So much more of a product; looked up and told by the moment of the scan. */
  readonly add: (sku: string, more: number) => Promise<void>;
  readonly set: (sku: string, quantity: Quantity) => Promise<void>;
  readonly cancel: () => void;
  /** What it came to, or null when it came to nothing. */
  readonly complete: () => Promise<Completed | null>;
  readonly isBusy: boolean;
  readonly problem: SheetProblem | null;
};

/** The stock job in hand: it goes on while others sell, and outlives a crash. */
export const useStockSheet = (): SheetDesk => {
  const { store, sheets } = useTill();
  const sheet = useStore(sheets, (state) => state.sheet);
  const put = useStore(sheets, (state) => state.put);
  const change = useStore(sheets, (state) => state.change);
  const { run, isBusy } = useApprovedCommand(completeSheet);
  const [problem, setProblem] = useState<SheetProblem | null>(null);
  const momentOf = async (sku: string): Promise<Moment> => {
    const levels = await store.view.stockLevels([sku]);
    return { at: store.now(), onHand: levels.get(sku)?.onHand ?? NONE };
  };
  const begin = (next: StockSheet | null): void => {
    setProblem(null);
    put(next);
  };
  return {
    sheet,
    start: (kind) => begin(emptySheet(crypto.randomUUID(), kind)),
    startDelivery: (delivery) => begin(sheetOfDelivery(crypto.randomUUID(), delivery, store.now())),
    change,
    add: async (sku, more) => {
      const moment = await momentOf(sku);
      change((before) => addToSheet(before, sku, more, moment));
    },
    set: async (sku, quantity) => {
      const moment = await momentOf(sku);
      change((before) => setOnSheet(before, sku, quantity, moment));
    },
    cancel: () => begin(null),
    complete: async () => {
      if (sheet === null) return null;
      const done = await run(sheet);
      if (done.ok || done.problem.type === 'already_done') begin(null);
      else setProblem(done.problem);
      if (!done.ok) return null;
      const { type, payload } = done.value;
      return { sent: type === 'stock.transferSent' ? payload : null };
    },
    isBusy,
    problem,
  };
};
