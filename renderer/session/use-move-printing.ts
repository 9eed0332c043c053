import { happenedAt } from '#shared/operations/happened-at.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { cashMoveLines } from '#shared/receipt/cash-move-lines.ts';
import { shopOf } from '#shared/receipt/shop.ts';
import { findCashMove } from '../queries/find-cash-move.ts';
import { findFiscalProof } from '../queries/use-fiscal-proof.ts';
import { useReferences } from '../queries/use-references.ts';
import { printInBrowser } from '../ui/receipt/browser-paper.tsx';
import { usePaperWords } from '../ui/receipt/use-paper-words.ts';
import { useTill } from './till-context.ts';
import { type PaperToPrint, usePrinter } from './use-printer.ts';

type Moved = Extract<Operation, { readonly type: 'cash.moved' }>;

type MovePrinting = {
  /** Once, however often this is asked; where there is no printer nothing happens. */
  readonly printFirst: (moved: Moved) => Promise<void>;
  /** By the browser where there is no printer. */
  readonly printCopy: (moveId: string) => Promise<void>;
};

/** Prints what came into the drawer or left it, with the number it was registered under. */
export const useMovePrinting = (): MovePrinting => {
  const { fiscalDesk, store } = useTill();
  const { settings, staff } = useReferences();
  const { print } = usePrinter();
  const words = usePaperWords();
  const nameOf = (staffId: string | null | undefined): string | null =>
    staff.find(({ id }) => id === staffId)?.name ?? null;
  const paperOf = async (moved: Moved, isCopy: boolean): Promise<PaperToPrint> => {
    const { id, tillId, staffId, approvedBy, payload } = moved;
    const kind = payload.kind === 'in' ? 'cash_in' : 'cash_out';
    const lines = cashMoveLines(
      {
        shop: shopOf(settings),
        move: payload,
        at: happenedAt(moved),
        tillId,
        cashier: nameOf(staffId),
        approver: nameOf(approvedBy),
        fiscal: await findFiscalProof(store.ledger, id, kind),
        isCopy,
      },
      words,
    );
    return { title: words.say.shift.kinds[payload.kind], lines };
  };
  return {
    printFirst: async (moved) => {
      // A number that comes a moment later stands on the paper all the same.
      await fiscalDesk.settled();
      await print({ ...(await paperOf(moved, false)), id: `cash-${moved.payload.moveId}` });
    },
    printCopy: async (moveId) => {
      const moved = await findCashMove(store.ledger, moveId);
      if (moved === null) return;
      const paper = await paperOf(moved, true);
      if ((await print(paper)) === 'no_printer') printInBrowser(paper);
    },
  };
};
