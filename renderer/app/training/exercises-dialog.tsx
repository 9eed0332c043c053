import { useTranslation } from 'react-i18next';
import { EXERCISES } from '#shared/training/exercises.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import { DoneMark } from './done-mark.tsx';
import type { ExerciseDesk } from './exercise-desk.ts';
import { useExerciseDesk } from './training-context.ts';
import classes from './exercises-dialog.module.css';

type ExercisesDialogProps = {
  readonly desk: ExerciseDesk;
  readonly about: string;
  readonly onClose: () => void;
};

/** All exercises, which of them are done, and what the screen below is for. */
export const ExercisesDialog = ({ desk, about, onClose }: ExercisesDialogProps) => {
  const { t } = useTranslation();
  const { completed, choose } = useExerciseDesk(desk, (state) => state);
  return (
    <Dialog title={t('training.exercises')} width={720} onClose={onClose}>
      <ol className={classes['list']}>
        {EXERCISES.map(({ id }) => {
          const isDone = completed.includes(id);
          const name = t(`training.exercise.${id}`);
          return (
            <li key={id} className={classes['row']}>
              <DoneMark isDone={isDone} />
              <span className={classes['name']}>{name}</span>
              <Button
                size="small"
                aria-label={`${t(isDone ? 'training.again' : 'training.start')}: ${name}`}
                onClick={() => {
                  void choose(id);
                  onClose();
                }}
              >
                {t(isDone ? 'training.again' : 'training.start')}
              </Button>
            </li>
          );
        })}
      </ol>
      <h3 className={classes['about']}>{t('training.about')}</h3>
      <p className={classes['tour']}>{about}</p>
    </Dialog>
  );
};
