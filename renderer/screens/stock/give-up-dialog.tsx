import { useTranslation } from 'react-i18next';
import type { StockSheet } from '#shared/domain/stock/sheet.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import classes from './stock.module.css';

type GiveUpDialogProps = {
  readonly sheet: StockSheet;
  readonly onGiveUp: () => void;
  readonly onClose: () => void;
};

/** An hour of counting is not lost by one press. */
export const GiveUpDialog = ({ sheet: { kind, lines }, onGiveUp, onClose }: GiveUpDialogProps) => {
  const { t } = useTranslation();
  return (
    <Dialog title={t(`stockRoom.modes.${kind}`)} onClose={onClose} width={420}>
      <div className={classes['form']}>
        <p className={classes['sum']}>{t('stockRoom.giveUpAsk', { count: lines.length })}</p>
        <Button tone="danger" size="large" isWide onClick={onGiveUp}>
          {t('stockRoom.giveUp')}
        </Button>
        <Button isWide onClick={onClose}>
          {t('stockRoom.goOn')}
        </Button>
      </div>
    </Dialog>
  );
};
