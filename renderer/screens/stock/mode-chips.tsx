import { useTranslation } from 'react-i18next';
import type { StockSheet } from '#shared/domain/stock/sheet.ts';
import { Chips } from '#renderer/ui/choice/chips.tsx';
import { isPossible, STOCK_MODES, type StockMode } from './stock-mode.ts';
import classes from './stock.module.css';

type ModeChipsProps = {
  readonly chosen: StockMode;
  readonly inHand: StockSheet | null;
  readonly onChoose: (mode: StockMode) => void;
};

/** What there is to do, and how far the job in hand is. */
export const ModeChips = ({ chosen, inHand, onChoose }: ModeChipsProps) => {
  const { t } = useTranslation();
  const begun = inHand !== null && inHand.lines.length > 0 ? inHand : null;
  return (
    <div className={classes['modes']}>
      <Chips
        label={t('nav.stock')}
        isFilter
        chosen={chosen}
        onChoose={onChoose}
        options={STOCK_MODES.map((mode) => ({
          id: mode,
          label: `${t(`stockRoom.modes.${mode}`)}${mode === begun?.kind ? ` · ${begun.lines.length}` : ''}`,
          disabled: !isPossible(mode, inHand),
        }))}
      />
    </div>
  );
};
