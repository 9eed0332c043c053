import { useTranslation } from 'react-i18next';
import type { Product } from '#shared/domain/catalog/schema.ts';
import { removeFromSheet, type SheetLine, type StockSheet } from '#shared/domain/stock/sheet.ts';
import { UNIT } from '#shared/kernel/quantity.ts';
import { useTill } from '#renderer/session/till-context.ts';
import type { SheetDesk } from '#renderer/session/use-stock-sheet.ts';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';

type SheetKeys = {
  readonly sheet: StockSheet;
  readonly desk: SheetDesk;
  /** The line that keys act on. */
  readonly line: SheetLine | undefined;
  /** What it is of, as far as the screen knows: a scan is heard before its product is read. */
  readonly product: Product | undefined;
  readonly onChoose: (sku: string) => void;
  readonly onAsk: (product: Product) => void;
};

/** Less of a line; only an adjustment takes away more than there is on it. */
export const canLessen = ({ kind }: StockSheet, { quantity }: SheetLine): boolean =>
  kind === 'adjust' || quantity > 0;

/** A sheet by keyboard alone. */
export const useSheetKeys = ({ sheet, desk, line, product, onChoose, onAsk }: SheetKeys): void => {
  const { t } = useTranslation();
  const { store } = useTill();
  const disabled = line === undefined;
  const move = (by: 1 | -1): void => {
    const place = sheet.lines.findIndex(({ sku }) => sku === line?.sku) + by;
    const next = sheet.lines[Math.min(Math.max(place, 0), sheet.lines.length - 1)];
    if (next) onChoose(next.sku);
  };
  const ask = async (sku: string): Promise<void> => {
    const known = product ?? (await store.catalog.product(sku));
    if (known) onAsk(known);
  };
  const add = (more: number): void => {
    if (line) void desk.add(line.sku, more);
  };
  useKeys([
    {
      key: 'F4',
      label: t('keys.quantity'),
      hint: true,
      disabled,
      run: () => {
        if (line) ask(line.sku).catch(reportError);
      },
    },
    { key: 'ArrowUp', label: t('keys.lineUp'), disabled, run: () => move(-1) },
    { key: 'ArrowDown', label: t('keys.lineDown'), disabled, run: () => move(1) },
    { key: 'Plus', label: t('keys.more'), disabled, run: () => add(UNIT) },
    {
      key: 'Minus',
      label: t('keys.less'),
      disabled: line === undefined || !canLessen(sheet, line),
      run: () => add(-UNIT),
    },
    {
      key: 'Delete',
      label: t('keys.removeLine'),
      hint: true,
      disabled,
      run: () => {
        if (line) desk.change((before) => removeFromSheet(before, line.sku));
      },
    },
  ]);
};
