import { createStore, type StoreApi } from 'zustand/vanilla';
import type { StockSheet } from '#shared/domain/stock/sheet.ts';
import { isSheetDone } from '../commands/complete-sheet.ts';
import type { TillStore } from '../store/till-store.ts';

export type SheetState = {
  /** null = nothing is being received, counted or sent. */
  readonly sheet: StockSheet | null;
  readonly put: (sheet: StockSheet | null) => void;
  readonly change: (change: (sheet: StockSheet) => StockSheet) => void;
};

export type SheetStore = StoreApi<SheetState>;

const KEY = 'stockSheet';

/** A stocktake takes an hour: what was scanned is kept beside the ledger at every change (rule J6). */
export const openSheetStore = async (till: TillStore): Promise<SheetStore> => {
  const { ledger } = till;
  const saved = await ledger.readLocal<StockSheet>(KEY);
  const isOpen = saved !== null && !(await isSheetDone(till, saved));
  let writing = Promise.resolve();
  return createStore<SheetState>((set, get) => {
    const put = (sheet: StockSheet | null): void => {
      set({ sheet });
      writing = writing
        .then(() => ledger.writeLocal(KEY, sheet))
        .catch((error: unknown) => reportError(error));
    };
    return {
      sheet: isOpen ? saved : null,
      put,
      change: (change) => {
        const { sheet } = get();
        if (sheet !== null) put(change(sheet));
      },
    };
  });
};
