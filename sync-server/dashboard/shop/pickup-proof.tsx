import { useTranslation } from 'react-i18next';
import { QrCode } from '#renderer/ui/qr/qr-code.tsx';
import type { OrderReply } from '#shared/protocol/channel.ts';
import classes from './pickup-proof.module.css';

/** What the customer shows at the counter, with no network needed at either side. */
export const PickupProof = ({ code, digits }: Readonly<NonNullable<OrderReply['proof']>>) => {
  const { t } = useTranslation();
  return (
    <section className={classes['proof']}>
      <QrCode text={code} label={t('shop.showCode')} />
      <p className={classes['words']}>{t('shop.showCode')}</p>
      <p className={classes['words']}>{t('shop.sayDigits')}</p>
      <p className={classes['digits']} data-digits={digits}>
        {digits.slice(0, 3)} {digits.slice(3)}
      </p>
    </section>
  );
};
