import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ok } from '#shared/kernel/result.ts';
import { TillDataProvider } from '#renderer/queries/till-data.ts';
import { TillProvider, type TillSession } from '#renderer/session/till-context.ts';
import { PaperMarkContext } from '#renderer/ui/receipt/paper-mark.ts';
import { readSetting, writeSetting } from '#renderer/ui/theme/stored-setting.ts';
import { TillApp } from '#renderer/app/till-app.tsx';
import { InterruptedDialog } from './interrupted-dialog.tsx';
import { startTraining, type Training } from './start-training.ts';
import { TrainingProvider, type TrainingState } from './training-context.ts';
import { TrainingFrame } from './training-frame.tsx';

/** Said after a page that ended in the middle of training. */
const INTERRUPTED = 'training';

/** The till at work, or the one of training in its place: the same screens around other stores. */
export const TillStage = ({ till }: { readonly till: TillSession }) => {
  const { t } = useTranslation();
  const [training, setTraining] = useState<Training | null>(null);
  const [isInterrupted, setInterrupted] = useState(() => readSetting(INTERRUPTED) === 'on');
  const state = useMemo(
    (): TrainingState => ({
      desk: training?.desk ?? null,
      enter: async () => {
        const { signedIn, lock } = till.session.getState();
        if (!signedIn) return ok(null);
        const names = { manager: t('training.manager'), customer: t('training.customer') };
        const started = await startTraining(till, signedIn.staff, names);
        if (!started.ok) return started;
        writeSetting(INTERRUPTED, 'on');
        // Whoever comes back to the till at work says who they are.
        lock();
        setTraining(started.value);
        return ok(null);
      },
      leave: () => {
        writeSetting(INTERRUPTED, 'off');
        setTraining(null);
      },
    }),
    [till, training, t],
  );
  const shown = training?.till ?? till;
  const app = (
    <TillDataProvider value={shown}>
      <TillProvider value={shown}>
        <TillApp key={training ? 'training' : 'work'} />
      </TillProvider>
    </TillDataProvider>
  );
  return (
    <TrainingProvider value={state}>
      {training ? (
        <PaperMarkContext value={t('receipt.training')}>
          <TrainingFrame onLeave={state.leave}>{app}</TrainingFrame>
        </PaperMarkContext>
      ) : (
        app
      )}
      {isInterrupted ? (
        <InterruptedDialog
          onClose={() => {
            writeSetting(INTERRUPTED, 'off');
            setInterrupted(false);
          }}
        />
      ) : null}
    </TrainingProvider>
  );
};
