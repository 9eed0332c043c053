import { IconBarcode } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Product } from '#shared/domain/catalog/schema.ts';
import type { StockSheet } from '#shared/domain/stock/sheet.ts';
import { useNamedProducts } from '#renderer/queries/use-named-products.ts';
import type { SheetDesk } from '#renderer/session/use-stock-sheet.ts';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import { SheetRow } from './sheet-row.tsx';
import { useSheetKeys } from './use-sheet-keys.ts';
import classes from './stock.module.css';

type SheetLinesProps = {
  readonly sheet: StockSheet;
  readonly desk: SheetDesk;
  /** SKU of the line that keys act on. */
  readonly chosen: string | null;
  readonly onChoose: (sku: string) => void;
  /** Type how many. */
  readonly onAsk: (product: Product) => void;
};

/** What was scanned so far, the latest on top. */
export const SheetLines = ({ sheet, desk, chosen, onChoose, onAsk }: SheetLinesProps) => {
  const { t } = useTranslation();
  const { lines } = sheet;
  const products = useNamedProducts(lines.map(({ sku }) => sku));
  const line = lines.find(({ sku }) => sku === chosen);
  const product = products.get(chosen ?? '');
  useSheetKeys({ sheet, desk, line, product, onChoose, onAsk });
  if (lines.length === 0)
    return <EmptyState icon={<IconBarcode size={40} stroke={1.5} />} title={t('stockRoom.scan')} />;
  return (
    <ul className={classes['list']} aria-label={t('stockRoom.lines')}>
      {lines.map((one) => (
        <SheetRow
          key={one.sku}
          sheet={sheet}
          line={one}
          isChosen={one.sku === chosen}
          product={products.get(one.sku)}
          desk={desk}
          onChoose={onChoose}
          onAsk={onAsk}
        />
      ))}
    </ul>
  );
};
