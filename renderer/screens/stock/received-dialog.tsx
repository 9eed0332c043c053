import { useTranslation } from 'react-i18next';
import { useReferences } from '#renderer/queries/use-references.ts';
import { useNow } from '#renderer/session/use-now.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import classes from './stock.module.css';
import type { ReceivedBefore } from './use-delivery-codes.ts';

type ReceivedDialogProps = {
  readonly before: ReceivedBefore;
  readonly onReceive: () => void;
  readonly onClose: () => void;
};

/** A slip lies about for days: its goods come to the stock twice only if somebody says so. */
export const ReceivedDialog = ({
  before: { delivery, received },
  onReceive,
  onClose,
}: ReceivedDialogProps) => {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const now = useNow(60_000);
  const { staff } = useReferences();
  const name = staff.find(({ id }) => id === received.staffId)?.name ?? received.staffId;
  return (
    <Dialog title={delivery.reference} onClose={onClose} width={420}>
      <div className={classes['form']}>
        <p className={classes['sum']}>
          {t('stockRoom.receivedBefore', { time: moment(received.at, now), name })}
        </p>
        <p className={classes['quiet']}>{t('stockRoom.receivedTwice')}</p>
        <Button tone="danger" size="large" isWide onClick={onReceive}>
          {t('stockRoom.receiveMore')}
        </Button>
        <Button isWide onClick={onClose}>
          {t('keys.back')}
        </Button>
      </div>
    </Dialog>
  );
};
