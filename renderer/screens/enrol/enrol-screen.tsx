import { Title } from '@mantine/core';
import { IconFileImport, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '#shared/kernel/result.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { CenteredPage } from '#renderer/ui/shell/centered-page.tsx';
import { type BringTill, BringTillDialog } from './bring-till-dialog.tsx';
import { DemoTills, type FreeTill } from './demo-tills.tsx';
import { type ServerChoice, ServerForm } from './server-form.tsx';
import { EnrolmentCode } from './enrolment-code.tsx';
import { demoProblem, type EnrolProblem, useEnrolProblemText } from './enrol-problem.ts';

type EnrolScreenProps = {
  /** Free tills of the demo, as far as is known; empty outside it. */
  readonly offered: readonly FreeTill[];
  /** Why the demo gave no till of itself; null = it did not refuse. */
  readonly refused: EnrolProblem | null;
  readonly byCode: (code: string) => Promise<Result<null, EnrolProblem>>;
  readonly byDemo: (
    tillId: string | null,
  ) => Promise<Result<{ enrolled: boolean; free: readonly FreeTill[] }, EnrolProblem>>;
  /** Present where the page may say which server it works with: in an installed app. */
  readonly server: ServerChoice | null;
  readonly onEnrolled: () => Promise<void>;
  /** null where this computer has no place for a till that comes from another. */
  readonly onBring: BringTill | null;
};

/** A machine becomes a till: by the demo's free tills, or by the code that head office made. */
export const EnrolScreen = (props: EnrolScreenProps) => {
  const { offered, refused, byCode, byDemo, server, onEnrolled, onBring } = props;
  const { t } = useTranslation();
  const problemText = useEnrolProblemText();
  const [free, setFree] = useState(offered);
  const [problem, setProblem] = useState(refused);
  const [isRefused, setRefused] = useState(refused !== null);
  const [isBusy, setBusy] = useState(false);
  const [isBringing, setBringing] = useState(false);

  const takeDemoTill = async (tillId: string | null): Promise<void> => {
    setBusy(true);
    const reply = await byDemo(tillId);
    if (reply.ok && reply.value.enrolled) return onEnrolled();
    if (reply.ok) setFree(reply.value.free);
    setProblem(reply.ok ? null : demoProblem(reply.problem));
    setRefused(!reply.ok && demoProblem(reply.problem) !== null);
    setBusy(false);
  };

  const submit = async (code: string): Promise<void> => {
    setBusy(true);
    const reply = await byCode(code);
    if (reply.ok) return onEnrolled();
    setRefused(false);
    setProblem(reply.problem);
    setBusy(false);
  };

  return (
    <CenteredPage>
      <Title order={1} size="h2" m={0}>
        {t('enrol.title')}
      </Title>
      {server ? <ServerForm {...server} /> : null}
      {problem ? (
        <Notice tone="danger" title={t('enrol.failed')}>
          {problemText(problem)}
        </Notice>
      ) : null}
      {isRefused ? (
        <Button
          size="large"
          isWide
          isBusy={isBusy}
          icon={<IconRefresh size={22} />}
          onClick={() => void takeDemoTill(null)}
        >
          {t('common.retry')}
        </Button>
      ) : null}
      <DemoTills tills={free} isBusy={isBusy} onChoose={(tillId) => void takeDemoTill(tillId)} />
      {server?.address === '' ? null : <EnrolmentCode isBusy={isBusy} onSubmit={submit} />}
      {onBring === null ? null : (
        <Button
          size="large"
          isWide
          disabled={isBusy}
          icon={<IconFileImport size={22} />}
          onClick={() => setBringing(true)}
        >
          {t('move.bring')}
        </Button>
      )}
      {isBringing && onBring !== null ? (
        <BringTillDialog onBring={onBring} onClose={() => setBringing(false)} />
      ) : null}
    </CenteredPage>
  );
};
