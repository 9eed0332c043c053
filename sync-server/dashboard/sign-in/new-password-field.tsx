import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const MIN_PASSWORD = 10;

type NewPasswordFieldProps = {
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** A password that somebody chooses; the browser says when it is too short. */
export const NewPasswordField = ({ value, onChange }: NewPasswordFieldProps) => {
  const { t } = useTranslation();
  return (
    <PasswordInput
      label={t('dashboard.password')}
      description={t('dashboard.passwordRule', { count: MIN_PASSWORD })}
      size="md"
      autoComplete="new-password"
      required
      minLength={MIN_PASSWORD}
      withAsterisk={false}
      visibilityToggleButtonProps={{ 'aria-label': t('dashboard.showPassword') }}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
};
