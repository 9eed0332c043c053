import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '#shared/kernel/result.ts';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { type EnrolProblem, useEnrolProblemText } from './enrol-problem.ts';
import { EnrolmentCode } from './enrolment-code.tsx';

export type ConnectAgainProps = {
  readonly again: (code: string) => Promise<Result<null, EnrolProblem>>;
  readonly onConnected: () => void;
};

/** The server does not know this till any more: a new code lets it in, with everything that lies here. */
export const ConnectAgain = ({ again, onConnected }: ConnectAgainProps) => {
  const { t } = useTranslation();
  const problemText = useEnrolProblemText();
  const [problem, setProblem] = useState<EnrolProblem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async (code: string): Promise<void> => {
    setBusy(true);
    const reply = await again(code);
    if (reply.ok) return onConnected();
    setProblem(reply.problem);
    setBusy(false);
  };
  return (
    <section style={{ display: 'grid', gap: 'var(--sp-3)', marginTop: 'var(--sp-4)' }}>
      {problem ? (
        <Notice tone="danger" title={t('enrol.failed')}>
          {problemText(problem)}
        </Notice>
      ) : null}
      <EnrolmentCode isBusy={isBusy} onSubmit={submit} />
    </section>
  );
};
