import { IconCreditCard, IconQrcode } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MachineTender } from '#shared/domain/payment/machine.ts';
import type { Offer } from '#shared/domain/payment/settle.ts';
import { cashOffer, mayBePart } from '#shared/domain/payment/split.ts';
import { CURRENCY_SYMBOLS } from '#shared/i18n/money.ts';
import { type Minor, minor, MINOR_DIGITS } from '#shared/kernel/money.ts';
import { Button } from '../button/button.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useFormat } from '../language/use-format.ts';
import { EMPTY_ENTRY, entryValue } from './entry.ts';
import { EntryField } from './entry-field.tsx';
import { PadDialog } from './pad-dialog.tsx';
import { useEntry } from './use-entry.ts';
import { LabeledAmount } from './labeled-amount.tsx';
import classes from './payment-dialog.module.css';

type PartDialogProps = {
  readonly left: Minor;
  readonly increment: number;
  readonly onGive: (offer: Offer) => void;
  /** A machine is asked for it; left out = cash alone pays a part here. */
  readonly onMachine?: ((tender: MachineTender, amount: Minor) => void) | undefined;
  readonly onClose: () => void;
};

/** Some of what is left is paid, in cash or by machine, and the rest otherwise. */
export const PartDialog = ({ left, increment, onGive, onMachine, onClose }: PartDialogProps) => {
  const { t } = useTranslation();
  const { money, currency } = useFormat();
  const { entry, press } = useEntry(EMPTY_ENTRY, MINOR_DIGITS);
  const amount = minor(entryValue(entry, MINOR_DIGITS) ?? 0);
  return (
    <PadDialog
      title={t('mixed.part')}
      onClose={onClose}
      corner="point"
      onPress={press}
      submitLabel={t('tender.cash')}
      canSubmit={mayBePart(amount, left, increment)}
      onSubmit={() => onGive(cashOffer(crypto.randomUUID(), amount))}
    >
      <LabeledAmount label={t('mixed.remaining')} amount={money(left)} />
      <EntryField label={t('mixed.howMuch')} entry={entry} unit={CURRENCY_SYMBOLS[currency]} />
      <p className={classes['hint']}>{t('mixed.partHint', { amount: money(left) })}</p>
      {onMachine ? (
        <Machines
          disabled={!mayBePart(amount, left, 1)}
          onMachine={(tender) => onMachine(tender, amount)}
        />
      ) : null}
    </PadDialog>
  );
};

type MachinesProps = {
  readonly disabled: boolean;
  readonly onMachine: (tender: MachineTender) => void;
};

const Machines = ({ disabled, onMachine }: MachinesProps) => {
  const { t } = useTranslation();
  const ways = [
    { key: 'F9', tender: 'card', icon: <IconCreditCard size={24} /> },
    { key: 'F10', tender: 'qr', icon: <IconQrcode size={24} /> },
  ] as const;
  useKeys(
    ways.map(({ key, tender }) => ({
      key,
      label: t(`tender.${tender}`),
      disabled,
      run: () => onMachine(tender),
    })),
  );
  return (
    <div className={classes['form']}>
      {ways.map(({ key, tender, icon }) => (
        <Button
          key={key}
          isWide
          keyName={key}
          icon={icon}
          disabled={disabled}
          onClick={() => onMachine(tender)}
        >
          {t(`tender.${tender}`)}
        </Button>
      ))}
    </div>
  );
};
