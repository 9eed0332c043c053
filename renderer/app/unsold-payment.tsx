import { IconCash, IconCreditCardOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { add } from '#shared/kernel/money.ts';
import { acknowledgePayment } from '../commands/end-payment.ts';
import { restoreIntents } from '../commands/restore-intents.ts';
import { untoldPayment } from '../commands/untold-payments.ts';
import { useLive } from '../queries/use-live.ts';
import { usePaymentRecovery } from '../session/recovery.ts';
import { useCommand } from '../session/use-command.ts';
import { useNow } from '../session/use-now.ts';
import { useTill } from '../session/till-context.ts';
import { Button } from '../ui/button/button.tsx';
import { Dialog } from '../ui/dialog/dialog.tsx';
import { Notice } from '../ui/feedback/notice.tsx';
import { useFormat } from '../ui/language/use-format.ts';

const MINUTE = 60_000;

/** Money that a machine took and no sale carries: said until the cashier has understood it (rule J3). */
export const UnsoldPayment = () => {
  const { t } = useTranslation();
  const { money, dayAndTime } = useFormat();
  const { store, driver } = useTill();
  const now = useNow(MINUTE);
  const { recover, ended } = usePaymentRecovery();
  const acknowledging = useCommand(acknowledgePayment);
  const [told, setTold] = useState(0);
  const payment = useLive(() => untoldPayment(store), `untold-payment:${ended}:${told}`);
  if (!payment) return null;

  const { tender, amount, currency, askedAt, beside } = payment;
  const inCash = add(...beside.filter((offer) => offer.tender === 'cash').map((o) => o.tendered));
  const acknowledge = async (): Promise<void> => {
    const known = await acknowledging.run(payment);
    if (!known.ok) return;
    setTold((before) => before + 1);
    if (!known.value) return;
    // Another may have been asked for beside it, and lost with the profile.
    await restoreIntents(store, driver);
    await recover();
  };
  return (
    <Dialog title={t('card.unsoldTitle')}>
      <div style={{ display: 'grid', gap: 'var(--sp-4)' }}>
        <Notice
          tone="danger"
          icon={<IconCreditCardOff size={26} />}
          title={t(tender === 'qr' ? 'card.qrUnsold' : 'card.unsold', {
            amount: money(amount, currency),
            time: dayAndTime(askedAt, now),
          })}
        >
          {t(tender === 'qr' ? 'card.qrUnsoldHint' : 'card.unsoldHint')}
        </Notice>
        {inCash > 0 ? (
          <Notice tone="danger" icon={<IconCash size={26} />}>
            {t('card.unsoldCash', { amount: money(inCash, currency) })}
          </Notice>
        ) : null}
        <Button
          tone="primary"
          size="large"
          isWide
          onClick={() => void acknowledge().catch(reportError)}
        >
          {t('card.unsoldDone')}
        </Button>
      </div>
    </Dialog>
  );
};
