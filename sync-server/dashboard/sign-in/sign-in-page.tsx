import { PasswordInput, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import type { RequestProblem } from '../data/request.ts';
import { useSignIn } from '../data/use-me.ts';
import { useProblemText } from '../parts/use-problem-text.ts';
import { EntranceForm } from './entrance-form.tsx';

/** At the door the same refusals mean something else than inside. */
const useRefusal = () => {
  const { t } = useTranslation();
  const problemText = useProblemText();
  return (problem: RequestProblem): string => {
    const code = problem.type === 'refused' ? problem.code : null;
    if (code === 'unauthenticated' || code === 'malformed') return t('dashboard.wrongPassword');
    return code === 'too_many_requests' ? t('dashboard.locked') : problemText(problem);
  };
};

export const SignInPage = () => {
  const { t } = useTranslation();
  const refusal = useRefusal();
  const { mutate, error, isPending } = useSignIn();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  return (
    <EntranceForm
      title={t('dashboard.signIn')}
      submit={t('signIn.title')}
      isBusy={isPending}
      onSubmit={() => mutate({ email, password })}
    >
      <div role="alert">
        {error === null ? null : (
          <Notice tone="danger" icon={<IconAlertTriangle size={20} aria-hidden />}>
            {refusal(error.problem)}
          </Notice>
        )}
      </div>
      <TextInput
        label={t('dashboard.email')}
        type="email"
        size="md"
        autoComplete="username"
        required
        withAsterisk={false}
        data-autofocus
        value={email}
        onChange={({ currentTarget }) => setEmail(currentTarget.value)}
      />
      <PasswordInput
        label={t('dashboard.password')}
        size="md"
        autoComplete="current-password"
        required
        withAsterisk={false}
        visibilityToggleButtonProps={{ 'aria-label': t('dashboard.showPassword') }}
        value={password}
        onChange={({ currentTarget }) => setPassword(currentTarget.value)}
      />
    </EntranceForm>
  );
};
