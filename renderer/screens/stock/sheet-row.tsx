import { IconTrash } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '#shared/domain/catalog/schema.ts';
import {
  differenceOf,
  removeFromSheet,
  type SheetLine,
  type StockSheet,
} from '#shared/domain/stock/sheet.ts';
import { UNIT } from '#shared/kernel/quantity.ts';
import type { SheetDesk } from '#renderer/session/use-stock-sheet.ts';
import { IconButton } from '#renderer/ui/button/icon-button.tsx';
import { StatusBadge } from '#renderer/ui/feedback/status-badge.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { QuantityStepper } from '#renderer/ui/sell/quantity-stepper.tsx';
import { canLessen } from './use-sheet-keys.ts';
import classes from './stock.module.css';

type SheetRowProps = {
  readonly sheet: StockSheet;
  readonly line: SheetLine;
  readonly isChosen: boolean;
  /** undefined: this till does not know it by name. */
  readonly product: Product | undefined;
  readonly desk: SheetDesk;
  readonly onChoose: (sku: string) => void;
  readonly onAsk: (product: Product) => void;
};

/** One product of a job: how many, and how that compares to what was expected. */
export const SheetRow = (props: SheetRowProps) => {
  const { sheet, line, isChosen, product, desk, onChoose, onAsk } = props;
  const { t } = useTranslation();
  const { text, quantity } = useFormat();
  const { sku } = line;
  const name = product ? text(product.name) : sku;
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  const step = (by: number): void => {
    onChoose(sku);
    void desk.add(sku, by);
  };
  const sign = sheet.kind === 'adjust' && line.quantity > 0 ? '+' : '';
  return (
    <li ref={row} className={classes['line']} aria-current={isChosen || undefined}>
      <span className={classes['lineName']}>
        <strong>{name}</strong>
        <Difference sheet={sheet} line={line} />
      </span>
      <QuantityStepper
        quantity={`${sign}${quantity(line.quantity)}`}
        canLess={canLessen(sheet, line)}
        onLess={() => step(-UNIT)}
        onMore={() => step(UNIT)}
        onEdit={product ? () => onAsk(product) : undefined}
      />
      <IconButton
        label={t('stockRoom.remove', { name })}
        tone="quiet"
        onClick={() => desk.change((before) => removeFromSheet(before, sku))}
      >
        <IconTrash size={20} />
      </IconButton>
    </li>
  );
};

/** Said where something was expected: as many, or how many more or fewer. */
const Difference = ({ sheet, line }: Pick<SheetRowProps, 'sheet' | 'line'>) => {
  const { t } = useTranslation();
  const { quantity } = useFormat();
  const difference = differenceOf(sheet, line);
  if (difference === null) return <span className={classes['quiet']}>{line.sku}</span>;
  const expected = sheet.kind === 'count' ? line.onHand : (line.expected ?? 0);
  const words = t(sheet.kind === 'count' ? 'stockRoom.inBooks' : 'stockRoom.onPaper', {
    quantity: quantity(expected),
  });
  return (
    <span className={classes['badges']}>
      <span className={classes['quiet']}>{words}</span>
      {difference === 0 ? (
        <StatusBadge tone="ok">{t('stockRoom.same')}</StatusBadge>
      ) : (
        <StatusBadge tone="warn">
          {t(difference > 0 ? 'stockRoom.more' : 'stockRoom.fewer', {
            quantity: quantity(Math.abs(difference)),
          })}
        </StatusBadge>
      )}
    </span>
  );
};
