import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { PATHS } from '../app/paths.ts';
import type { RequestProblem } from '../data/request.ts';
import { useChoosePassword } from '../data/use-me.ts';
import { useProblemText } from '../parts/use-problem-text.ts';
import { EntranceForm } from './entrance-form.tsx';
import { NewPasswordField } from './new-password-field.tsx';

/** A person chooses a password, by the one-time link that an administrator made. */
export const PasswordPage = () => {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [, navigate] = useLocation();
  const { mutate, error, isPending } = useChoosePassword();
  const [password, setPassword] = useState('');
  const refusal = (problem: RequestProblem): string =>
    problem.type === 'refused' && (problem.code === 'forbidden' || problem.code === 'malformed')
      ? t('accounts.linkOver')
      : problemText(problem);
  return (
    <EntranceForm
      title={t('accounts.choosePassword')}
      submit={t('common.save')}
      isBusy={isPending}
      onSubmit={() =>
        mutate(
          { token: location.hash.slice(1), password },
          { onSuccess: () => navigate(PATHS.overview, { replace: true }) },
        )
      }
    >
      <div role="alert">
        {error === null ? null : (
          <Notice tone="danger" icon={<IconAlertTriangle size={20} aria-hidden />}>
            {refusal(error.problem)}
          </Notice>
        )}
      </div>
      <NewPasswordField value={password} onChange={setPassword} />
    </EntranceForm>
  );
};
