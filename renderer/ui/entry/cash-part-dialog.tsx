import { useTranslation } from 'react-i18next';
import type { Offer } from '#shared/domain/payment/settle.ts';
import { cashOffer, mayBePart } from '#shared/domain/payment/split.ts';
import { CURRENCY_SYMBOLS } from '#shared/i18n/money.ts';
import { type Minor, minor, MINOR_DIGITS } from '#shared/kernel/money.ts';
import { useFormat } from '../language/use-format.ts';
import { EMPTY_ENTRY, entryValue } from './entry.ts';
import { EntryField } from './entry-field.tsx';
import { PadDialog } from './pad-dialog.tsx';
import { useEntry } from './use-entry.ts';
import { LabeledAmount } from './labeled-amount.tsx';
import classes from './payment-dialog.module.css';

type CashPartDialogProps = {
  readonly left: Minor;
  readonly increment: number;
  readonly onGive: (offer: Offer) => void;
  readonly onClose: () => void;
};

/** Some of what is left is paid in cash, and the rest otherwise. */
export const CashPartDialog = ({ left, increment, onGive, onClose }: CashPartDialogProps) => {
  const { t } = useTranslation();
  const { money, currency } = useFormat();
  const { entry, press } = useEntry(EMPTY_ENTRY, MINOR_DIGITS);
  const amount = minor(entryValue(entry, MINOR_DIGITS) ?? 0);
  return (
    <PadDialog
      title={t('mixed.cashPart')}
      onClose={onClose}
      corner="point"
      onPress={press}
      submitLabel={t('mixed.addPayment')}
      canSubmit={mayBePart(amount, left, increment)}
      onSubmit={() => onGive(cashOffer(crypto.randomUUID(), amount))}
    >
      <LabeledAmount label={t('mixed.remaining')} amount={money(left)} />
      <EntryField label={t('mixed.howMuch')} entry={entry} unit={CURRENCY_SYMBOLS[currency]} />
      <p className={classes['hint']}>{t('mixed.partHint', { amount: money(left) })}</p>
    </PadDialog>
  );
};
