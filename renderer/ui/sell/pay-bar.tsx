import { IconCash, IconCreditCard, IconQrcode } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../button/button.tsx';
import classes from './pay-bar.module.css';

type PayBarProps = {
  /** False while there is nothing to pay. */
  readonly canPay: boolean;
  readonly onCash: () => void;
  readonly onCard: () => void;
  /** Those left out are not offered. */
  readonly onQr?: (() => void) | undefined;
  readonly onPark?: (() => void) | undefined;
  readonly onMixed?: (() => void) | undefined;
  /** What is left on a gift card, while there is nothing to pay. */
  readonly onBalance?: (() => void) | undefined;
  /** What was sold last, once more, while there is nothing to pay. */
  readonly onRepeat?: (() => void) | undefined;
};

type TenderButtonProps = {
  readonly icon: ReactNode;
  readonly label: string;
  readonly keyName: string;
  readonly isMain?: boolean;
  readonly disabled: boolean;
  readonly onClick: () => void;
};

const TenderButton = ({ icon, label, keyName, isMain, disabled, onClick }: TenderButtonProps) => (
  <button
    type="button"
    className={classes['tender']}
    data-main={isMain}
    disabled={disabled}
    onClick={onClick}
  >
    {icon}
    <span className={classes['label']}>{label}</span>
    <span className={classes['key']}>{keyName}</span>
  </button>
);

/** How to pay; the keys themselves are bound by the screen. */
export const PayBar = ({
  canPay,
  onCash,
  onCard,
  onQr,
  onPark,
  onMixed,
  onBalance,
  onRepeat,
}: PayBarProps) => {
  const { t } = useTranslation();
  const isAsking = !canPay && onBalance !== undefined;
  return (
    <fieldset className={classes['bar']} aria-label={t('sell.pay')}>
      <div className={classes['tenders']}>
        <TenderButton
          icon={<IconCash size={26} aria-hidden />}
          label={t('tender.cash')}
          keyName="F8"
          isMain
          disabled={!canPay}
          onClick={onCash}
        />
        <TenderButton
          icon={<IconCreditCard size={26} aria-hidden />}
          label={t('tender.card')}
          keyName="F9"
          disabled={!canPay}
          onClick={onCard}
        />
        {onQr ? (
          <TenderButton
            icon={<IconQrcode size={26} aria-hidden />}
            label={t('tender.qr')}
            keyName="F10"
            disabled={!canPay}
            onClick={onQr}
          />
        ) : null}
      </div>
      {onPark || onMixed ? (
        <div className={classes['others']} data-stacked={isAsking || undefined}>
          {onPark && canPay ? (
            <Button size="small" keyName="F11" onClick={onPark}>
              {t('sell.park')}
            </Button>
          ) : null}
          {isAsking ? (
            <Button size="small" keyName="F10" onClick={onBalance}>
              {t('storedValue.balance')}
            </Button>
          ) : null}
          {onRepeat && !canPay ? (
            <Button size="small" keyName={t('keys.names.Insert')} onClick={onRepeat}>
              {t('sell.repeatSale')}
            </Button>
          ) : null}
          {onMixed && !isAsking ? (
            <Button size="small" keyName="F10" disabled={!canPay} onClick={onMixed}>
              {t('sell.mixedPayment')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </fieldset>
  );
};
