import { IconSchool } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EXERCISES } from '#shared/training/exercises.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { APP_DEPTH } from '#renderer/ui/input/layer-depth.ts';
import { useKeyName } from '#renderer/ui/keys/use-key-name.ts';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { DoneMark } from './done-mark.tsx';
import type { ChosenExercise, ExerciseDesk } from './exercise-desk.ts';
import { ExercisesDialog } from './exercises-dialog.tsx';
import { PRACTICE_DIGITS } from './practice.ts';
import { PRACTICE_PIN } from './practice-people.ts';
import { useExerciseDesk } from './training-context.ts';
import classes from './exercise-panel.module.css';

type ExercisePanelProps = {
  readonly desk: ExerciseDesk;
  /** What the screen below is for. */
  readonly about: string;
};

/** The exercise that is being done, beside the screens on which it is done. */
export const ExercisePanel = ({ desk, about }: ExercisePanelProps) => {
  const { t } = useTranslation();
  const chosen = useExerciseDesk(desk, (state) => state.chosen);
  const completed = useExerciseDesk(desk, (state) => state.completed);
  const keyName = useKeyName();
  const [isListOpen, setListOpen] = useState(false);
  useKeys([{ key: 'Ctrl+0', label: t('training.exercises'), run: () => setListOpen(true) }], {
    depth: APP_DEPTH,
  });
  const progress = t('training.progress', {
    done: String(completed.length),
    total: String(EXERCISES.length),
  });
  return (
    <section className={classes['panel']} aria-label={t('training.panel')}>
      <IconSchool size={26} aria-hidden />
      {chosen === null ? (
        <p className={classes['what']}>{t('training.choose')}</p>
      ) : (
        <Chosen chosen={chosen} />
      )}
      {chosen === null ? null : <RecordState desk={desk} chosen={chosen} />}
      <Button keyName={keyName('Ctrl+0')} onClick={() => setListOpen(true)}>
        {t('training.exercises')} · {progress}
      </Button>
      {isListOpen ? (
        <ExercisesDialog desk={desk} about={about} onClose={() => setListOpen(false)} />
      ) : null}
    </section>
  );
};

const Chosen = ({
  chosen: { exercise, number, steps, record },
}: {
  readonly chosen: ChosenExercise;
}) => {
  const { t } = useTranslation();
  const current = steps.find(({ isDone }) => !isDone);
  const told = { number, digits: PRACTICE_DIGITS, pin: PRACTICE_PIN };
  return (
    <div className={classes['what']}>
      <strong>{t(`training.exercise.${exercise.id}`)}</strong>
      <ol className={classes['steps']}>
        {steps.map(({ id, isDone }) => (
          <li key={id} aria-current={id === current?.id ? 'step' : undefined}>
            <DoneMark isDone={isDone} />
            {id === current?.id ? <span>{t(`training.step.${id}`, told)}</span> : null}
          </li>
        ))}
        {record === 'open' ? null : (
          <li>
            <output>{t(`training.${record}`)}</output>
          </li>
        )}
      </ol>
    </div>
  );
};

type RecordStateProps = { readonly desk: ExerciseDesk; readonly chosen: ChosenExercise };

/** What there is to do once every step is done. */
const RecordState = ({ desk, chosen: { record } }: RecordStateProps) => {
  const { t } = useTranslation();
  const { completed, choose, retry } = useExerciseDesk(desk, (state) => state);
  const next = EXERCISES.find(({ id }) => !completed.includes(id));
  if (record === 'failed') return <Button onClick={retry}>{t('common.retry')}</Button>;
  if (record !== 'written') return null;
  return next ? (
    <Button tone="primary" onClick={() => void choose(next.id)}>
      {t('training.next')}
    </Button>
  ) : (
    <strong>{t('training.allDone')}</strong>
  );
};
