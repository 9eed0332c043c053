import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ManualDiscount } from '#shared/domain/pricing/basket.ts';
import { type Minor, minor, percentOf } from '#shared/kernel/money.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { EMPTY_ENTRY, entryValue } from '#renderer/ui/entry/entry.ts';
import { EntryField } from '#renderer/ui/entry/entry-field.tsx';
import { PadDialog } from '#renderer/ui/entry/pad-dialog.tsx';
import { useEntry } from '#renderer/ui/entry/use-entry.ts';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { CURRENCY_SYMBOLS } from '#shared/i18n/money.ts';

export type DiscountTarget = 'line' | 'basket';

type DiscountDialogProps = {
  /** What each would be taken off; null when there is no line. */
  readonly lineAmount: Minor | null;
  readonly basketAmount: Minor;
  /** Basis points anybody may give. */
  readonly limit: number;
  readonly onApply: (target: DiscountTarget, discount: ManualDiscount | null) => void;
  readonly onClose: () => void;
};

const DIGITS = 2;

/** A discount by percent or amount, on the chosen line or the whole basket. */
export const DiscountDialog = (props: DiscountDialogProps) => {
  const { lineAmount, basketAmount, limit, onApply, onClose } = props;
  const { t } = useTranslation();
  const { money, percent, currency } = useFormat();
  const [target, setTarget] = useState<DiscountTarget>(lineAmount === null ? 'basket' : 'line');
  const [type, setType] = useState<ManualDiscount['type']>('percent');
  const { entry, press } = useEntry(EMPTY_ENTRY, DIGITS);
  const base = target === 'line' && lineAmount !== null ? lineAmount : basketAmount;
  const entered = entryValue(entry, DIGITS) ?? 0;
  const off = type === 'percent' ? percentOf(base, entered) : minor(entered);
  const isAllowed = off > 0 && off <= percentOf(base, limit);
  const discount: ManualDiscount =
    type === 'percent' ? { type, rate: entered } : { type, amount: minor(entered) };
  return (
    <PadDialog
      title={t('discount.title')}
      corner="point"
      onPress={press}
      onClose={onClose}
      submitLabel={t('common.apply')}
      canSubmit={isAllowed}
      onSubmit={() => onApply(target, discount)}
    >
      <SegmentedControl
        size="lg"
        fullWidth
        value={target}
        onChange={(value) => setTarget(value === 'line' ? 'line' : 'basket')}
        data={[
          { value: 'line', label: t('discount.onLine'), disabled: lineAmount === null },
          { value: 'basket', label: t('discount.onBasket') },
        ]}
      />
      <SegmentedControl
        size="lg"
        fullWidth
        value={type}
        onChange={(value) => setType(value === 'amount' ? 'amount' : 'percent')}
        data={[
          { value: 'percent', label: t('discount.percent') },
          { value: 'amount', label: t('discount.amount') },
        ]}
      />
      <EntryField
        label={t(`discount.${type}`)}
        entry={entry}
        unit={type === 'percent' ? '%' : CURRENCY_SYMBOLS[currency]}
      />
      <p style={{ margin: 0, fontSize: 20, fontWeight: 700 }}>
        {t('discount.newPrice')}: {money(base - Math.min(off, base))}
      </p>
      <p style={{ margin: 0, color: off > 0 && !isAllowed ? 'var(--danger)' : 'var(--text-2)' }}>
        {t('discount.limit', { rate: percent(limit) })}
      </p>
      <Button onClick={() => onApply(target, null)}>{t('discount.remove')}</Button>
    </PadDialog>
  );
};
