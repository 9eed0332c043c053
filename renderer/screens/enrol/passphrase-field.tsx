import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Letters that a file's passphrase has at least. */
export const SHORTEST_PASSPHRASE = 10;

type PassphraseFieldProps = {
  readonly value: string;
  readonly isNew: boolean;
  readonly onChange: (value: string) => void;
};

/** Shown while it is typed: nobody stands at a till that is moved but who moves it. */
export const PassphraseField = ({ value, isNew, onChange }: PassphraseFieldProps) => {
  const { t } = useTranslation();
  return (
    <TextInput
      size="lg"
      label={t('move.passphrase')}
      description={isNew ? t('move.passphraseHint') : undefined}
      value={value}
      maxLength={200}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
};
