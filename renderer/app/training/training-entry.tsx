import { IconSchool } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import type { TrainingRefusal } from './start-training.ts';
import { useTraining } from './training-context.ts';

/** The way into training, or out of it. */
export const TrainingEntry = () => {
  const { t } = useTranslation();
  const { desk, enter, leave } = useTraining();
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<TrainingRefusal | null>(null);
  const start = async (): Promise<void> => {
    setBusy(true);
    const entered = await enter();
    setBusy(false);
    setRefusal(entered.ok ? null : entered.problem);
  };
  return (
    <>
      {refusal ? <Notice tone="warn">{t(`training.refused.${refusal.type}`)}</Notice> : null}
      <Button
        isWide
        icon={<IconSchool size={22} />}
        isBusy={isBusy}
        onClick={() => (desk === null ? void start() : leave())}
      >
        {t(desk === null ? 'training.enter' : 'training.leave')}
      </Button>
    </>
  );
};
