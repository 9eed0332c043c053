import { IconDeviceMobile } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../button/button.tsx';
import { Dialog } from '../dialog/dialog.tsx';
import { Notice } from '../feedback/notice.tsx';
import { QrCode } from '../qr/qr-code.tsx';
import { leaveButton } from './leave-button.ts';
import classes from './print-tools.module.css';

type PhoneReceiptProps = {
  /** The address of the receipt's page; null = it has none. */
  readonly link: string | null;
  readonly isOffline: boolean;
};

/** The code of a receipt, large, for the customer's phone to open its page by; nothing where it has none. */
export const PhoneReceipt = ({ link, isOffline }: PhoneReceiptProps) => {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  if (link === null) return null;
  return (
    <>
      <Button
        icon={<IconDeviceMobile size={20} />}
        onClick={({ currentTarget }) => {
          leaveButton(currentTarget);
          setOpen(true);
        }}
      >
        {t('receiptLink.show')}
      </Button>
      {isOpen ? (
        <Dialog title={t('receiptLink.title')} onClose={() => setOpen(false)} width={480}>
          <div className={classes['tools']}>
            <QrCode text={link} label={t('receiptLink.title')} isLarge />
            <p className={classes['hint']}>{t('receiptLink.hint')}</p>
            {isOffline ? <Notice tone="warn">{t('receiptLink.offline')}</Notice> : null}
          </div>
        </Dialog>
      ) : null}
    </>
  );
};
