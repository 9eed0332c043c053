import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { PATHS } from '../app/paths.ts';
import { useSetup } from '../data/use-me.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { EntranceForm } from './entrance-form.tsx';
import { NewPasswordField } from './new-password-field.tsx';

/** The first administrator's account, by the one-time link that the server printed. */
export const SetupPage = () => {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const { mutate, error, isPending } = useSetup();
  const [account, setAccount] = useState({ name: '', email: '', password: '' });
  const change = (part: Partial<typeof account>): void => setAccount({ ...account, ...part });
  const submit = (): void =>
    mutate(
      { token: location.hash.slice(1), ...account },
      { onSuccess: () => navigate(PATHS.overview, { replace: true }) },
    );
  return (
    <EntranceForm
      title={t('dashboard.setup')}
      submit={t('dashboard.createAccount')}
      isBusy={isPending}
      onSubmit={submit}
    >
      <ProblemNotice failure={error} />
      <TextInput
        label={t('dashboard.yourName')}
        size="md"
        autoComplete="name"
        required
        withAsterisk={false}
        value={account.name}
        onChange={({ currentTarget }) => change({ name: currentTarget.value })}
      />
      <TextInput
        label={t('dashboard.email')}
        type="email"
        size="md"
        autoComplete="username"
        required
        withAsterisk={false}
        value={account.email}
        onChange={({ currentTarget }) => change({ email: currentTarget.value })}
      />
      <NewPasswordField value={account.password} onChange={(password) => change({ password })} />
    </EntranceForm>
  );
};
