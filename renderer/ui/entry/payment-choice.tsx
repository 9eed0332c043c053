import {
  IconArrowBackUp,
  IconCash,
  IconCheck,
  IconCoins,
  IconCreditCard,
  IconGift,
  IconQrcode,
  IconReceipt2,
  IconStar,
  IconX,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MachineTender } from '#shared/domain/payment/machine.ts';
import type { Offer } from '#shared/domain/payment/settle.ts';
import { add, type Minor } from '#shared/kernel/money.ts';
import { Button } from '../button/button.tsx';
import { IconButton } from '../button/icon-button.tsx';
import { Dialog } from '../dialog/dialog.tsx';
import { Notice } from '../feedback/notice.tsx';
import type { KeyId } from '../keys/key-id.ts';
import { useKeys } from '../keys/use-keys.ts';
import { useFormat } from '../language/use-format.ts';
import type { PaymentView } from './payment-view.ts';
import classes from './payment-dialog.module.css';

type PaymentChoiceProps = {
  readonly left: Minor;
  readonly given: readonly Offer[];
  /** False = what is left is for gift cards, which money alone pays for. */
  readonly mayUseValue: boolean;
  readonly mayUsePoints: boolean;
  readonly isBusy: boolean;
  readonly problem: string | null;
  readonly onView: (view: PaymentView) => void;
  /** Parts that machines took: they are not removed, but given back to the customer. */
  readonly taken: readonly Offer[];
  readonly onRemove: (offerId: string) => void;
  readonly onMachine: (tender: MachineTender) => void;
  readonly onComplete: () => void;
  /** Left out = money is taken already: it is paid, or given back. */
  readonly onClose: (() => void) | undefined;
};

/** What was given, what is left, and what may pay it. */
export const PaymentChoice = (props: PaymentChoiceProps) => {
  const { t } = useTranslation();
  const { money } = useFormat();
  const { left, given, taken, isBusy, problem, onRemove, onClose } = props;
  return (
    <Dialog
      title={t('pickups.due', { amount: money(left) })}
      onClose={isBusy ? undefined : onClose}
      width={480}
    >
      <div className={classes['form']}>
        {given.length > 0 ? (
          <ul className={classes['given']} aria-label={t('mixed.paid')}>
            {given.map(({ id, tender, tendered }) => {
              const isTaken = taken.some((part) => part.id === id);
              return (
                <li key={id}>
                  <span>{t(`tender.${tender}`)}</span>
                  <strong>{money(tendered)}</strong>
                  <IconButton
                    tone="quiet"
                    label={t(isTaken ? 'mixed.giveBack' : 'mixed.removePayment')}
                    disabled={isBusy}
                    onClick={() => onRemove(id)}
                  >
                    {isTaken ? <IconArrowBackUp size={20} /> : <IconX size={20} />}
                  </IconButton>
                </li>
              );
            })}
            <li className={classes['sum']}>
              <span>{t('mixed.remaining')}</span>
              <strong>{money(left)}</strong>
            </li>
          </ul>
        ) : null}
        {problem === null ? null : <Notice tone="danger">{problem}</Notice>}
        {left === 0 && add(...given.map(({ tendered }) => tendered)) > 0 ? (
          <Completion {...props} />
        ) : (
          <Ways {...props} />
        )}
      </div>
    </Dialog>
  );
};

const Completion = ({ isBusy, onComplete }: PaymentChoiceProps) => {
  const { t } = useTranslation();
  useKeys(
    (['F8', 'Enter'] as const).map((key) => ({
      key,
      label: t('mixed.complete'),
      disabled: isBusy,
      run: onComplete,
    })),
  );
  return (
    <Button
      tone="primary"
      size="large"
      isWide
      keyName="F8"
      icon={<IconCheck size={24} />}
      isBusy={isBusy}
      onClick={onComplete}
    >
      {t('mixed.complete')}
    </Button>
  );
};

type Way = {
  readonly key: KeyId;
  readonly label: string;
  readonly icon: ReactNode;
  readonly run: () => void;
};

/** What may pay, as it stands on screen and on the keys. */
const useWays = ({
  mayUseValue,
  mayUsePoints,
  onView,
  onMachine,
}: PaymentChoiceProps): readonly Way[] => {
  const { t } = useTranslation();
  const pointsWay: Way = {
    key: 'F4',
    label: t('tender.points'),
    icon: <IconStar size={24} />,
    run: () => onView('points'),
  };
  const valueWays: readonly Way[] = [
    {
      key: 'F6',
      label: t('tender.gift_card'),
      icon: <IconGift size={24} />,
      run: () => onView('gift_card'),
    },
    {
      key: 'F7',
      label: t('tender.store_credit'),
      icon: <IconReceipt2 size={24} />,
      run: () => onView('store_credit'),
    },
    ...(mayUsePoints ? [pointsWay] : []),
  ];
  return [
    {
      key: 'F8',
      label: t('tender.cash'),
      icon: <IconCash size={24} />,
      run: () => onView('cash'),
    },
    {
      key: 'F9',
      label: t('tender.card'),
      icon: <IconCreditCard size={24} />,
      run: () => onMachine('card'),
    },
    {
      key: 'F10',
      label: t('tender.qr'),
      icon: <IconQrcode size={24} />,
      run: () => onMachine('qr'),
    },
    ...(mayUseValue ? valueWays : []),
    {
      key: 'F11',
      label: t('mixed.part'),
      icon: <IconCoins size={24} />,
      run: () => onView('part'),
    },
  ];
};

const Ways = (props: PaymentChoiceProps) => {
  const { isBusy } = props;
  const ways = useWays(props);
  useKeys(ways.map(({ key, label, run }) => ({ key, label, disabled: isBusy, run })));
  return (
    <>
      {ways.map(({ key, label, icon, run }, place) => (
        <Button
          key={key}
          tone={place === 0 ? 'primary' : 'default'}
          size={place < 3 ? 'large' : 'standard'}
          isWide
          keyName={key}
          icon={icon}
          isBusy={isBusy && (key === 'F9' || key === 'F10')}
          disabled={isBusy}
          onClick={run}
        >
          {label}
        </Button>
      ))}
    </>
  );
};
