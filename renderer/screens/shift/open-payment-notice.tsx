import { IconCreditCardOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { openPayment } from '#renderer/commands/open-payment.ts';
import { useLive } from '#renderer/queries/use-live.ts';
import { usePaymentRecovery } from '#renderer/session/recovery.ts';
import { useTill } from '#renderer/session/till-context.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';

/** A payment that keeps the shift from being closed is settled from here; one taken in vain tells of itself. */
export const OpenPaymentNotice = () => {
  const { t } = useTranslation();
  const { store } = useTill();
  const { recover, ended } = usePaymentRecovery();
  const payment = useLive(() => openPayment(store), `closing-payment:${ended}`);
  if (!payment || payment.givenUp !== null) return null;
  return (
    <>
      <Notice tone="danger" icon={<IconCreditCardOff size={22} aria-hidden />}>
        {t('shift.problems.payment_open')}
      </Notice>
      <Button tone="primary" size="large" isWide onClick={() => void recover()}>
        {t('shift.settlePayment')}
      </Button>
    </>
  );
};
