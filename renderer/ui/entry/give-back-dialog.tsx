import { useTranslation } from 'react-i18next';
import type { Offer } from '#shared/domain/payment/settle.ts';
import { Button } from '../button/button.tsx';
import { Dialog } from '../dialog/dialog.tsx';
import { useFormat } from '../language/use-format.ts';
import { LabeledAmount } from './labeled-amount.tsx';
import classes from './payment-dialog.module.css';

type GiveBackDialogProps = {
  readonly part: Offer;
  readonly isBusy: boolean;
  readonly onGiveBack: () => void;
  readonly onClose: () => void;
};

/** A part that a machine took is given back: asked once more, as the customer has paid it. */
export const GiveBackDialog = ({ part, isBusy, onGiveBack, onClose }: GiveBackDialogProps) => {
  const { t } = useTranslation();
  const { money } = useFormat();
  return (
    <Dialog title={t('mixed.giveBack')} onClose={onClose} width={480}>
      <div className={classes['form']}>
        <LabeledAmount label={t(`tender.${part.tender}`)} amount={money(part.tendered)} />
        <p className={classes['hint']}>{t('mixed.giveBackHint')}</p>
        <Button tone="danger" size="large" isWide isBusy={isBusy} onClick={onGiveBack}>
          {t('mixed.giveBack')}
        </Button>
      </div>
    </Dialog>
  );
};
