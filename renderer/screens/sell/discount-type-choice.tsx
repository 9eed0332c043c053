import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';

const TYPES = ['percent', 'amount', 'price'] as const;
export type DiscountType = (typeof TYPES)[number];

type DiscountTypeChoiceProps = {
  readonly type: DiscountType;
  /** Another price can be given to a line only. */
  readonly canOverride: boolean;
  readonly onChoose: (type: DiscountType) => void;
};

/** A share, an amount or another price; F6, which opened the dialog, goes on to the next. */
export const DiscountTypeChoice = ({ type, canOverride, onChoose }: DiscountTypeChoiceProps) => {
  const { t } = useTranslation();
  const types = TYPES.filter((candidate) => candidate !== 'price' || canOverride);
  const next = types[(types.indexOf(type) + 1) % types.length] ?? 'percent';
  useKeys([{ key: 'F6', label: t(`discount.${next}`), run: () => onChoose(next) }]);
  return (
    <SegmentedControl
      size="lg"
      fullWidth
      value={type}
      onChange={(value) => onChoose(types.find((candidate) => candidate === value) ?? type)}
      data={TYPES.map((value) => ({
        value,
        label: t(`discount.${value}`),
        disabled: !types.includes(value),
      }))}
    />
  );
};
