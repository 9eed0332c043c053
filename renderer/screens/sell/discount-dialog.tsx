import { SegmentedControl } from '@mantine/core';
import { IconTicket } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BasketLine } from '#shared/domain/pricing/basket.ts';
import { DiscountReason } from '#shared/domain/pricing/schema.ts';
import { CURRENCY_SYMBOLS } from '#shared/i18n/money.ts';
import { type Minor, minor, percentOf } from '#shared/kernel/money.ts';
import { priceTimes, type Quantity } from '#shared/kernel/quantity.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { Chips } from '#renderer/ui/choice/chips.tsx';
import { EMPTY_ENTRY, entryValue } from '#renderer/ui/entry/entry.ts';
import { EntryField } from '#renderer/ui/entry/entry-field.tsx';
import { PadDialog } from '#renderer/ui/entry/pad-dialog.tsx';
import { useEntry } from '#renderer/ui/entry/use-entry.ts';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import classes from './discount-dialog.module.css';
import { type DiscountType, DiscountTypeChoice } from './discount-type-choice.tsx';

type LineDiscount = NonNullable<BasketLine['discount']>;

/** Another price can be given to a line only. */
export type Applied = {
  readonly target: 'line' | 'basket';
  readonly discount: LineDiscount | null;
};

type DiscountDialogProps = {
  /** What is taken off; null when there is no line. */
  readonly line: { readonly amount: Minor; readonly quantity: Quantity } | null;
  readonly basketAmount: Minor;
  /** Basis points that whoever is signed in may take off without a manager. */
  readonly limit: number;
  /** `isWithin`: whether it is no more than somebody with this limit may give. */
  readonly onApply: (applied: Applied, isWithin: (limit: number) => boolean) => void;
  readonly onCode: () => void;
  readonly onClose: () => void;
};

const DIGITS = 2;

/** A discount by percent or amount, on the chosen line or the whole basket, or another price for the line. */
export const DiscountDialog = (props: DiscountDialogProps) => {
  const { line, basketAmount, limit, onApply, onCode, onClose } = props;
  const { t } = useTranslation();
  const { money, percent, currency } = useFormat();
  const [target, setTarget] = useState<Applied['target']>(line === null ? 'basket' : 'line');
  const [wanted, setType] = useState<DiscountType>('percent');
  const [reason, setReason] = useState<DiscountReason | null>(null);
  const { entry, press } = useEntry(EMPTY_ENTRY, DIGITS);
  const onLine = target === 'line' ? line : null;
  const type = wanted === 'price' && onLine === null ? 'amount' : wanted;
  const base = onLine?.amount ?? basketAmount;
  const entered = entryValue(entry, DIGITS);
  const offOf = (value: number): number => {
    if (type === 'percent') return percentOf(base, value);
    return type === 'price' && onLine
      ? base - priceTimes(minor(value), onLine.quantity)
      : minor(value);
  };
  const off = entered === undefined ? 0 : offOf(entered);
  const isWithin = (most: number): boolean => off <= percentOf(base, most);
  const isBeyond = !isWithin(limit);
  const needsReason = type === 'price' || isBeyond;
  const canApply = off > 0 && off <= base && (!needsReason || reason !== null);
  const discountOf = (value: number): LineDiscount => {
    const why = reason === null ? {} : { reason };
    if (type === 'percent') return { type, rate: value, ...why };
    const amount = minor(value);
    return type === 'price' ? { type, price: amount, ...why } : { type, amount, ...why };
  };
  return (
    <PadDialog
      title={t('discount.title')}
      corner="point"
      onPress={press}
      onClose={onClose}
      submitLabel={t(isBeyond ? 'discount.askManager' : 'common.apply')}
      canSubmit={canApply}
      onSubmit={() => {
        if (entered !== undefined) onApply({ target, discount: discountOf(entered) }, isWithin);
      }}
    >
      <SegmentedControl
        size="lg"
        fullWidth
        value={target}
        onChange={(value) => setTarget(value === 'line' ? 'line' : 'basket')}
        data={[
          { value: 'line', label: t('discount.onLine'), disabled: line === null },
          { value: 'basket', label: t('discount.onBasket') },
        ]}
      />
      <DiscountTypeChoice type={type} canOverride={onLine !== null} onChoose={setType} />
      <EntryField
        label={t(type === 'price' ? 'discount.priceOfOne' : `discount.${type}`)}
        entry={entry}
        unit={type === 'percent' ? '%' : CURRENCY_SYMBOLS[currency]}
      />
      <Chips
        label={t('discount.reason')}
        options={DiscountReason.enum.map((id) => ({ id, label: t(`discount.reasons.${id}`) }))}
        chosen={reason}
        onChoose={setReason}
      />
      <p style={{ margin: 0, fontSize: 20, fontWeight: 700 }}>
        {t('discount.newPrice')}: {money(base - Math.max(0, Math.min(off, base)))}
      </p>
      <p style={{ margin: 0, color: isBeyond ? 'var(--danger)' : 'var(--text-2)' }}>
        {t('discount.limit', { rate: percent(limit) })}
      </p>
      <Others onRemove={() => onApply({ target, discount: null }, () => true)} onCode={onCode} />
    </PadDialog>
  );
};

type OthersProps = { readonly onRemove: () => void; readonly onCode: () => void };

/** What else makes it cheaper, or not any more. */
const Others = ({ onRemove, onCode }: OthersProps) => {
  const { t } = useTranslation();
  useKeys([{ key: 'F10', label: t('promoCode.title'), run: onCode }]);
  return (
    <div className={classes['others']}>
      <Button onClick={onRemove}>{t('discount.remove')}</Button>
      <Button icon={<IconTicket size={22} />} keyName="F10" onClick={onCode}>
        {t('promoCode.title')}
      </Button>
    </div>
  );
};
