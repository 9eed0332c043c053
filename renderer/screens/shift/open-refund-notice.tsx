import { IconCreditCardOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { openRefund } from '#renderer/commands/open-refund.ts';
import { useLive } from '#renderer/queries/use-live.ts';
import { useRefundRecovery } from '#renderer/session/recovery.ts';
import { useTill } from '#renderer/session/till-context.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';

/** A refund that keeps the shift from being closed is settled from here. */
export const OpenRefundNotice = () => {
  const { t } = useTranslation();
  const { store } = useTill();
  const { recover, ended } = useRefundRecovery();
  const refund = useLive(() => openRefund(store), `closing-refund:${ended}`);
  if (!refund) return null;
  return (
    <>
      <Notice tone="danger" icon={<IconCreditCardOff size={22} aria-hidden />}>
        {t('shift.problems.refund_open')}
      </Notice>
      <Button tone="primary" size="large" isWide onClick={() => void recover()}>
        {t('shift.settleRefund')}
      </Button>
    </>
  );
};
