import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Longer than any card's number. */
const LONGEST = 64;

type GiftCardFieldProps = {
  readonly giftCard: string;
  readonly setGiftCard: (number: string) => void;
};

/** The card that is loaded, scanned or typed; without one the return's paper says a new number. */
export const GiftCardField = ({ giftCard, setGiftCard }: GiftCardFieldProps) => {
  const { t } = useTranslation();
  return (
    <TextInput
      size="lg"
      label={t('returns.giftCardNumber')}
      description={t('returns.giftCardHint')}
      autoComplete="off"
      maxLength={LONGEST}
      value={giftCard}
      onChange={({ currentTarget }) => setGiftCard(currentTarget.value)}
    />
  );
};
