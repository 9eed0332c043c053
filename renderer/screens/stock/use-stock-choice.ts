import { useState } from 'react';
import type { Product } from '#shared/domain/catalog/schema.ts';
import { UNIT } from '#shared/kernel/quantity.ts';
import { useProducts } from '#renderer/queries/use-products.ts';
import { useFindGoods } from '#renderer/session/use-find-goods.ts';
import { type SheetDesk, useStockSheet } from '#renderer/session/use-stock-sheet.ts';
import { useScanner } from '#renderer/ui/scanner/use-scanner.ts';
import { isJob, isPossible, type StockMode } from './stock-mode.ts';
import { type DeliveryCodes, useDeliveryCodes } from './use-delivery-codes.ts';

export type StockChoice = {
  readonly mode: StockMode;
  readonly turnTo: (mode: StockMode) => void;
  readonly query: string;
  readonly setQuery: (query: string) => void;
  readonly found: readonly Product[] | undefined;
  /** What is looked up. */
  readonly chosen: Product | null;
  readonly choose: (product: Product | null) => void;
  /** What is to be weighed, or told how many. */
  readonly asked: Product | null;
  readonly ask: (product: Product | null) => void;
  /** A product was meant: looked up, or one more of it. */
  readonly pick: (product: Product) => void;
  /** SKU of the sheet's line that keys act on: the last that was scanned. */
  readonly line: string | null;
  readonly chooseLine: (sku: string) => void;
  readonly desk: SheetDesk;
  readonly codes: DeliveryCodes;
};

/** What a scan or a press means here: the product that is looked up, one more on the sheet, or a delivery's paper. */
export const useStockChoice = (): StockChoice => {
  const findGoods = useFindGoods();
  const desk = useStockSheet();
  const { sheet } = desk;
  const [mode, setMode] = useState<StockMode>(
    sheet !== null && sheet.lines.length > 0 ? sheet.kind : 'lookUp',
  );
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<Product | null>(null);
  const [asked, ask] = useState<Product | null>(null);
  const [lastLine, chooseLine] = useState<string | null>(null);
  const found = useProducts({ text: query, categoryId: null });
  const line = sheet?.lines.find(({ sku }) => sku === lastLine) ?? sheet?.lines[0];

  const turnTo = (next: StockMode): void => {
    if (!isPossible(next, sheet)) return;
    setMode(next);
    setQuery('');
    setChosen(null);
    if (isJob(next) && sheet?.kind !== next) desk.start(next);
  };
  const pick = (product: Product): void => {
    setQuery('');
    chooseLine(product.sku);
    if (!isJob(mode)) {
      setMode('lookUp');
      setChosen(product);
    } else if (product.unit === 'kilogram') ask(product);
    else void desk.add(product.sku, UNIT);
  };
  const codes = useDeliveryCodes(desk, () => setMode('receive'));
  useScanner({
    onScan: async (code) => {
      const product = (await findGoods(code))?.product ?? null;
      if (product) pick(product);
      else if (!(await codes.open(code))) {
        // Nobody knows it: said, and looked for, instead of vanishing.
        setQuery(code);
        return false;
      }
      return true;
    },
    onTyped: ({ text }) => setQuery((before) => before + text),
  });
  return {
    mode,
    turnTo,
    query,
    setQuery,
    found,
    chosen,
    choose: setChosen,
    asked,
    ask,
    pick,
    line: line?.sku ?? null,
    chooseLine,
    desk,
    codes,
  };
};
