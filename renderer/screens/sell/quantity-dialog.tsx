import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalizedText } from '#shared/kernel/text.ts';
import { weightTaken } from '#shared/devices/scale.ts';
import { isPriceable } from '#shared/domain/pricing/is-priceable.ts';
import type { Minor } from '#shared/kernel/money.ts';
import { priceTimes, type Quantity, quantity, UNIT } from '#shared/kernel/quantity.ts';
import { useScale } from '#renderer/session/use-scale.ts';
import { EMPTY_ENTRY, type EntryKey, entryValue, freshEntry } from '#renderer/ui/entry/entry.ts';
import { EntryField } from '#renderer/ui/entry/entry-field.tsx';
import { PadDialog } from '#renderer/ui/entry/pad-dialog.tsx';
import { useEntry } from '#renderer/ui/entry/use-entry.ts';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { ScaleLine } from './scale-line.tsx';

/** What is counted or weighed. */
export type Measured = {
  readonly name: LocalizedText;
  readonly unit: 'piece' | 'kilogram';
  readonly unitPrice: Minor;
  /** null = not in the basket yet. */
  readonly quantity: Quantity | null;
};

type QuantityDialogProps = {
  readonly of: Measured;
  readonly onSet: (quantity: Quantity) => void;
  readonly onClose: () => void;
};

const KILOGRAM_DIGITS = 3;

/** How many pieces, or how much it weighs: what lies on the scale, unless somebody types. */
export const QuantityDialog = ({ of, onSet, onClose }: QuantityDialogProps) => {
  const { t } = useTranslation();
  const { text, money } = useFormat();
  const isWeighed = of.unit === 'kilogram';
  const scale = isWeighed ? KILOGRAM_DIGITS : 0;
  const factor = isWeighed ? 1 : UNIT;
  const initial = of.quantity === null ? EMPTY_ENTRY : freshEntry(of.quantity / factor, scale);
  const typing = useEntry(initial, scale);
  const [isTyped, setTyped] = useState(false);
  const reading = useScale(isWeighed);
  const weighed = isTyped ? null : weightTaken(reading);
  const entry = weighed === null ? typing.entry : freshEntry(weighed, scale);
  const press = (key: EntryKey): void => {
    // What is cleared leaves it to the scale again.
    setTyped(key !== 'clear');
    typing.press(key);
  };
  const entered = (entryValue(entry, scale) ?? 0) * factor;
  const line = { quantity: quantity(entered), unitPrice: of.unitPrice, taxRate: 0 };
  const isPossible = isPriceable({ lines: [line] });
  const unit = t(`unit.${of.unit}`);
  return (
    <PadDialog
      title={text(of.name)}
      corner={isWeighed ? 'point' : '00'}
      onPress={press}
      onClose={onClose}
      submitLabel={t('common.apply')}
      canSubmit={entered > 0 && isPossible}
      onSubmit={() => onSet(quantity(entered))}
    >
      <p style={{ margin: 0, color: 'var(--text-2)' }}>
        {t('quantity.perUnit', { price: money(of.unitPrice), unit })}
      </p>
      <EntryField
        label={t(isWeighed ? 'quantity.weight' : 'quantity.pieces', { unit })}
        entry={entry}
        unit={unit}
      />
      {reading === null ? null : <ScaleLine reading={reading} isTyped={isTyped} />}
      <p style={{ margin: 0, fontSize: 22, fontWeight: 700 }}>
        {t('quantity.sum')}: {isPossible ? money(priceTimes(of.unitPrice, quantity(entered))) : '—'}
      </p>
    </PadDialog>
  );
};
