import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '#shared/domain/catalog/schema.ts';
import { MAX_QUANTITY, type Quantity, quantity, UNIT } from '#shared/kernel/quantity.ts';
import { Chips } from '#renderer/ui/choice/chips.tsx';
import { EMPTY_ENTRY, entryValue, freshEntry } from '#renderer/ui/entry/entry.ts';
import { EntryField } from '#renderer/ui/entry/entry-field.tsx';
import { PadDialog } from '#renderer/ui/entry/pad-dialog.tsx';
import { useEntry } from '#renderer/ui/entry/use-entry.ts';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { useFormat } from '#renderer/ui/language/use-format.ts';

type AmountDialogProps = {
  readonly product: Product;
  /** What stands on the sheet already. */
  readonly held: Quantity | null;
  /** Whether it may be taken away as well as added. */
  readonly isSigned: boolean;
  readonly onSet: (quantity: Quantity) => void;
  readonly onClose: () => void;
};

const KILOGRAM_DIGITS = 3;

const SIGNS = { add: 1, takeAway: -1 } as const;
type Sign = keyof typeof SIGNS;

/** How many there are, or how much they weigh: nothing is an answer too. */
export const AmountDialog = ({ product, held, isSigned, onSet, onClose }: AmountDialogProps) => {
  const { t } = useTranslation();
  const { text } = useFormat();
  const isWeighed = product.unit === 'kilogram';
  const scale = isWeighed ? KILOGRAM_DIGITS : 0;
  const factor = isWeighed ? 1 : UNIT;
  const initial =
    held === null || held === 0 ? EMPTY_ENTRY : freshEntry(Math.abs(held) / factor, scale);
  const { entry, press } = useEntry(initial, scale);
  const [sign, setSign] = useState<Sign>(held !== null && held < 0 ? 'takeAway' : 'add');
  const entered = (entryValue(entry, scale) ?? 0) * factor;
  const unit = t(`unit.${product.unit}`);
  return (
    <PadDialog
      title={text(product.name)}
      corner={isWeighed ? 'point' : '00'}
      onPress={press}
      onClose={onClose}
      submitLabel={t('common.apply')}
      canSubmit={entered <= MAX_QUANTITY}
      onSubmit={() => onSet(quantity(SIGNS[sign] * entered))}
    >
      {isSigned ? <SignChoice chosen={sign} onChoose={setSign} /> : null}
      <EntryField
        label={t(isWeighed ? 'quantity.weight' : 'quantity.pieces', { unit })}
        entry={entry}
        unit={unit}
      />
    </PadDialog>
  );
};

type SignChoiceProps = { readonly chosen: Sign; readonly onChoose: (sign: Sign) => void };

const SignChoice = ({ chosen, onChoose }: SignChoiceProps) => {
  const { t } = useTranslation();
  useKeys([
    { key: 'Plus', label: t('stockRoom.add'), run: () => onChoose('add') },
    { key: 'Minus', label: t('stockRoom.takeAway'), run: () => onChoose('takeAway') },
  ]);
  return (
    <Chips
      label={t('stockRoom.modes.adjust')}
      chosen={chosen}
      onChoose={onChoose}
      options={[
        { id: 'add', label: `+ ${t('stockRoom.add')}` },
        { id: 'takeAway', label: `− ${t('stockRoom.takeAway')}` },
      ]}
    />
  );
};
